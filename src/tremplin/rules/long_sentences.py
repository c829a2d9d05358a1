"""The summary in plain language has long sentences.

Easy-to-read texts have one thought in a sentence (Inclusion Europe, Information for all). The figure is the mean number of words in a
sentence; a mean above 12, or one sentence above 20, is hard for people who read little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.model.draft import Draft

MEAN, LONGEST = 12, 20
"""Words in a sentence."""
_END = re.compile(r"[.!?…][\"”»“’)]*\s+(?=[^a-zà-öø-ÿąćęłńóśźżčėįšųūăâîșț])")
_WORD = re.compile(r"\w[\w'’\-]*")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Plain summaries that are not plain."""
    for tag, wording in draft.record.words.items():
        text = wording.texts.get("plain_summary")
        if not isinstance(text, str):
            continue
        mean, longest = measured(text)
        if mean > MEAN or longest > LONGEST:
            yield Diagnostic(
                "long-sentences", draft.words_place(tag, ("plain_summary",)),
                message("the sentences have {mean} words on average, the longest {longest}", mean=round(mean, 1), longest=longest),
                message("write sentences of at most {longest} words, {mean} on average", longest=LONGEST, mean=MEAN), Severity.WARNING,
            )


def measured(text: str) -> tuple[float, int]:
    """Words in a sentence: the mean, and the most."""
    lengths = [count for sentence in _END.split(text) if (count := len(_WORD.findall(sentence)))]
    return (sum(lengths) / len(lengths), max(lengths)) if lengths else (0.0, 0)
