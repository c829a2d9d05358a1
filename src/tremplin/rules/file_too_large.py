"""A text file is larger than one megabyte.

Records are short texts. A file this large is usually a film or a picture under a wrong name. Put media into the record's `media` folder.
"""
