"""What the dictionary knows of a word form: its possible parts of speech, cases, genders, numbers and finite forms.

The table `WordForms` gives each form a set of bits (`READINGS`), the union over its readings. Of a form that the
dictionary lacks, the longest known last part speaks (*Klimaschutzgesetzes* as *Gesetzes*).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
from spacy.lookups import Lookups
from spacy.strings import get_string_id
from spacy.vocab import Vocab

KINDS: Final = (
    *("noun", "adjective noun", "verb noun", "name", "attributive", "predicative", "comparative", "superlative"),
    *("present participle", "past participle", "infinitive", "zu-infinitive", "finite", "finite joined", "imperative"),
    *("modal", "auxiliary", "adverb", "question", "genitive after", "dative after", "accusative after"),
    *("subordinating", "coordinating", "conjunction", "article", "possessive", "personal", "demonstrative"),
    *("indefinite", "reflexive", "relative", "particle", "other", "by last part"),
)
CASES: Final = tuple(f"{case} {number}" for case in ("nom", "gen", "dat", "acc") for number in ("m", "f", "n", "pl"))
FINITE: Final = ("1 sg", "2 sg", "3 sg", "1 pl", "2 pl", "3 pl", "present", "past", "KI", "KII")
READINGS: Final = (*KINDS, *CASES, *FINITE)
"""The bits, lowest first. `finite joined` is a separable verb in one word (*anrief*)."""
BIT: Final[Mapping[str, int]] = {name: 1 << place for place, name in enumerate(READINGS)}
TABLE: Final = "word_forms"
_KINDS: Final = sum(BIT[name] for name in KINDS)
_CASES: Final = sum(BIT[name] for name in CASES)
_FINITE: Final = sum(BIT[name] for name in FINITE)
_NOUNS: Final = BIT["noun"] | BIT["adjective noun"] | BIT["verb noun"] | BIT["name"]
_BY_PART: Final = BIT["by last part"]
_LEAST_PART: Final = 4
_LEAST_REST: Final = 2


class WordForms:
    """Word form → bits of `READINGS`; keeps 32 bits of each form's hash, not the form."""

    def __init__(self, keys: np.ndarray, kinds: np.ndarray, bits: np.ndarray) -> None:
        self._keys = keys
        self._kinds = kinds
        self._bits = bits

    @classmethod
    def make(cls, words: Mapping[str, int]) -> WordForms:
        """Pack `words`; two words with the same 32 bits share theirs. What a last part tells anyway is left out."""
        return cls.pack({word: words[word] for word in _needed(words)})

    @classmethod
    def pack(cls, words: Mapping[str, int]) -> WordForms:
        """Pack all of `words`."""
        packed: dict[np.uint32, int] = {}
        for word, bits in words.items():
            key = form_key(word)
            packed[key] = packed.get(key, 0) | bits
        keys = np.array(sorted(packed), dtype="<u4")
        kinds = sorted(set(packed.values()))
        place = {bits: number for number, bits in enumerate(kinds)}
        return cls(keys, np.array([place[packed[key]] for key in keys], dtype="<u2"), np.array(kinds, dtype="<u8"))

    @classmethod
    def of(cls, vocab: Vocab) -> WordForms:
        """Read the table that the vocabulary carries; an empty one if it carries none."""
        if not vocab.lookups.has_table(TABLE):
            return cls.pack({})
        table = vocab.lookups.get_table(TABLE)
        return cls(*(np.frombuffer(table[name], dtype=kind) for name, kind in _COLUMNS))

    def lookups(self) -> Lookups:
        """Return the table in the form in which spaCy saves it with the vocabulary."""
        lookups = Lookups()
        columns = (self._keys, self._kinds, self._bits)
        lookups.add_table(TABLE, {name: column.tobytes() for (name, _), column in zip(_COLUMNS, columns, strict=True)})
        return lookups

    def __len__(self) -> int:
        return len(self._keys)

    def exact(self, word: str) -> int:
        """Return the bits of a form as the dictionary writes it, 0 if it has none."""
        key = form_key(word)
        place = int(self._keys.searchsorted(key))
        found = place < len(self._keys) and self._keys[place] == key
        return int(self._bits[self._kinds[place]]) if found else 0

    def get(self, word: str) -> int:
        """Return the bits of a form; of a word with a capital also what it is in lower case."""
        if not len(self._keys) or not word[-1:].isalpha():
            return 0
        lower = word.lower()
        bits = self.exact(word) | (self.exact(lower) if lower != word else 0)
        return bits or self._by_part(word)

    def _by_part(self, word: str) -> int:
        for part in last_parts(word):
            bits = part_bits(word, self.exact(part))
            if bits:
                return bits
        return 0


_COLUMNS: Final = (("keys", "<u4"), ("kinds", "<u2"), ("bits", "<u8"))


def form_key(word: str) -> np.uint32:
    """The key has the table's type: numpy would convert the whole table for any other."""
    return np.uint32(get_string_id(word) & 0xFFFFFFFF)


def last_parts(word: str) -> Iterator[str]:
    """Yield what may be the last part of a compound, longest first, as the dictionary would write it."""
    if "-" in word:
        yield word.rpartition("-")[2]
        return
    capital = word[:1].isupper()
    if not word[1:].islower():
        return
    for start in range(_LEAST_REST, len(word) - _LEAST_PART + 1):
        yield word[start:].capitalize() if capital else word[start:]


def part_bits(word: str, bits: int) -> int:
    """Return what `bits` of a last part tell of the whole `word`: a capital makes a noun of it."""
    if word[:1].isupper() and "-" not in word and not bits & _NOUNS:
        return 0
    return bits | _BY_PART if bits else 0


def _needed(words: Mapping[str, int]) -> Iterator[str]:
    """Yield the words that their last parts do not tell as they are."""
    for word in words:
        told = next((bits for part in last_parts(word) if (bits := part_bits(word, words.get(part, 0)))), 0)
        if told & ~_BY_PART != words[word]:
            yield word


def kind_of(bits: int) -> int:
    """Return the part of `bits` that tells parts of speech."""
    return bits & _KINDS


def cases_of(bits: int) -> int:
    """Return the part of `bits` that tells case, gender and number."""
    return bits & _CASES


def finite_of(bits: int) -> int:
    """Return the part of `bits` that tells person, number, tense and mood."""
    return bits & _FINITE


def unpacked(bits: np.ndarray) -> np.ndarray:
    """Return a row of zeros and ones for each of `bits`."""
    octets = np.ascontiguousarray(bits.astype("<u8")).view("uint8").reshape(len(bits), 8)
    return np.unpackbits(octets, axis=1, bitorder="little")[:, : len(READINGS)].astype("float32")


def case_names(case: str, number: str, genders: str) -> Iterator[str]:
    """Yield the names of `CASES`; in the plural the gender does not count."""
    yield from (f"{c} {g}" for c, g in itertools.product(case.split(), ("pl",) if number == "pl" else genders))
