"""Words that report speech: verbs with all their forms, nouns, prepositions, the Konjunktiv.

The inflected forms are generated (weak verbs by rule, strong verbs from their principal parts), so
nothing here depends on a lemmatizer or a tagger. Word lists: `data/reporting.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefing.german import words

Kind = Literal["finite", "participle", "infinitive"]

# Prefixes that take no ge- in the participle.
_UNSTRESSED = ("be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "über", "unter", "wider", "durch", "wieder")
_ENDINGS_PRESENT = ("e", "st", "t", "en")
_ENDINGS_PAST = ("te", "test", "ten", "tet")


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb; `prefix` is its separable prefix, `frames` the letters of `reporting.toml`."""

    lemma: str
    prefix: str
    base: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """An inflected form; `split` is true where the separable prefix stands apart (teilte … mit)."""

    verb: Verb
    kind: Kind
    split: bool = False


def weak_forms(base: str, *, ge: bool = True) -> tuple[set[str], str]:
    """Finite forms (present, preterite, Konjunktiv) and the past participle of a weak verb.

    >>> forms, participle = weak_forms("sagen")
    >>> sorted(forms)
    ['sage', 'sagen', 'sagst', 'sagt', 'sagte', 'sagten', 'sagtest', 'sagtet']
    >>> participle
    'gesagt'
    """
    stem = re.sub(r"(?<=[^e])n$|en$", "", base)
    link = "e" if re.search(r"(?:[td]|chn|[^lrhaeiouäöüy][mn])$", stem) and not stem.endswith(("mm", "nn")) else ""
    forms = {stem + (link if e in ("st", "t") else "") + e for e in _ENDINGS_PRESENT}
    forms |= {stem + link + e for e in _ENDINGS_PAST}
    if stem.endswith(("er", "el")):
        forms |= {stem + "n", stem[:-2] + stem[-1] + "e"}
        forms.discard(stem + "en")
    if stem.endswith(("s", "ß", "z", "x")):
        forms.add(stem + "t")
    no_ge = not ge or base.startswith(_UNSTRESSED) or stem.endswith("ier")
    return forms, ("" if no_ge else "ge") + stem + link + "t"


def strong_forms(base: str, parts: str) -> tuple[set[str], str]:
    """Finite forms and participle from the principal parts (present, preterite, participle, Konjunktiv II)."""
    present, past, participle, second = parts.split()
    stem = re.sub(r"en$|n$", "", base)
    forms = {
        present,
        stem + "e",
        stem + "en",
        stem + "t",
        past,
        second,
        second + ("n" if second.endswith("e") else "en"),
    }
    forms |= {past + ("n" if past.endswith("e") else "en"), base}
    return forms, participle


def _inflect(base: str) -> tuple[set[str], str]:
    """Finite forms and participle of a verb without separable prefix."""
    strong = words.load("reporting")["strong"]
    if base in strong:
        return strong_forms(base, strong[base])
    for prefix in _UNSTRESSED:
        rest = base.removeprefix(prefix)
        if rest != base and rest in strong:
            present, past, participle, second = strong[rest].split()
            bare = participle if rest == participle else re.sub("^ge", "", participle)
            bare = {"gessen": "essen"}.get(bare, bare)
            parts = " ".join(prefix + part for part in (present, past, bare, second))
            return strong_forms(base, parts)
    return weak_forms(base)


@cache
def verbs(table: str = "group") -> tuple[Verb, ...]:
    """All reporting verbs (of table `view`: verbs of expecting and judging), the frames of several groups united."""
    frames: dict[str, set[str]] = {}
    thought: dict[str, bool] = {}
    for group in words.load("reporting")[table]:
        for entry in group["verbs"].split():
            frames.setdefault(entry, set()).update(group["frames"])
            thought[entry] = thought.get(entry, True) and "t" in group["frames"]
    found = []
    for entry, letters in frames.items():
        prefix, _, base = entry.rpartition("|")
        if not thought[entry]:
            letters.discard("t")
        found.append(Verb(lemma=prefix + base, prefix=prefix, base=base, frames=frozenset(letters)))
    return tuple(found)


