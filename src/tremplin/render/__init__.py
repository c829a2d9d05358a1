"""Pages to HTML: `mkdocs` is the default, `tree` a plain tree for other tools."""
