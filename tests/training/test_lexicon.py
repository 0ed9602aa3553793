"""Suffix tables reproduce what they were induced from; readings of a form decide its mood."""

from __future__ import annotations

import collections
import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analyse.lemmatizer import Lexicon, SuffixTable, apply_rule
from training import lexicon

WORDS = st.text("abcäß", min_size=0, max_size=8)


@given(st.dictionaries(WORDS, st.sampled_from(("x", "y", "z")), min_size=1))
def test_a_table_gives_back_every_word(values: dict[str, str]) -> None:
    table = SuffixTable(lexicon.induce(values))
    assert {word: table.get(word) for word in values} == values


@given(WORDS, WORDS)
def test_a_rule_makes_the_lemma(form: str, lemma: str) -> None:
    assert apply_rule(form, lexicon.rule(form, lemma)) == lemma


def test_compounds_follow_their_last_part() -> None:
    table = lexicon.induce({"häuser": "5:aus", "kinder": "2:", "bäume": "4:aum"})
    data = {"noun": table}
    assert Lexicon(data).lemma("Krankenhäuser", "NN") == "Krankenhaus"


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (("VER:1:SIN:KJ1:NON", "VER:1:SIN:PRÄ:NON", "VER:3:SIN:KJ1:NON"), "K1"),
        (("VER:1:SIN:KJ2:NON", "VER:3:SIN:KJ2:NON"), "K2"),
        (("VER:3:SIN:PRT:SFT", "VER:3:SIN:KJ2:SFT"), "?"),
        (("VER:1:PLU:PRÄ:NON", "VER:3:PLU:PRÄ:NON", "VER:3:PLU:KJ1:NON"), "?"),
        (("VER:3:SIN:PRT:NON",), "I"),
        (("VER:2:SIN:PRÄ:NON",), "I"),
    ],
)
def test_mood_of_a_form(tags: tuple[str, ...], expected: str) -> None:
    assert lexicon.moods(tags) == expected


def test_the_commoner_lemma_wins_and_the_treebank_corrects(tmp_path: Path) -> None:
    lines = "Daten\tDatum\tSUB:NOM:PLU:NEU\nDaten\tDate\tSUB:NOM:PLU:FEM\nsagte\tsagen\tVER:3:SIN:PRT:SFT\n"
    lines += "#aus\tausen\tVER:IMP:SIN -- disabled\nging\tgehen\tVER:3:SIN:PRT:NON\n"
    with gzip.open(tmp_path / "d.gz", "wt", encoding="utf-8") as out:
        out.write(lines)
    gold = {("die", "ART"): collections.Counter({"der": 3, "die": 1})}
    data = lexicon.build(tmp_path / "d.gz", {"Datum": 50, "Date": 3, "Paris": 40, "Pari": 2}, gold)
    found = Lexicon(data)
    assert found.lemma("Daten", "NN") == "Datum"
    assert found.lemma("Die", "ART") == "der"
    assert found.lemma("ging", "VVFIN") == "gehen"
    assert found.name_lemma("Paris", genitive=True) == "Paris"
    assert found.name_lemma("Putins", genitive=True) == "Putin"
    assert found.mood("ging") == "I"
