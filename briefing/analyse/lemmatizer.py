"""The trained pipeline's own component: lemmas, mood and agreement, after the parser.

`spacy.load` finds it once this module is imported. It is deterministic and reads no file but its own part of the
model folder. What the lexicon knows is derived from the LanguageTool full-form dictionary (CC BY-SA 4.0).

A `SuffixTable` answers for every word, known or not: the longest suffix in the table decides, so that
*Krankenhäuser* follows *Häuser* and *weitergegeben* follows *gegeben*. It is induced from the full forms by
`training.lexicon` so that it reproduces each of them exactly.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from spacy.language import Language
from spacy.parts_of_speech import IDS  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

from briefing.analyse.agreement import agree
from briefing.analyse.relations import correct_relations

TABLE_OF_TAG = {
    "NN": "noun",
    "ADJA": "adjective",
    "ADJD": "adjective",
    "FIN": "finite",
    "IMP": "finite",
    "INF": "infinitive",
    "IZU": "zu-infinitive",
    "PP": "participle",
}
"""STTS tag, or what follows VV, VA or VM in it, to the table of the lexicon."""

POS_OF_TAG = {
    **dict.fromkeys(("ADJA", "ADJD"), "ADJ"),
    **dict.fromkeys(("ADV", "PAV", "PWAV", "PTKA"), "ADV"),
    **dict.fromkeys(("ART", "PIAT", "PDAT", "PPOSAT", "PWAT", "PRELAT"), "DET"),
    **dict.fromkeys(("PPER", "PRF", "PIS", "PDS", "PRELS", "PWS"), "PRON"),
    **dict.fromkeys(("APPR", "APPRART", "APPO", "APZR", "PTKVZ"), "ADP"),
    **dict.fromkeys(("KON", "KOKOM"), "CCONJ"),
    **dict.fromkeys(("KOUS", "KOUI"), "SCONJ"),
    **dict.fromkeys(("PTKNEG", "PTKZU"), "PART"),
    **dict.fromkeys(("ITJ", "PTKANT"), "INTJ"),
    **dict.fromkeys(("VVFIN", "VVINF", "VVPP", "VVIZU", "VVIMP"), "VERB"),
    **dict.fromkeys(("VAFIN", "VAINF", "VAPP", "VAIMP", "VMFIN", "VMINF", "VMPP"), "AUX"),
    **dict.fromkeys(("$.", "$,", "$("), "PUNCT"),
    **dict.fromkeys(("FM", "XY"), "X"),
    **dict.fromkeys(("NN", "TRUNC"), "NOUN"),
    "NE": "PROPN",
    "CARD": "NUM",
    "_SP": "SPACE",
}
"""The universal part of speech of an STTS tag; the pipeline's two taggers never contradict each other."""

_POS_ID: Final[Mapping[str, int]] = {part: IDS[part] for part in POS_OF_TAG.values()}
_VERB = re.compile(r"V[VAM]([A-Z]+)\Z")
_MAX_CACHED = 50_000


class SuffixTable:
    """Longest-suffix lookup; a key that begins with `^` is a whole word. Values are plain strings."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self.entries = entries
        self._longest = max((len(key) for key in entries), default=0)

    def get(self, word: str) -> str | None:
        """Return the value of the longest suffix of the lower-case `word`, or None where nothing matches."""
        anchored = f"^{word}"
        for start in range(max(len(anchored) - self._longest, 0), len(anchored) + 1):
            value = self.entries.get(anchored[start:])
            if value is not None:
                return value
        return None


def apply_rule(form: str, rule: str) -> str:
    """Apply `N:text`: drop N characters at the end of `form`, append `text`, keep a first capital."""
    count, _, ending = rule.partition(":")
    strip = int(count)
    stem = form[: len(form) - strip] if strip else form
    if not stem and form[:1].isupper():
        ending = ending[:1].upper() + ending[1:]
    return stem + ending


class Lexicon:
    """Lemmas of words by tag, and the mood that a finite form shows by itself."""

    def __init__(self, data: Mapping[str, Mapping[str, str]]) -> None:
        self.data = data
        self._tables = {name: SuffixTable(entries) for name, entries in data.items()}
        self._cache: dict[tuple[str, str], str] = {}

    def lemma(self, form: str, tag: str) -> str:
        """Return the lemma of `form` under the STTS tag `tag`; separable prefixes are not joined here."""
        key = (form, tag)
        if key not in self._cache:
            if len(self._cache) >= _MAX_CACHED:
                self._cache.clear()
            self._cache[key] = self._lemma(form, tag)
        return self._cache[key]

    def _lemma(self, form: str, tag: str) -> str:
        if any(letter.isdigit() for letter in form):
            return form
        lower = form.lower()
        fixed = self.data.get("fixed", {}).get(f"{tag} {lower}")
        if fixed is not None:
            return fixed
        verb = _VERB.match(tag)
        table = self._tables.get(TABLE_OF_TAG.get(verb.group(1) if verb else tag, ""))
        if table is None:
            return form if tag in ("NE", "CARD", "FM", "XY", "TRUNC", "") or form.isupper() else lower
        if form.isupper() and len(form) > 1:
            return form
        rule = table.get(_last_part(lower))
        lemma = form if rule is None else apply_rule(form, rule)
        if tag == "NN":
            return lemma[:1].upper() + lemma[1:]
        if verb or not (form[:1].isupper() and lemma == form and form.endswith("er")):
            return lemma if "-" in lemma or lemma[1:2].isupper() else lemma.lower()
        return lemma

    def name_lemma(self, form: str, *, genitive: bool) -> str:
        """Return a proper name without its genitive -s where the name does not end in s by itself."""
        if not genitive or len(form) < 4 or not form.endswith("s") or form[-2] in "sxzß'" or form.isupper():
            return form
        return form if f"NE {form}" in self.data.get("names in s", {}) else form[:-1]

    def noun(self, form: str) -> str:
        """Return what is known of a noun's form, `gender|number`, with `?` where it is open."""
        table = self._tables.get("noun features")
        return (table.get(_last_part(form.lower())) if table else None) or "?|?"

    def mood(self, form: str) -> str:
        """Return `K1`, `K2` (only Konjunktiv I or II in the third person), `I` (never) or `?` (both)."""
        table = self._tables.get("mood")
        return (table.get(form.lower()) if table else None) or "?"


