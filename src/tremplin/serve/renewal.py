"""The one place that knows what a running process remembers of files which belong to the generator itself."""

from __future__ import annotations

from tremplin.cache import code_digest
from tremplin.locales import catalogue
from tremplin.pages.templates import environment
from tremplin.validate.wording import section_headings


def renew() -> None:
    """Forget what was made from our templates, styles and catalogues, after one of them has changed on the disk.

    Nothing else needs it: records, lists, hand-written pages and the base's own theme are compared with the disk in every
    build, the theme's templates are compiled again when their text differs, and our Python code is not loaded twice.
    """
    code_digest.cache_clear()  # Templates and styles count as code: with the old digest, pages made from the old ones would be kept.
    environment.cache_clear()  # Holds the compiled templates of `pages/` and does not look at their files again.
    catalogue.cache_clear()  # Holds the sentences of the `.po` files.
    section_headings.cache_clear()  # Made from the catalogues: the headings by which sections are recognised.
