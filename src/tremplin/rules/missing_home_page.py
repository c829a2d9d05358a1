"""The site has no home page.

The choice of languages leads to `docs/<language>/index.md`. Write it in at least one language; the others show it with a notice.
"""
