"""A part of the text that every record of this kind has is missing.

The hint shows the heading to write. When no source tells it, write `documented: partial` in record.yml.
"""
