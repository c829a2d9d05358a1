"""A field that is needed is not there.

When no source tells it, write `documented: partial` and the site says that it is not documented yet. Never invent it.
"""
