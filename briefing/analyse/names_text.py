"""The article as plain lists of words, and the mention of a name in it: what the rules for names work on."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.tokens import Doc

from briefing.analyse import items

SENTENCE_ENDS = frozenset(".!?:;…")


@dataclass(slots=True)
class Mention:
    """A name: words `start` to `end` (half-open, of `Words`), with everything found out about it so far.

    `also` is a second function told here; another mention of the person bears it in the end.
    """

    start: int
    end: int
    label: str
    rule: str
    name: str = ""
    role: tuple[int, int] | None = None
    also: tuple[int, int] | None = None
    acts: bool = False
    gender: str = ""
    number: str = "s"


@dataclass(slots=True)
class Words:
    """The words of a document without white space; a word's number is its position in these lists.

    `token` and `at` lead from word to token and back; `people` are the persons of the trained pipeline by last word,
    `houses` its organisations.
    `sentence` is the number of the word's sentence; `tag`, `dep` and `case` are empty and `head` is the
    word itself where the document was not parsed. Boilerplate has the sentence number -1.
    """

    doc: Doc
    text: list[str] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    dep: list[str] = field(default_factory=list)
    case: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    first: list[bool] = field(default_factory=list)
    token: list[int] = field(default_factory=list)
    at: dict[int, int] = field(default_factory=dict)
    people: dict[str, set[str]] = field(default_factory=dict)
    houses: set[str] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.text)

    def string(self, start: int, end: int) -> str:
        """The text of the words `start` to `end` with single spaces, as one line, without soft hyphens."""
        raw = items.text_of(self.doc)[self.start[start] : self.end[end - 1]]
        return " ".join(raw.replace("\u00ad", "").split())

    def gap(self, number: int) -> str:
        """The white space between the word and the one before it."""
        return items.text_of(self.doc)[self.end[number - 1] : self.start[number]] if number else ""

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether two words exist and stand in one sentence outside boilerplate."""
        if not (0 <= one < len(self.text) and 0 <= other < len(self.text)):
            return False
        return self.sentence[one] == self.sentence[other] >= 0

    def word(self, number: int, sentence_of: int) -> str:
        """The word if it stands in the same sentence as the word `sentence_of`, else ""."""
        return self.text[number] if self.same_sentence(number, sentence_of) else ""

    def is_capitalised(self, number: int) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[number][:1].isupper()

    def is_noun(self, number: int) -> bool:
        """Whether the word is a noun or a name; without tags: capitalised."""
        return self.tag[number] in ("NN", "NE") if self.tag[number] else self.is_capitalised(number)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Words inside the characters `start` to `end` (half-open)."""
        return bisect_left(self.start, start), bisect_left(self.start, end)


def words_of(doc: Doc) -> Words:
    """Read the document once; linear in its length."""
    words = Words(doc)
    for entity in doc.ents:
        if entity.label_ == "PER":
            words.people.setdefault(entity[-1].text, set()).add(entity.text)
        elif entity.label_ == "ORG":
            words.houses.add(entity.text)
    parsed, bordered = doc.has_annotation("DEP"), doc.has_annotation("SENT_START")
    dead = [(start, end) for start, end, kind in items.article_of(doc)["blocks"] if kind == "boilerplate"]
    number, new, block = 0, True, 0
    for token in doc:
        if token.is_space:
            # A line may be wrapped inside a sentence; only an undivided document ends sentences at line breaks.
            new = new or (token.is_sent_start is True if bordered else "\n" in token.text)
            continue
        while block < len(dead) and dead[block][1] <= token.idx:
            block += 1
        new = new or (token.is_sent_start is True if bordered else words.text[-1:] in (["."], ["!"], ["?"]))
        number += new
        words.at[token.i] = len(words.text)
        words.token.append(token.i)
        words.text.append(token.text)
        words.tag.append(token.tag_)
        words.dep.append(token.dep_ if parsed else "")
        words.case.append(next(iter(token.morph.get("Case", [])), ""))
        words.lemma.append(token.lemma_)
        words.start.append(token.idx)
        words.end.append(token.idx + len(token))
        words.sentence.append(-1 if block < len(dead) and dead[block][0] <= token.idx else number)
        words.first.append(new)
        new = False
    for token in doc:
        if not token.is_space:
            words.head.append(words.at.get(token.head.i, words.at[token.i]) if parsed else words.at[token.i])
    return words