def _last_part(word: str) -> str:
    """*eu-staaten* is inflected as *staaten*."""
    last = word.rpartition("-")[2]
    return last if len(last) > 2 else word


class GermanLemmatizer:
    """Sets lemmas, derives the part of speech from the tag, corrects mood and the features of noun phrases."""

    def __init__(self, nlp: Language, name: str = "german_lemmatizer") -> None:
        self.name = name
        self.lexicon = Lexicon({})

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc` in place; needs STTS tags, uses dependencies where the parser has set them."""
        tokens = list(doc)
        tags = [token.tag_ for token in tokens]
        particles = _particles(tokens, tags)
        nouns: dict[int, str] = {}
        for i, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
            form = token.text
            part = POS_OF_TAG.get(tag)
            if part is not None:
                token.pos = _POS_ID[part]
            if tag == "NN":
                nouns[i] = self.lexicon.noun(form)
            elif tag.endswith("FIN"):
                set_mood(token, self.lexicon)
            if tag == "NE":
                genitive = form.endswith("s") and "Gen" in token.morph.get("Case", [])
                token.lemma_ = self.lexicon.name_lemma(form, genitive=genitive)
            elif token.is_space:
                token.lemma_ = form
            else:
                lemma = self.lexicon.lemma(form, tag)
                token.lemma_ = particles[i] + lemma if i in particles else lemma
        agree(doc, nouns)
        correct_relations(doc)
        return doc

    def to_bytes(self, **_: Any) -> bytes:
        """Return the lexicon, compressed; the same lexicon gives the same bytes."""
        raw = json.dumps(self.lexicon.data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return gzip.compress(raw.encode(), mtime=0)

    def from_bytes(self, data: bytes, **_: Any) -> GermanLemmatizer:
        """Read what `to_bytes` wrote."""
        self.lexicon = Lexicon(json.loads(gzip.decompress(data)))
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Write the lexicon to the folder `path`."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / "lexicon.json.gz").write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: Any) -> GermanLemmatizer:
        """Read the lexicon from the folder `path`."""
        return self.from_bytes((Path(path) / "lexicon.json.gz").read_bytes())


def set_mood(token: Token, lexicon: Lexicon) -> None:
    """Correct the features of a finite verb whose form leaves no choice of mood."""
    known = lexicon.mood(token.text)
    if known == "?":
        return
    features = token.morph.to_dict()
    features["VerbForm"] = "Fin"
    if known == "I":
        features["Mood"] = "Imp" if features.get("Mood") == "Imp" else "Ind"
    elif known == "K2":
        features.update(Mood="Sub", Tense="Past")
    elif _says_i(token):
        features.update(Mood="Ind", Tense="Pres", Person="1", Number="Sing")
    else:
        number = "Plur" if token.lower_.endswith("n") else "Sing"
        features.update(Mood="Sub", Tense="Pres", Person="3", Number=number)
    token.set_morph(features)  # type: ignore[attr-defined]


def _particles(tokens: Sequence[Token], tags: Sequence[str]) -> dict[int, str]:
    """Map the index of a finite verb to its separated prefix: the parser's, else the last verb before it."""
    found: dict[int, str] = {}
    for i, tag in enumerate(tags):
        if tag != "PTKVZ":
            continue
        token = tokens[i]
        verb: int | None = token.head.i
        if token.dep_ != "compound:prt" or tags[token.head.i] not in ("VVFIN", "VVIMP"):
            verb = _verb_before(tokens, tags, i)
        if verb is not None and verb not in found:
            found[verb] = token.lower_
    return found


def _verb_before(tokens: Sequence[Token], tags: Sequence[str], i: int) -> int | None:
    """Return the last finite verb before token `i` in its sentence."""
    while i >= 0:
        if tags[i] in ("VVFIN", "VVIMP"):
            return i
        if tokens[i].is_sent_start:
            return None
        i -= 1
    return None


def _says_i(token: Token) -> bool:
    """Tell whether the subject of a finite verb is *ich*; then *habe* or *gehe* is no Konjunktiv."""
    doc = token.doc
    if token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "ich":
        return True
    for i in range(token.i - 1, max(token.i - 15, -1), -1):
        other = doc[i]
        if other.is_punct or other.is_space or other.tag_ in ("KON", "PRELS") or other.tag_.endswith("FIN"):
            return False
        if other.lower_ == "ich":
            return True
    return False


@Language.factory("german_lemmatizer", assigns=["token.lemma", "token.morph", "token.pos"], requires=["token.tag"])
def create_lemmatizer(nlp: Language, name: str) -> GermanLemmatizer:
    """Create the component with an empty lexicon; `spacy.load` fills it from the model folder."""
    return GermanLemmatizer(nlp, name)
