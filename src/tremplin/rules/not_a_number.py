"""A figure cannot be understood.

Write digits, with a point for decimals and without a unit; the unit has its own field.
"""
