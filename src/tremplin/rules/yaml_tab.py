"""A tab character stands where spaces are needed.

YAML is indented with spaces, two for each level. Most editors can turn tabs into spaces.
"""
