"""A part of a text would not be shown.

Where a text stands without quotation marks, YAML takes what follows a space and `#` for a remark, and a word that begins with `!` for the name of a
type. Put the whole text in quotes: `title: "Door #1 in town"`. A remark of your own has a space after the `#`.
"""
