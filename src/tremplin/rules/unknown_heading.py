"""A heading is not written as its kind knows it, and a section is missed.

Sections are recognised by their headings: `## ` and the words of the form, as the hint tells them. A text under another heading is shown elsewhere on the page, and in a translation its section appears in the language of the original.
"""
