"""A field holds a value that is not on its list.

The hint names the values that are possible. Choose one of them; if none fits, ask the editors.
"""
