"""A yes-or-no field holds something else.

Write `true` or `false`.
"""
