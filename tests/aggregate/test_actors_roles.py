"""The functions of actors, as the briefing shows them."""

from __future__ import annotations

import pytest
from test_actors import story


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("die ‹Senatoren› {Max Muster=PER!}", "Senator"),
        ("die ‹Senatoren› {Anna Muster=PER!}", "Senatorin"),
        ("die ‹Grünen-Experten› {Anna Muster=PER!}", "Grünen-Expertin"),
        ("die ‹Abgeordneten› {Anna Muster=PER!}", "Abgeordnete"),
        ("die ‹Abgeordnete› {Anna Muster=PER!}", "Abgeordnete"),
        ("den ‹Senatoren› {Max Muster=PER!}", "Senatoren"),
        ("die ‹Anwälte› {Anna Muster=PER!}", "Anwälte"),
        ("die ‹Regisseurinnen› {Max Muster=PER!}", "Regisseurin"),
        ("‹Ehefrau› {Anna Muster=PER!} und ‹Ärztin› {Anna Muster=PER!}", "Ärztin"),
    ],
)
def test_a_function_is_told_of_one(text: str, role: str) -> None:
    (actor,) = story(text).actors
    assert [one.role for one in actor.roles] == [role]
