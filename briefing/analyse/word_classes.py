"""What dictionary and gazetteers know of a word form: noun or other word, first name, surname, place, organisation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from spacy.lookups import Lookups
from spacy.strings import get_string_id
from spacy.vocab import Vocab

CLASSES: Final = ("noun", "word", "first name", "surname", "place", "organisation", "PER", "ORG", "LOC")
"""The bits of a word class, lowest first. `word` is any other part of speech, in lower case; the last three are
what the word mostly is in the silver names of Wikipedia."""
TABLE: Final = "word_classes"
_NAME_BITS: Final = sum(1 << bit for bit, name in enumerate(CLASSES) if name not in ("noun", "word"))
_WORD_BIT: Final = 1 << CLASSES.index("word")


class WordClasses:
    """Word form → bits of `CLASSES`; keeps 32 bits of each form's hash, not the form."""

    def __init__(self, keys: np.ndarray, bits: np.ndarray) -> None:
        self._keys = keys
        self._bits = bits

    @classmethod
    def make(cls, words: Mapping[str, int]) -> WordClasses:
        """Pack `words`; two words with the same 32 bits share theirs."""
        packed: dict[np.uint32, int] = {}
        for word, bits in words.items():
            key = _key(word)
            packed[key] = packed.get(key, 0) | bits
        keys = np.array(sorted(packed), dtype="<u4")
        return cls(keys, np.array([packed[key] for key in keys], dtype="<u2"))

    @classmethod
    def of(cls, vocab: Vocab) -> WordClasses:
        """Read the table that the vocabulary carries; an empty one if it carries none."""
        if not vocab.lookups.has_table(TABLE):
            return cls(np.zeros(0, "<u4"), np.zeros(0, "<u2"))
        table = vocab.lookups.get_table(TABLE)
        return cls(np.frombuffer(table["keys"], dtype="<u4"), np.frombuffer(table["bits"], dtype="<u2"))

    def lookups(self) -> Lookups:
        """Return the table in the form in which spaCy saves it with the vocabulary."""
        lookups = Lookups()
        lookups.add_table(TABLE, {"keys": self._keys.tobytes(), "bits": self._bits.tobytes()})
        return lookups

    def _exact(self, word: str) -> int:
        key = _key(word)
        place = int(self._keys.searchsorted(key))
        return int(self._bits[place]) if place < len(self._keys) and self._keys[place] == key else 0

    def get(self, word: str) -> int:
        """Return the bits of a form; of a genitive the name's, of a word with hyphens those of its parts."""
        if not len(self._keys) or not word[:1].isalpha():
            return 0
        bits = self._exact(word) | (self._exact(word.lower()) & _WORD_BIT)
        if not bits & _NAME_BITS and word[-1] == "s" and len(word) > 3:
            bits |= self._exact(word[:-1]) & _NAME_BITS
        if not bits and "-" in word:
            for part in word.split("-"):
                bits |= self._exact(part)
        return bits


def _key(word: str) -> np.uint32:
    """The key has the table's type: numpy would convert the whole table for any other."""
    return np.uint32(get_string_id(word) & 0xFFFFFFFF)
