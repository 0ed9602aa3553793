"""The table of word forms (`briefing.analyse.forms.WordForms`) from the LanguageTool full-form dictionary."""

from __future__ import annotations

import collections
from collections.abc import Iterator
from pathlib import Path

from spacy.lookups import Lookups
from spacy.util import registry

from briefing.analyse.forms import BIT, WordForms, case_names
from training.lexicon import read_dictionary

NOMINAL = {"NOM": "nom", "GEN": "gen", "DAT": "dat", "AKK": "acc"}
GOVERNED = {"GEN": "genitive after", "DAT": "dative after", "AKK": "accusative after"}
GENDERS = {"MAS": "m", "FEM": "f", "NEU": "n"}
NUMBERS = {"SIN": "sg", "PLU": "pl"}
PRONOUNS = {
    "POS": "possessive",
    "PER": "personal",
    "DEM": "demonstrative",
    "IND": "indefinite",
    "REF": "reflexive",
    "RIN": "relative",
}
CONJUNCTIONS = {"UNT": "subordinating", "NEB": "coordinating"}
DEGREES = {"KOM": "comparative", "SUP": "superlative"}
TENSES = {"PRÄ": "present", "PRT": "past", "KJ1": "KI", "KJ2": "KII"}
VERBS = {
    "INF": "infinitive",
    "EIZ": "zu-infinitive",
    "PA1": "present participle",
    "PA2": "past participle",
    "IMP": "imperative",
    "MOD": "modal",
    "AUX": "auxiliary",
}
PARTICIPLES = {"PA1": "present participle", "PA2": "past participle"}


def build(corpora: Path) -> WordForms:
    """Make the table."""
    words: collections.defaultdict[str, int] = collections.defaultdict(int)
    for form, _, tag in read_dictionary(corpora / "gazetteers" / "languagetool_german_morph.tsv.gz"):
        for name in readings(tag):
            words[form] |= BIT[name]
    return WordForms.make({word: bits for word, bits in words.items() if word[-1:].isalpha()})


def readings(tag: str) -> Iterator[str]:
    """Yield the names of `briefing.analyse.forms.READINGS` that a tag of the dictionary stands for."""
    first, *parts = tag.rstrip("*#").split(":")
    given = set(parts)
    if first == "VER":
        yield from _verb(given)
    elif first == "PRP":
        yield from (name for case, name in GOVERNED.items() if parts and case in parts[-1].split("+"))
    elif first == "KON":
        yield CONJUNCTIONS.get(parts[0] if parts else "", "conjunction")
    elif first == "ADV":
        yield "question" if "INR" in parts[:1] else "adverb"
    elif first == "ZUS":
        yield "particle"
    elif first in ("SUB", "EIG", "ADJ", "PA1", "PA2", "PRO", "ART"):
        yield from _nominal(first, given)
    else:
        yield "other"


def _verb(given: set[str]) -> Iterator[str]:
    yield from (name for part, name in VERBS.items() if part in given)
    tenses = [name for part, name in TENSES.items() if part in given]
    if tenses:
        yield "finite joined" if "NEB" in given else "finite"
        yield from tenses
        yield from (
            f"{person} {NUMBERS[number]}"
            for person in ("1", "2", "3")
            for number in ("SIN", "PLU")
            if {person, number} <= given
        )


def _nominal(first: str, given: set[str]) -> Iterator[str]:
    if first == "SUB":
        yield "adjective noun" if "ADJ" in given else "verb noun" if "INF" in given else "noun"
    elif first == "EIG":
        yield "name"
    elif first == "ART":
        yield "article"
    elif first == "PRO":
        yield from (name for part, name in PRONOUNS.items() if part in given)
    else:
        yield "predicative" if "PRD" in given else "attributive"
        yield from (PARTICIPLES[first],) if first in PARTICIPLES else ()
    yield from (name for part, name in DEGREES.items() if part in given)
    genders = "".join(sign for part, sign in GENDERS.items() if part in given) or "mfn"
    number = "pl" if "PLU" in given else "sg"
    yield from (name for part, case in NOMINAL.items() if part in given for name in case_names(case, number, genders))


@registry.misc("training.word_forms.v1")  # type: ignore[untyped-decorator]
def read_forms(path: str) -> Lookups:
    """Read the table's folder; a training configuration names this in `[initialize.lookups]`."""
    return Lookups().from_disk(path)
