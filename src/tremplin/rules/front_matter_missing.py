"""A text file does not begin with its fields.

The first line is `---`, then come `title:`, `summary:` and the others, then `---` again, then the text.
"""
