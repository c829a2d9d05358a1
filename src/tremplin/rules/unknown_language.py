"""A file is named after a language that the site does not have.

Name it after one of the site's languages, or add the language to `mkdocs.yml`.
"""