@cache
def forms(table: str = "group") -> dict[str, tuple[Form, ...]]:
    """Every inflected form of the verbs of `table` in lower case with the verbs it may belong to."""
    found: dict[str, list[Form]] = {}

    def add(text: str, form: Form) -> None:
        if form not in found.setdefault(text, []):
            found[text].append(form)

    for verb in verbs(table):
        finite, participle = _inflect(verb.base)
        for form in sorted(finite):
            if verb.prefix:
                add(form, Form(verb, "finite", split=True))
            add(verb.prefix + form, Form(verb, "finite"))
        add(verb.prefix + participle, Form(verb, "participle"))
        add(verb.lemma, Form(verb, "infinitive"))
        if verb.prefix:
            add(f"{verb.prefix}zu{verb.base}", Form(verb, "infinitive"))
    return {text: tuple(entries) for text, entries in found.items()}


@cache
def phrases() -> dict[str, tuple[tuple[str, frozenset[str], frozenset[str]], ...]]:
    """Light verbs: form → (lemma, words of which one must stand in the clause, frames)."""
    table: dict[str, list[tuple[str, frozenset[str], frozenset[str]]]] = {}
    for phrase in words.load("reporting")["phrase"]:
        verb = phrase["verb"]
        finite, participle = _inflect(verb)
        if verb == "sein":
            finite |= {"ist", "sind", "war", "waren", "sei", "seien", "wäre", "wären"}
        if verb == "werden":
            finite |= {"werde", "wird", "werden", "wurde", "wurden"}
        entry = (verb, frozenset(phrase["words"]), frozenset(phrase["frames"]))
        for form in sorted({*finite, participle, verb}):
            table.setdefault(form, []).append(entry)
    return {form: tuple(entries) for form, entries in table.items()}


@cache
def nouns(kind: str) -> frozenset[str]:
    """Nouns of one list: `statement`, `content`, `not_source`, `title_before`; as they are written."""
    return frozenset(words.load("reporting")["nouns"][kind].split())


def is_institution(noun: str) -> bool:
    """Whether a noun (or the last part of a compound) names a body or a group that can speak: *Landgericht*."""
    return noun.lower().endswith(_institutions())


@cache
def _institutions() -> tuple[str, ...]:
    return tuple(words.load("reporting")["nouns"]["institution"].split())


def is_text(noun: str) -> bool:
    """Whether a noun (or the last part of a compound) names a text or a finding that tells something: *Vorstudie*."""
    return noun.lower().endswith(_endings("text"))


def is_person(noun: str) -> bool:
    """Whether a noun by its ending or its last part names persons: *Anwohnerinnen*, *Befragten*, *Eltern*."""
    return noun.lower().endswith(_endings("person"))


def ends_like(noun: str, kind: str) -> bool:
    """Whether a noun is one of the list `kind` (`change`, `seen`) or a compound that ends in one: *Umsatzrückgang*."""
    return noun.lower().endswith(_endings(kind))


@cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(words.load("reporting")["nouns"][kind].split())


@cache
def prepositional(lemma: str) -> frozenset[str]:
    """Words of which one must follow for a verb to report by itself (`sprechen` von); empty: none needed."""
    table = {key.replace("|", ""): value for key, value in words.load("reporting")["prepositional"].items()}
    return frozenset(table.get(lemma, ()))


@cache
def _konjunktiv(which: str) -> frozenset[str]:
    return frozenset(words.load("reporting")["konjunktiv"][which].split())


# Stems in t or d, whose Konjunktiv I looks like a preterite (er arbeite, er biete).
_T_STEM = re.compile(
    r"(?:ei[td]|rat|iet|tret|gelt|wart|icht|eut|acht|üst|äft|alt|ürcht|aust|ut|ind|end|ünd|ied|eid|ad|ord|uld|ött|ett|itt|att|ust|ist)e$"
)


def konjunktiv(form: str) -> int:
    """1 for a certain Konjunktiv I, 2 for Konjunktiv II, 0 otherwise; by the form alone, third person.

    Konjunktiv II also stands in reported speech where Konjunktiv I equals the indicative (*sie hätten*).
    """
    if form in _konjunktiv("one"):
        return 1
    return 2 if form in _konjunktiv("two") else 0


def looks_konjunktiv(form: str) -> bool:
    """Whether a finite verb of the third person in this form can only be Konjunktiv I (*er handele*).

    In the indicative no third person ends in -e but weak preterites in -te, and of the verbs in -te
    only those whose stem ends in t or d are Konjunktiv.
    """
    if konjunktiv(form) == 1:
        return True
    if not form.endswith("e") or len(form) < 4 or form in ("wurde", "hatte", "würde", "siehe"):
        return False
    if not form.endswith("te"):
        return True
    return bool(_T_STEM.search(form)) and not form.endswith("ete") and not re.search(r"[bdgklmnprsuzfhw]te$", form)
