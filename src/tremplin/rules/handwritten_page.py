"""MkDocs has found something in a hand-written page.

Often a link leads to a page that is not there, or `nav` in `mkdocs.yml` names one. The message is that of MkDocs.
"""
