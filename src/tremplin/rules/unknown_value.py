"""A field holds a value that is not on its list.

The hint names the values that are possible.
"""
