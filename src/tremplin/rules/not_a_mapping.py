"""A file or front matter is not made of `name: value` lines.

Each field stands on a line of its own: its name, a colon, a space and its value.
"""
