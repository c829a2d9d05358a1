"""MkDocs renders the site: one build per edition. Nothing outside this folder knows MkDocs."""
