"""Values are nested more deeply than any field needs.

Usually a bracket is not closed or the indentation grows with each line.
"""
