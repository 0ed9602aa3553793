"""Names of persons: parts, gender of first names, spellings, and whether two names can be one person."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.german.words import load

PARTICLES = frozenset(
    """von van der den de di da del della du dos das la le zu zum zur vom und y e ben bin ibn al el ter ten te af av d'
    of abu bint""".split()
)
# Particles that are no given name either, when they are printed with a capital letter.
_LEADING = frozenset("Von Van Le De Di Da Del Della Du Dos Zu Zur Ter Ten".split())
_SUFFIXES = frozenset("jr. jr sr. sr i. ii. iii. iv. v. vi. xvi. xxiii. ii iii iv".split())
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ı": "i",
        "æ": "a",
        "œ": "o",
        "ð": "d",
        "þ": "t",
        "ß": "s",
        "’": "",
        "'": "",
        "ʼ": "",
        "`": "",
    }
)
_SPELLINGS = (
    (r"tsch|tch", "c"), (r"sch|sh", "s"), (r"kh", "ch"), (r"[yj]", "i"), (r"w|(?<=[oe])ff$", "v"), (r"gh", "g"),
    (r"ck|q", "k"), (r"th", "t"), (r"ph", "f"), (r"ou", "u"), (r"x", "ks"),
)  # fmt: skip
_SLAVIC = re.compile(r"(?:sk[ijy]*|enko|[oe][wv]a?|itsch)$")


class PersonName(NamedTuple):
    """Given names and family name (with particles) of a person; `family_first` as in Chinese and Korean names."""

    given: tuple[str, ...]
    family: str
    family_first: bool = False


@cache
def _gender_table() -> dict[str, str]:
    data = load("first_names")
    table = dict.fromkeys(data["male"].split(), "m")
    table |= dict.fromkeys(data["female"].split(), "f")
    return table | dict.fromkeys(data["both"].split(), "")


def is_dignity(word: str) -> bool:
    """Whether the word is a dignity that makes a full name of a given name (*König Salman*, *Papst Franziskus*)."""
    return word in _dignities()


@cache
def _dignities() -> frozenset[str]:
    return frozenset(load("names_classes")["dignities"].split())


def is_party(text: str) -> bool:
    """Whether the words are a party as it stands in brackets behind a politician's name (*CDU*, *Freie Wähler*)."""
    return "-".join(text.lower().split()) in _parties()


@cache
def _parties() -> frozenset[str]:
    return frozenset(load("names_classes")["parties"].split())


def is_first_name(word: str) -> bool:
    """Whether a word is a common first name (also doubled, *Hans-Peter*)."""
    return word.split("-")[0] in _gender_table()


def first_name_gender(name: str) -> str:
    """Gender "m" or "f" by the first name of a full name, "" where it is unknown or borne by both."""
    words = name.split()
    if len(words) < 2 or split(name).family_first:
        return ""
    return _gender_table().get(words[0].split("-")[0], "")


@cache
def _name_data() -> tuple[frozenset[str], frozenset[str], dict[str, frozenset[int]]]:
    data = load("names_classes")
    classes: dict[str, frozenset[int]] = {}
    for number, line in enumerate(data["same_given"]):
        for name in line.split():
            classes[fold(name)] = classes.get(fold(name), frozenset()) | {number}
    return frozenset(data["chinese"].split()), frozenset(data["korean"].split()), classes


def _family_first(words: list[str]) -> bool:
    """Chinese, Korean and Vietnamese names put the family name first (*Kim Jong Un*, *Xi Jinping*)."""
    if len(words) < 2 or len(words) > 3:
        return False
    chinese, korean, _ = _name_data()
    if words[0] in chinese:
        return len(words) == 3 or words[1] not in _gender_table()
    if words[0] in korean:
        rest = re.split(r"[ -]", " ".join(words[1:]))
        return len(rest) == 2 and all(len(syllable) <= 5 and syllable not in _gender_table() for syllable in rest)
    return False


