"""A translation has a heading that its kind does not know, and lacks a section of the original.

Sections are recognised by their headings. Under another heading the text is shown at the end of the page, and its section appears in the language of the original: write the heading of the form, as the hint tells it.
"""
