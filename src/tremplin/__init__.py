"""Tremplin compiles YAML and Markdown records into a searchable, multilingual public site."""

__version__ = "0.1.0"
