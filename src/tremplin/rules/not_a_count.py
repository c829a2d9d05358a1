"""A number of people cannot be understood.

Write a whole number, or `<5` for fewer than five.
"""
