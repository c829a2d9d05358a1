"""Something in `record.yml` is not described in the original language.

Every gesture, criterion and change needs words, at least in the language the record was first written in. Add them to the front matter of the original's file, under the same identifier.
"""
