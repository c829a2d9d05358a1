"""A duration cannot be understood.

Write hours and minutes: `1h30`, `7h`, `45 min`.
"""
