"""A file cannot be opened.

The operating system refuses to give its content. Check that the file exists, that it is not open elsewhere and that you may read it.
"""
