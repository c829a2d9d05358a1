"""A language tag cannot be understood.

Write a BCP 47 tag such as `fr` or `pt-BR`.
"""