@lru_cache(maxsize=32768)
def split(name: str) -> PersonName:
    """Given names and family name: `Ursula von der Leyen` → ("Ursula",), "von der Leyen"."""
    whole = name.replace("\u00ad", "").split() or [""]
    words = [word for word in whole if word.lower() not in _SUFFIXES] or whole
    if _family_first(words):
        return PersonName((" ".join(words[1:]),), words[0], True)
    if len(words) == 1:
        return PersonName((), words[0])
    start = len(words) - 1
    while start > 0 and words[start - 1].lower() in PARTICLES and (words[start - 1].islower() or start > 1):
        start -= 1
    if start == 1 and words[0] in _LEADING:
        start = 0  # "De Masi", at the beginning of a sentence "Von Storch"
    return PersonName(tuple(words[:start]), " ".join(words[start:]))


@lru_cache(maxsize=32768)
def fold(word: str) -> str:
    """Spelling class of a name: case, diacritics and usual transliterations are levelled.

    `Selenskyj`, `Selenski` and `Zelensky` have one class, so have `Lukaschenko` and `Lukashenko`,
    `Erdoğan` and `Erdogan`, `Müller` and `Mueller`. For comparison only, never shown.
    """
    low = unicodedata.normalize("NFKC", word).lower().translate(_LETTERS)
    low = re.sub(r"ä|ae", "a", low)
    low = re.sub(r"ö|oe", "o", low)
    low = re.sub(r"ü|ue", "u", low)
    low = "".join(char for char in unicodedata.normalize("NFKD", low) if not unicodedata.combining(char))
    if _SLAVIC.search(low):
        low = low.replace("z", "s")
    for pattern, class_ in _SPELLINGS:
        low = re.sub(pattern, class_, low)
    low = re.sub(r"(.)\1+", r"\1", low)
    return re.sub(r"[\s-]+", " ", low).strip()


def same_given(one: str, other: str) -> bool:
    """Whether two given names can belong to one person: same spelling class, nickname, or initial."""
    if one.endswith(".") or other.endswith("."):
        return one[:1] == other[:1]
    a, b = fold(one), fold(other)
    classes = _name_data()[2]
    return a == b or bool(classes.get(a, frozenset()) & classes.get(b, frozenset()))


def same_family(one: str, other: str) -> bool:
    """Whether two family names are one name in different spelling (particles and *al-* may be left out)."""
    return family_key(one) == family_key(other)


@lru_cache(maxsize=32768)
def family_key(family: str) -> str:
    """Spelling class of a family name without particles, by which `same_family` compares: for tables."""
    return fold(_bare(family))


def _bare(family: str) -> str:
    words = [word for word in family.split() if word.lower() not in PARTICLES] or family.split()
    return re.sub(r"^(?:al|el|ar|as|asch)-(?=\w)", "", " ".join(words), flags=re.IGNORECASE)


def same_person(one: str, other: str) -> bool:
    """Whether two full names (with a given name each) name one person; a bare family name never decides.

    `Joseph R. Biden` is `Joe Biden`, `Kim Jong-un` is `Kim Jong Un`; `Kim Yong-hyun` is neither.
    """
    a, b = split(one), split(other)
    if not (a.given and b.given):
        return False
    if not same_family(a.family, b.family):
        return False
    if a.family_first or b.family_first:
        return fold(" ".join(a.given)) == fold(" ".join(b.given))
    initials_a, initials_b = ([word[0] for word in given[1:] if word.endswith(".")] for given in (a.given, b.given))
    if initials_a and initials_b and initials_a != initials_b:
        return False  # George H. W. Bush and George W. Bush
    if same_given(a.given[0], b.given[0]):
        return True
    full_a = [word for word in a.given if not word.endswith(".")]
    full_b = [word for word in b.given if not word.endswith(".")]
    return any(same_given(x, y) for x in full_a for y in full_b) and (len(full_a) == 1) != (len(full_b) == 1)


def genitive_bases(word: str) -> tuple[str, ...]:
    """Forms a name may have without a genitive ending (*Putins* → *Putin*, *Merz'* → *Merz*), likeliest first."""
    if word.endswith(("'", "’")):
        return (word[:-1],) if len(word) > 1 else ()
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us'")):
        return (word[:-1],)
    return ()
