"""The fields at the top of a text file are not closed.

Write a line with only `---` after the last field. Without it nobody can tell fields from text.
"""
