"""A field holds a list where a text is expected, or the other way round.

A list has one item per line, each after `- `.
"""
