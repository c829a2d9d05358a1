"""How strong the evidence of a practice is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.libraries import reading
from tremplin.model import choices
from tremplin.model.evidence import GRADES, SMALL, grade, strength
from tremplin.model.kinds.practice import Evolution, PracticeFacts

ROOT = Path(__file__).parents[2]

changes = st.builds(
    Evolution, id=st.just("a"), kind=st.just("skill"), source=st.just("s"), design=st.sampled_from(sorted(GRADES)), direction=st.none() | st.just("better"),
    value=st.none() | st.just(3.0), n=st.none() | st.integers(0, 100), unit=st.none(), baseline=st.none(), comparison=st.none(), period=st.none(),
)


def change(design: choices.Design, **more: object) -> Evolution:
    return Evolution.model_validate({"id": "a", "kind": "skill", "source": "s", "design": design, **more})


@pytest.mark.parametrize(("design", "number"), [("narrative", 1), ("monitoring", 2), ("before-after", 3), ("comparison", 4), ("randomised", 5)])
def test_the_scale_goes_from_told_to_drawn_by_lot(design: choices.Design, number: int) -> None:
    assert grade(change(design, value=72)) == number
    assert grade(change(design, direction="better")) == number


def test_without_any_change_there_is_no_evidence() -> None:
    assert strength(()) == 0


@pytest.mark.parametrize("design", ["monitoring", "before-after", "comparison", "randomised"])
def test_a_change_without_figure_and_direction_is_only_told(design: choices.Design) -> None:
    assert grade(change(design)) == 1
    assert grade(change(design, n=1000)) == 1


@pytest.mark.parametrize(("design", "number"), [("narrative", 1), ("monitoring", 2), ("before-after", 2), ("comparison", 3), ("randomised", 4)])
def test_a_comparison_of_few_people_counts_one_step_less(design: choices.Design, number: int) -> None:
    assert grade(change(design, value=72, n=SMALL - 1)) == number


@pytest.mark.parametrize("design", sorted(GRADES))
def test_thirty_people_are_enough(design: choices.Design) -> None:
    assert grade(change(design, value=72, n=SMALL)) == GRADES[design]


@given(st.lists(changes, max_size=5).map(tuple), st.randoms())
def test_the_best_known_change_counts_wherever_it_stands(evolution: tuple[Evolution, ...], chance: object) -> None:
    shuffled = list(evolution)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random

    assert strength(evolution) == max(map(grade, evolution), default=0) == strength(tuple(shuffled))
    assert 0 <= strength(evolution) <= 5


def test_every_grade_has_a_name() -> None:
    assert set(choices.LABELS["evidence"]) == {"0", *map(str, GRADES.values())}


def test_the_practices_of_this_base_have_the_strength_that_their_sources_give_them() -> None:
    records = reading(ROOT, is_preview=True).records
    practices = {path: strength(record.facts.evolution) for path, record in records.items() if isinstance(record.facts, PracticeFacts)}

    assert {path.removeprefix("good_practices/"): strength for path, strength in practices.items()} == {
        "zero-long-term-unemployment-territories": 3, "marienthal-job-guarantee": 5, "insieme-per-il-lavoro": 2, "social-integration-centres-poland": 2,
        "barka-network": 2, "jobpath": 4, "community-employment-and-tus": 4, "work-immersion-pmsmp": 4, "afest": 2, "cisp-wallonia": 3, "article-60": 2,
        "mirec-charleroi": 2, "empresas-de-insercion": 2, "vocational-training-lithuania": 4, "temporary-public-employment-romania": 4,
        "reddito-di-cittadinanza-activation": 2, "sky-pilots": 2,
    }
