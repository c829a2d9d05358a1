"""A file cannot be read as YAML.

Most often a text contains a colon and stands without quotation marks, a quotation mark is not closed, or a line is indented by one space too many. Look at the line that is named and at the one above it.
"""
