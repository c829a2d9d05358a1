"""How strong the evidence of a practice is: computed from how each change is known, never typed.

The scale follows the Maryland scale in spirit (facts/domain.md, section B): 0 none, 1 told, 2 counted,
3 before and after, 4 comparison group, 5 drawn by lot.
"""

from __future__ import annotations

from collections.abc import Mapping

from tremplin.model.kinds.practice import Evolution

GRADES: Mapping[str, int] = {"narrative": 1, "monitoring": 2, "before-after": 3, "comparison": 4, "randomised": 5}
SMALL = 30
"""Below this number of people a comparison is graded one step lower."""


def strength(evolution: tuple[Evolution, ...]) -> int:
    """The grade of the best-known change, 0 to 5."""
    return max((grade(change) for change in evolution), default=0)


def grade(change: Evolution) -> int:
    """The grade of one change. A comparison with neither a figure nor a direction shows nothing."""
    found = GRADES[change.design]
    if found >= GRADES["monitoring"] and change.value is None and change.direction is None:
        return GRADES["narrative"]
    if found >= GRADES["before-after"] and change.n is not None and (change.n.number or 0) < SMALL:
        return found - 1
    return found
