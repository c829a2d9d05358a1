"""A field has a name that is not known.

Its value would be lost. Often it is a spelling mistake; the hint names the field that was probably meant. Correct the name, or delete the line.
"""
