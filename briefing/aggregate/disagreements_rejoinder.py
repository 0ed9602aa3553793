"""Rejoinders: a view that the text itself sets against the one before (*X hält dagegen: …*, *Y sieht das anders*).

Each side is shown with its whole sentence, for its frame may deny or doubt the words. The mark must be the
article's own word and not one of a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from briefing.aggregate.disagreements_judgements import judgement
from briefing.aggregate.disagreements_reproach import touch
from briefing.aggregate.disagreements_statements import Actors, called
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights, concepts, keywords
from briefing.model import Analysis, Article, Disagreement, Name, Sentence, Side, Span

# What opposes the sentence before; *hielten gut dagegen* alone is sport.
_MARK = re.compile(
    r"\b(?:entgegnete?n?\b.{0,60}[,:„\"]|konterte?n?\b.{0,40}[,:„\"]|"
    r"(?:hält|halten|hielt|hielten) (?:(?!den |der |ihren |seinen )[\w-]+ ){0,5}?(?:dagegen|entgegen)"
    r"(?:[,:]| (?:den|die|das|eine?n?|solche|diese\w?) [^.!?]{1,160} für [a-zäöü]+[.,])|"
    r"(?:sieht|sehen|sah|sahen) (?:das|dies|es) (?:[\w-]+ ){0,4}?anders(?:[.:,]| und\b)|"
    r"(?:ist|sind|war|waren|vertritt|vertreten|vertrat) (?:[\w-]+ ){0,3}?(?:anderer|gegenteiliger|eine andere|"
    r"eine gegenteilige) (?:Meinung|Ansicht|Auffassung)|"
    r"(?:^|(?<=[:,] ))(?:(?:Doch |Aber )?(?:[Gg]enau )?[Dd]em|Ihm|Ihr|Ihnen|Dieser? [A-ZÄÖÜ]\w+) "
    r"(?:[a-zäöü]+ ){0,2}?widersp(?:rich|rach)\w*|"
    r"widersp(?:rich|rach)\w* (?:dem|(?:dieser|diesen|diesem) [A-ZÄÖÜ]\w+)(?: (?:\w+ )?"
    r"(?:jedoch|allerdings|aber|entschieden|vehement|"
    r"energisch|heftig|deutlich|scharf))?[.,:;]|^(?:Doch |Aber )?(?:[\w-]+ ){1,4}widersp(?:rich|rach)\w*[.:]|"
    r"teil(?:t|en|te|ten) (?:diese|die|seine|ihre|dessen|deren) (?:Ansicht|Einschätzung|Auffassung|Meinung|Sicht|"
    r"Kritik|Bedenken|Sorgen?|Befürchtung) (?:\w+ ){0,4}nicht)"
)
# A verdict on what the sentence before tells, by one of these or by a word that judges something bad.
_VERDICT = re.compile(
    r"\b(?:(?:hält|halten|hielt|hielten) (?:(?:das|dies) (?![A-ZÄÖÜ]\w+ )|diese[nrms]? [A-ZÄÖÜ]\w+ )"
    r"(?:(?!nicht |kaum )[\w-]+ ){0,3}?für (?P<held>[^.,;:!?]{4,80})|"
    r"(?:nannte|nannten|nennt|nennen|bezeichne\w+) (?:das|dies) (?![A-ZÄÖÜ]\w+ )"
    r"(?:(?!nicht |kaum )[\w-]+ ){0,3}?(?:als )?(?P<called>[^.,;:!?]{4,80}))[.,;:]"
)
_BAD = re.compile(
    r"^[„“\"»]?(?:(?:nicht|kaum|wenig|viel zu|zu) [a-zäöüß]+|(?:völlig |deutlich |stark |total |maßlos )?"
    r"(?:über|unter)trieben|unwahrscheinlich|unmöglich|un\w+(?:lich|bar|isch|haft|ig|ant|istisch|iös)|lächerlich|absurd|"
    r"übertrieben|verfrüht|verfassungswidrig|gesetzwidrig|illusorisch|naiv|heuchlerisch|populistisch|fahrlässig|Unsinn|"
    r"Quatsch|Unfug|Panikmache|Spekulation|hanebüchen)\w{0,2}[“”\"«]?$"
)
_DENIED = re.compile(
    r"^(?:Das|Dies|Diese (?:Angaben?|Darstellung|Behauptung|Zahl(?:en)?)) (?:wird|werden|wurden?) (?:[\w-]+ ){0,3}?"
    r"(?:angezweifelt|bezweifelt|bestritten|dementiert|in Zweifel gezogen)\b"
)
_NO_MARK = re.compile(
    r"\b(?:nichts|wenig|kaum|nicht|keine?|hätte\w*|könnte\w*|würde\w*|wer|wenn|worauf) (?:[\w-]+ ){0,4}$", re.IGNORECASE
)
_LEAST = 25  # characters that a sentence has at least which can be opposed
_SHORT = 60  # characters up to which a sentence tells only that somebody differs, and the next one tells how


def find_rejoinders(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """The rejoinders of all articles, in reading order."""
    weights = Weights(analyses)
    found = []
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        told = [s for s in analysis.sentences if s.block in ("lead", "body")]
        for before, sentence, after in zip(told, told[1:], [*told[2:], None], strict=False):
            way = _opposes(sentence, text, analysis) if before.span.end - before.span.start >= _LEAST else ""
            if way:
                one = _opposed(analysis, actors, told, before)
                short = sentence.span.end - sentence.span.start <= _SHORT
                other = _side(analysis, actors, sentence, after if short else None)
                held = {"rejoinder": (other,), "verdict": (one, other), "denied": (one,)}[way]
                if all(side.holders for side in held) and one.holders != other.holders:
                    found.append(_disagreement(one, other, before, sentence, text, weights))
    return found


def _opposed(analysis: Analysis, actors: Actors, told: list[Sentence], before: Sentence) -> Side:
    """The sentence before; with the one before that where it is short and goes on with the same speaker's words."""
    side = _side(analysis, actors, before, None)
    at = told.index(before)
    if at == 0 or not side.holders or before.span.end - before.span.start > _SHORT:
        return side
    begun = _side(analysis, actors, told[at - 1], None)
    if begun.holders != side.holders:
        return side
    span = replace(begun.statement, end=before.span.end)
    return replace(side, statement=span, evidence=(span,))


