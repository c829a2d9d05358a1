"""A setting in `mkdocs.yml` is wrong.

The plugin `tremplin` needs at least `languages`. The other settings are those of MkDocs.
"""
