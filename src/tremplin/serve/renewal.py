"""The one place that knows what a running process remembers of files which belong to the generator itself."""

from __future__ import annotations

import sys

_OURS = __name__.partition(".")[0]


def renew() -> None:
    """Forget everything that our functions remember (`functools.cache`), after a template, style or catalogue of ours has changed on the disk.

    What must go: `cache.code_digest`, since templates and styles count as code, and pages made from the old ones would be
    kept under the old digest; `pages.templates`, which holds compiled templates and does not look at their files again;
    `locales.catalogue`, which holds the sentences of the `.po` files; and what is made from those, such as the headings in
    `validate.wording`. The rest costs milliseconds to find again, and a list here would be out of date with the next `@cache`.

    Nothing else needs it: records, lists, hand-written pages and the base's own theme are compared with the disk in every
    build, the theme's templates are compiled again when their text differs, and Python code is loaded once.
    """
    modules = [module for name, module in sys.modules.items() if name.partition(".")[0] == _OURS]
    for module in modules:
        for value in list(vars(module).values()):
            clear = getattr(value, "cache_clear", None)
            if callable(clear):
                clear()
