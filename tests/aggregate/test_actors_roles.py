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


def test_functions_of_the_past_follow_those_of_today() -> None:
    articles = "Die ‹frühere Managerin› {Anna Muster=PER!} kam.", "Die ‹Vorsitzende› {Anna Muster=PER!} ging."
    (merz,) = story(*articles).actors
    assert [role.role for role in merz.roles] == ["Vorsitzende", "frühere Managerin"]
    (braun,) = story(
        "Der ‹ehemalige Chef› {Max Muster=PER!} kam.", "Der ‹ehemalige Chef› {Max Muster=PER!} kam.",
        "Der ‹Manager› {Max Muster=PER!} ging.",
    ).actors  # fmt: skip
    assert [role.role for role in braun.roles] == ["ehemalige Chef", "Manager"]


def test_what_says_nothing_of_a_function_is_none() -> None:
    (actor,) = story("Der ‹massige Mann› {Max Muster=PER!} kam.", "Der ‹Minister› {Max Muster=PER!} kam.").actors
    assert [role.role for role in actor.roles] == ["Minister"]


def test_a_party_is_a_function_only_where_no_other_is_told() -> None:
    (one,) = story("{Anna Muster=PER!} (‹CDU› ", "‹CDU› {Anna Muster=PER!} kam, ‹Ministerin› {Anna Muster=PER!}").actors
    assert [role.role for role in one.roles] == ["Ministerin"]
    (other,) = story("‹Grüne› {Anna Muster=PER!}", "‹von der Klinik Muster› {Anna Muster=PER!} kam.").actors
    assert sorted(role.role for role in other.roles) == ["Grüne", "von der Klinik Muster"]
