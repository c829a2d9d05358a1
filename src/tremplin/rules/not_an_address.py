"""A web address is not complete.

Copy it from the browser's address bar; it begins with `https://` or `http://`.
"""
