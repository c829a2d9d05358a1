"""The words in the original language are missing.

Every record is complete in one language, the one it was first written in. Translations are measured against it. Write the file of that language, or correct `original` in `record.yml`.
"""
