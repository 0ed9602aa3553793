"""The sentences of an interview are no forms of each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from quotes_builder import People, article

from briefing.aggregate.quotes import merge


@pytest.mark.parametrize(("rule", "groups"), [("direct/turn", 2), ("direct/frame-before", 1)])
def test_like_sentences_of_one_interview_stay_apart(rule: str, groups: int) -> None:
    made, found = article(
        "a0",
        "[direct|Rutte|Zehntausende Menschen sind aus ganz Deutschland in unsere schöne Stadt gekommen.]\n"
        "[direct|Rutte|Zehntausende Menschen sind aus ganz Deutschland in unsere Stadt gekommen.]",
    )
    quotes = tuple(replace(quote, rule=rule) for quote in found.quotes)
    entries = merge({"a0": made}, {"a0": replace(found, quotes=quotes)}, {"a0": "a0"}, People(("Mark Rutte",)))
    assert len(entries) == groups
