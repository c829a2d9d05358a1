"""Files to sources: YAML and Markdown with the place of every value."""
