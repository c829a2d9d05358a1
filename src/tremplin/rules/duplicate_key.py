"""The same field is written twice.

Only one of the two values could be kept; the other would be lost without a word. Keep the right one.
"""
