"""Counter-statements without a number: *Diese Zahl sei weitaus höher*, *deutlich weniger Teilnehmer*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from briefing.aggregate.disagreements_statements import Actors
from briefing.aggregate.ids import stable_id
from briefing.model import Analysis, Article, Disagreement, NumberTopic, NumberValue, Sentence, Side, Span

_DEGREE = r"(?:weitaus|weit|deutlich|viel|wesentlich|erheblich|noch|sehr viel|um ein Vielfaches)"
_COUNTED = (
    r"(?:Zahl|Zahlen|Opferzahl|Opferzahlen|Angabe|Angaben|Summe|Dunkelziffer|Teilnehmerzahl|Todeszahl|Verluste|Werte?|"
    r"Schaden|Kosten|Schätzung|Schätzungen)"
)
# Only what points to the number just given or to the true one; other numbers rise and fall.
_POINTING = r"(?:[Dd]iese[rn]?|[Tt]atsächlichen?|[Ww]ahren?|[Ww]irklichen?|[Rr]ealen?|genannten?)"
_COUNTER = re.compile(
    rf"\b(?:{_POINTING} {_COUNTED}|Dunkelziffer)\b[^.!?;]{{0,80}}?"
    rf"\b(?:{_DEGREE} (?:höher|größer|niedriger|geringer|kleiner)|zu (?:hoch|niedrig|gering)|höher|niedriger|"
    r"übertrieben|untertrieben|geschönt|gefälscht|aus der Luft gegriffen)\b"
)
_DOUBTED = re.compile(
    r"\b(?:be|an)zweifel\w+\b[^.!?;]{0,60}\b(?:diese[rn]?|die) (?:\w+ )?(?:Zahl|Zahlen|Angabe|Angaben|Schätzung)\b"
    r"|\b(?:[Dd]iese|[Dd]ie) (?:\w+ )?(?:Zahl|Zahlen|Angaben|Schätzung)\b[^.!?;]{0,60}"
    r"\b(?:bezweifelt|angezweifelt|umstritten)\b"
    r"|\b(?:wies|wiesen|weist|weisen) (?:diese|die) (?:Zahl|Zahlen|Angaben?|Schätzung|Schätzungen|Rechnung)\b"
    r"[^.!?;]{0,100}\bzurück\b|\b(?:nannte|nennt|nannten|nennen) (?:diese|die) (?:Zahl|Zahlen|Schätzung)\b"
    r"[^.!?;]{0,40}\b(?:falsch|spekulativ|reine Spekulation|übertrieben|erfunden|unseriös)\b"
)
_NEAR = 2  # sentences back to the number that is meant


def find_counter_statements(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], topics: tuple[NumberTopic, ...], actors: Actors
) -> list[Disagreement]:
    """A number and the statement that it is too high, too low or doubtful, where it follows the number."""
    placed = [(span, value, topic) for topic in topics for value in topic.values for span in value.evidence]
    found = []
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        for number, sentence in enumerate(analysis.sentences):
            counter = None if sentence.block == "boilerplate" else _counter(sentence, text)
            if counter is None:
                continue
            unknown = "Dunkelziffer" in text[counter.start : counter.end]  # of cases, never of a share
            counted = [p for p in placed if not (unknown and _is_share(p[2]))]
            excludes = _COUNTER.search(text, counter.start, counter.end) is not None
            meant = _meant(analysis.sentences[max(0, number - _NEAR)].span.start, counter, counted)
            if meant is not None:
                item = _disagreement(counter, analysis, *meant, actors)
                found.append(item if excludes else replace(item, assessment="spread"))
    return found


def _is_share(topic: NumberTopic) -> bool:
    return topic.unit == "Prozent" or topic.topic.startswith("Anteil")


def _counter(sentence: Sentence, text: str) -> Span | None:
    """The counter-statement in a sentence: all of it, or what follows a semicolon before its words."""
    start, end = sentence.span.start, sentence.span.end
    said = text[start:end]
    match = _COUNTER.search(said) or _DOUBTED.search(said)
    if match is None or re.search(r"\d", said[said.rfind(";", 0, match.start()) + 1 : match.end()]):
        return None  # with a number of its own it is a comparison
    opening = said.rfind(";", 0, match.start()) + 1
    opening += len(said[opening:]) - len(said[opening:].lstrip())
    return Span(article=sentence.span.article, start=start + opening, end=end)


def _meant(
    start: int, counter: Span, placed: list[tuple[Span, NumberValue, NumberTopic]]
) -> tuple[Span, NumberValue, NumberTopic] | None:
    """The last count between `start` and the counter-statement; none if that has a number of its own."""
    near = [p for p in placed if p[0].article == counter.article and start <= p[0].start < counter.end]
    if any(p[0].start >= counter.start for p in near):
        return None
    return max(near, key=lambda p: p[0].start, default=None)


def _disagreement(
    counter: Span, analysis: Analysis, span: Span, value: NumberValue, topic: NumberTopic, actors: Actors
) -> Disagreement:
    holder = _holder(counter, analysis, actors)
    excluded = bool(holder) and bool(value.attributed_to) and holder != value.attributed_to
    return Disagreement(
        id=stable_id("D", "counter", topic.id, str(value.low), str(value.high)),
        kind="number",
        about=topic.topic,
        assessment="contradiction" if excluded else "spread",
        reason="Eine andere Stelle hält die Zahl für zu hoch, zu niedrig oder zweifelhaft, ohne selbst eine zu nennen.",
        sides=(
            Side(holders=(value.attributed_to,) if value.attributed_to else (), statement=span, evidence=(span,)),
            Side(holders=(holder,) if holder else (), statement=counter, evidence=(counter,)),
        ),
        rule="number-counter-statement",
    )


def _holder(counter: Span, analysis: Analysis, actors: Actors) -> str:
    """Who says it: the holder of a claim or the speaker of a quotation in the sentence."""
    inside = (counter.start, counter.end)
    names = [c.holder_name for c in analysis.claims if inside[0] <= c.span.start < inside[1]]
    names += [q.speaker_name for q in analysis.quotes if q.content and inside[0] <= q.content[0].start < inside[1]]
    name = next((n for n in names if n), "")
    actor = actors.of(analysis.article, name) if name else None
    return actor.name if actor is not None else name
