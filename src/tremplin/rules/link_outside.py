"""A symbolic link leads out of the base.

It could publish files that are nobody's business. Copy the file into the record's folder.
"""
