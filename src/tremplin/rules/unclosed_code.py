"""A block of code is opened and not closed.

Everything below three backticks belongs to the code until three backticks stand alone on a line: headings, too. Write them below the code, or delete those that open it.
"""
