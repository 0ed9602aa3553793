"""What the dictionary knows of word forms: the bits, the packed table, compounds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy

from briefing.analyse.forms import BIT, READINGS, WordForms, cases_of, finite_of, kind_of, unpacked
from training.forms import readings


def bits(names: str) -> int:
    return sum(BIT[name.strip()] for name in names.split(","))


def table() -> WordForms:
    words = {
        "Gesetz": "noun, nom n, dat n, acc n",
        "Schutzgesetz": "noun, nom n, dat n, acc n",
        "gehen": "infinitive, finite, 1 pl, 3 pl, present, KI",
        "Gehen": "verb noun, nom n, dat n, acc n",
        "politischen": "attributive, dat pl",
        "die": "article, nom f",
        "Esel": "noun, nom m",
    }
    return WordForms.make({word: bits(names) for word, names in words.items()})


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("Gesetz", "noun, nom n, dat n, acc n"),
        ("Klimaschutzgesetz", "noun, nom n, dat n, acc n, by last part"),
        ("EU-Gesetz", "noun, nom n, dat n, acc n, by last part"),
        ("klimapolitischen", "attributive, dat pl, by last part"),
        ("Die", "article, nom f"),
        ("Gehen", "verb noun, nom n, dat n, acc n, infinitive, finite, 1 pl, 3 pl, present, KI"),
    ],
)
def test_readings_of_a_form(form: str, names: str) -> None:
    assert table().get(form) == bits(names)


@pytest.mark.parametrize("form", ["", "2020", "Xyz", "gesetz-", "SPD", "Weg"])
def test_nothing_is_known(form: str) -> None:
    assert table().get(form) == 0


def test_a_compound_is_left_out_if_its_last_part_tells_as_much() -> None:
    known = table()
    assert known.exact("Schutzgesetz") == 0
    assert kind_of(known.get("Schutzgesetz")) == bits("noun, by last part")
    assert len(known) == 6


def test_the_vocabulary_carries_the_table(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    nlp.vocab.lookups = table().lookups()
    nlp.to_disk(tmp_path)
    assert WordForms.of(spacy.load(tmp_path).vocab).get("Die") == bits("article, nom f")
    assert WordForms.of(spacy.blank("de").vocab).get("Die") == 0


def test_the_bits_fall_into_three_groups() -> None:
    assert len(READINGS) <= 64
    whole = sum(BIT.values())
    assert kind_of(whole) + cases_of(whole) + finite_of(whole) == whole
    row = unpacked(np.array([bits("noun, KII"), 0], dtype="uint64"))
    assert row.shape == (2, len(READINGS))
    assert [READINGS[place] for place in np.flatnonzero(row[0])] == ["noun", "KII"]
    assert not row[1].any()


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("SUB:NOM:SIN:FEM", "noun, nom f"),
        ("SUB:DAT:PLU:MAS:ADJ", "adjective noun, dat pl"),
        ("ADJ:AKK:SIN:NEU:KOM:SOL", "attributive, comparative, acc n"),
        ("ADJ:PRD:GRU", "predicative"),
        ("PA2:PRD:GRU:VER", "predicative, past participle"),
        ("VER:3:SIN:KJ1:NON:NEB", "finite joined, KI, 3 sg"),
        ("VER:MOD:1:PLU:PRT", "finite, modal, past, 1 pl"),
        ("VER:EIZ:SFT", "zu-infinitive"),
        ("VER:IMP:SIN", "imperative"),
        ("PRP:LOK:DAT+AKK", "dative after, accusative after"),
        ("KON:UNT", "subordinating"),
        ("KON:VGL", "conjunction"),
        ("PRO:PER:NOM:PLU:ALG", "personal, nom pl"),
        ("PRO:REF:AKK:SIN:ALG", "reflexive, acc m, acc f, acc n"),
        ("ART:DEF:GEN:SIN:FEM", "article, gen f"),
        ("EIG:NOM:SIN:NEU:NOA:STD", "name, nom n"),
        ("ADV:INR", "question"),
        ("ZUS", "particle"),
        ("INJ", "other"),
    ],
)
def test_readings_of_a_tag(tag: str, names: str) -> None:
    assert sum(BIT[name] for name in set(readings(tag))) == bits(names)
