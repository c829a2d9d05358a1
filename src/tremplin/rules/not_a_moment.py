"""A moment of a film cannot be understood.

Write minutes and seconds in quotation marks: `"0:03"`.
"""
