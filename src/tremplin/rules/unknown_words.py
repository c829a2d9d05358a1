"""A text describes something that `record.yml` does not have.

Words are tied to facts by identifiers: `gestures:` in the text file uses the identifiers of `gestures:` in record.yml.
"""
