"""A file in a record's folder is not used.

Words go into `<language>.md`, facts into `record.yml`, films and pictures into `media`.
"""
