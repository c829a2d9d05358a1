"""A file is empty.

Write its content or delete it. A translation that does not exist yet needs no file: readers see the original with a notice.
"""
