"""A record's folder has no `record.yml`.

Facts that are the same in every language stand there once. Two lines are enough to begin: `original:` and `origin:`.
"""