def _opposes(sentence: Sentence, text: str, analysis: Analysis) -> str:
    """How a sentence opposes the one before: "rejoinder", "verdict", "denied" (by nobody named) or ""."""
    said = text[sentence.span.start : sentence.span.end].replace("\n", " ")
    mark, way = _MARK.search(said), "rejoinder"
    if mark is None and (mark := _VERDICT.search(said)) is not None:
        verdict, way = mark["held"] or mark["called"], "verdict"
        mark = mark if _BAD.search(verdict) or judgement(verdict) == "bad" else None
    if mark is None and (mark := _DENIED.search(said)) is not None:
        way = "denied"
    if mark is None or _NO_MARK.search(said[: mark.start()]) or "?" in said:
        return ""
    at = sentence.span.start + mark.start()
    quotes = [q for q in analysis.quotes if way == "rejoinder" or q.kind != "reported"]
    return "" if any(part.start <= at < part.end for quote in quotes for part in quote.content) else way


def _side(analysis: Analysis, actors: Actors, sentence: Sentence, after: Sentence | None) -> Side:
    """A sentence, with the one after it where that names the same holder, and who speaks or acts in it."""
    holder = _voice(analysis, sentence.span)
    name = called(analysis.article, holder, actors)
    span = sentence.span
    if (
        after is not None
        and name
        and name in {called(analysis.article, n.name, actors) for n in _named(analysis, after.span)}
    ):
        span = replace(span, end=after.span.end)
    return Side(holders=(name,) if name else (), statement=span, evidence=(span,))


def _named(analysis: Analysis, span: Span) -> list[Name]:
    return [n for n in analysis.names if touch(n.span, span)]


def _voice(analysis: Analysis, span: Span) -> str:
    """The speaker or holder in a sentence, else the first acting name, else ""."""
    said = [q.speaker_name for q in analysis.quotes if any(touch(part, span) for part in q.content)]
    held = [c.holder_name for c in analysis.claims if touch(c.span, span)]
    acting = [n.name for n in _named(analysis, span) if n.acts and n.label != "MISC"]
    return next((name for name in (*acting, *said, *held) if name), "")


def _disagreement(
    one: Side, other: Side, before: Sentence, sentence: Sentence, text: str, weights: Weights
) -> Disagreement:
    about = [concepts(s.terms) for s in (before, sentence)]
    return Disagreement(
        id=stable_id("D", "rejoinder", *sorted(about[0] | about[1])),
        kind="claim",
        about=keywords(text[before.span.start : before.span.end], about[0] & about[1] or about[0], weights),
        assessment="spread",
        reason="Der Text selbst stellt beide Sichtweisen gegeneinander.",
        sides=(one, other),
        rule="rejoinder",
    )
