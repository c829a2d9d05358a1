"""An identifier has characters that addresses cannot have.

Use small letters, digits and hyphens. It becomes part of the page's address and never changes.
"""
