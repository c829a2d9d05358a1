"""Kinds, library, edition, page, language: frozen values, no input and no output."""
