"""A file is not saved as UTF-8.

Older editors save accents in other ways, and readers would see signs instead of letters. Open the file in your editor, choose the encoding UTF-8 and save it again.
"""
