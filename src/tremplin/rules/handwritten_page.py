"""MkDocs has found something in a hand-written page.

Often a link leads to a page that is not there. Other messages are those of MkDocs.
"""
