"""The words in the original language are missing.

Every record is complete in one language, the one it was first written in. Translations are measured against it.
"""
