"""Inflected forms of the verbs in a word list, so that a verb is known without a trained lemmatizer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

Form = Literal["finite", "participle", "infinitive"]

# Verbs with these beginnings build the participle without ge-.
_INSEPARABLE = ("be", "ver", "ent", "emp", "er", "zer", "wider", "miss", "hinter", "unter", "über")
# zu-infinitives and clause-final forms join prefix and stem; split forms stand apart.


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One way a form can be read: which verb (infinitive), which form, and the prefix that must follow apart."""

    verb: str
    form: Form
    particle: str = ""


_NEEDS_E = re.compile(r"(?:[td]|(?:ch|[bdfgkpt])[nm])$")  # arbeitet, öffnet, bezeichnet


def _stem(infinitive: str) -> str:
    return infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]


def _present(stem: str, infinitive: str) -> set[str]:
    link = "e" if _NEEDS_E.search(stem) else ""
    forms = {f"{stem}e", f"{stem}{link}t", infinitive, f"{stem}{link}st", f"{stem}est"}
    if infinitive.endswith("eln"):
        forms.add(f"{stem[:-2]}le")
    return forms


def _weak(stem: str) -> tuple[set[str], str]:
    link = "e" if _NEEDS_E.search(stem) else ""
    past = {f"{stem}{link}te", f"{stem}{link}ten", f"{stem}{link}test"}
    participle = f"{stem}{link}t"
    if not stem.startswith(_INSEPARABLE) and not stem.endswith("ier"):
        participle = f"ge{participle}"
    return past, participle


def inflect(entry: str) -> dict[str, tuple[VerbForm, ...]]:
    """Every form of one entry of the word list (see `claims.toml`) with its readings.

    Form of an entry: `[prefix|]infinitive [preterite participle [third person singular]]`.
    """
    first, *principal = entry.split()
    particle, _, infinitive = first.rpartition("|")
    name = f"{particle}{infinitive}"
    stem = _stem(infinitive)
    finite = _present(stem, infinitive)
    if principal:
        past = principal[0]
        finite |= (
            {past, f"{past}n", f"{past}en"} if past.endswith("e") else {past, f"{past}en", f"{past}t", f"{past}st"}
        )
        participle = principal[1]
        finite |= set(principal[2:])
    else:
        weak, participle = _weak(stem)
        finite |= weak
    readings: dict[str, set[VerbForm]] = {}

    def add(text: str, form: Form, apart: str = "") -> None:
        readings.setdefault(text, set()).add(VerbForm(name, form, apart))

    for form in finite:
        add(form, "finite", particle)
        if particle:
            add(f"{particle}{form}", "finite")
    add(f"{particle}{participle}", "participle")
    add(name, "infinitive")
    if particle:
        add(f"{particle}zu{infinitive}", "infinitive")
    return {form: tuple(sorted(found, key=lambda r: (r.form, r.particle))) for form, found in readings.items()}


@cache
def index(entries: tuple[str, ...]) -> dict[str, tuple[VerbForm, ...]]:
    """All forms of all entries, each with its readings."""
    table: dict[str, tuple[VerbForm, ...]] = {}
    for entry in entries:
        for form, readings in inflect(entry).items():
            table[form] = (*table.get(form, ()), *readings)
    return table
