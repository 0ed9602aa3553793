"""A stance is told with holder and matter, or not at all."""

from __future__ import annotations

import pytest

from briefing.aggregate.actors import merge
from briefing.model import Analysis, Article, Claim, Name, Sentence, Span

HOLDER = "Anna Muster"


def stances(text: str, claim: str, holder: str = HOLDER) -> list[str]:
    """The stances of the holder in a text of sentences that end in a full stop."""

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(article="a", start=start, end=start + len(words))

    sentences = tuple(Sentence(span=span(part + "."), block="body") for part in text.removesuffix(".").split(". "))
    claims = (Claim(span=span(claim), stance="denies", holder=span(holder), holder_name=HOLDER),)
    names = (Name(span=span(HOLDER), label="PER", name=HOLDER, role=None, acts=True),)
    analysis = Analysis(article="a", sentences=sentences, claims=claims, names=names)
    found = merge({"a": Article(id="a", file="a", text=text)}, {"a": analysis}, {"a": "a"})
    return [text[span.start : span.end] for actor in found.actors for span in actor.stance]


@pytest.mark.parametrize(
    ("text", "claim", "told"),
    [
        ("Anna Muster lehnt die Kürzung ab.", "lehnt die Kürzung ab", ["lehnt die Kürzung ab"]),
        ("Anna Muster will Kürzungen nicht akzeptieren.", "akzeptieren",
         ["Anna Muster will Kürzungen nicht akzeptieren."]),
        ("Anna Muster nannte die Lage „bitter“ und rief zur Ruhe auf.", "„bitter“ und rief zur Ruhe auf",
         ["Anna Muster nannte die Lage „bitter“ und rief zur Ruhe auf."]),
        ("Anna Muster wies das Angebot zurück.", "wies das Angebot zurück", ["wies das Angebot zurück"]),
        ("Anna Muster wies das zurück.", "wies das zurück", []),
        ("Es sprach " + "lange " * 50 + "Anna Muster und lehnte ab.", "lehnte ab", []),
    ],
)  # fmt: skip
def test_a_stance_has_its_matter(text: str, claim: str, told: list[str]) -> None:
    assert stances(text, claim) == told


def test_a_short_claim_about_somebody_of_another_sentence_is_left_out() -> None:
    assert stances("Anna Muster sprach lange zu ihnen. Dann sagte sie ab.", "sagte sie ab") == []
