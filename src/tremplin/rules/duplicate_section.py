"""A heading is written twice in one file.

Only one of the two texts could be shown. Put both under one heading.
"""
