"""A date cannot be understood or does not exist.

Write year, month and day, as far as they are known: `2023-10-19`, `2023-10` or `2023`.
"""
