"""Suits and their dismissal: *Die Partei hat gegen die Auflage geklagt. Die Richter wiesen die Klage ab*.

The suit is told in the sentences right before the ruling, with who brought it or with its argument.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.aggregate.disagreements_reproach import apart, touch
from briefing.aggregate.disagreements_statements import Actors, called
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights, concepts, keywords
from briefing.model import Analysis, Article, Disagreement, Sentence, Side

_SUIT = r"\b(?:\w*[Kk]lagen?|\w*[Ee]ilantr[aä]ge?n?|[Bb]eschwerden?|[Rr]evision|[Bb]erufung|[Aa]ntr[aä]ge?n?)\b"
_COURT = re.compile(
    r"\b(?:[\w-]*[Gg]ericht(?:shof|shofs|es|s)?|Richter(?:in|innen|n)?|\d?\.? ?Kammer|Senat|"
    r"Supreme Court|VGH|OVG|BGH|VG)\b"
)
_DISMISSED = re.compile(
    rf"\b(?:wies|wiesen|weist|weisen|lehnte|lehnten|lehnt|lehnen|verwarf|verwarfen)\b[^.!?;]{{0,120}}{_SUIT}"
    r"[^.!?;]{0,120} (?:ab|zurück)\b|"
    rf"{_SUIT}[^.!?;]{{0,140}}\b(?:abgewiesen|abgelehnt|zurückgewiesen|verworfen|gescheitert|scheiterten?|erfolglos)\b"
)
_PARLIAMENT = re.compile(
    r"\b(?:Bundestag|Landtag|Stadtrat|Gemeinderat|Parlament|Fraktion\w*|Parteitag|\w*[Aa]usschuss)\b"
)
_SUED = re.compile(
    r"\b(?:geklagt|klagten?|klagt|klagen|verklagt\w*|Klagen? (?:eingereicht|erhoben|gegen)|"
    r"(?:Eilantrag|Eilanträge|Beschwerde|Klage) (?:gestellt|eingelegt|eingereicht)|Argumentation|argumentier\w*|"
    r"vor Gericht gezogen|"
    r"(?:wehr\w*|gewehrt)\b[^.!?;]{0,60}\bgegen|dagegen gewehrt|aus (?:seiner|ihrer) Sicht)\b"
)
# Who sues where nobody is named (*Die Partei hat … geklagt*).
_SUBJECT = re.compile(
    r"^(?:Auch |Doch |Aber )?((?:[Dd]er|[Dd]ie|[Dd]as|[Ee]ine?|[Mm]ehrere|[Zz]wei|[Dd]rei) "
    r"(?:[a-zäöüß]+ )?[A-ZÄÖÜ][\w-]+) "
    r"(?:hat|haben|hatte|hatten|klag\w*|wehr\w*|argumentier\w*|war|waren|zog|zogen)\b"
)
_BACK = 3  # sentences before a ruling in which the suit may be told


def find_dismissed_suits(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """Every ruling against a suit that the sentences before it tell of, in reading order."""
    weights = Weights(analyses)
    found = []
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        told = [s for s in analysis.sentences if s.block in ("lead", "body")]
        for number, sentence in enumerate(told):
            said = _said(sentence, text)
            court = _court(said)
            if not court:
                continue
            suits = _suits(told[max(0, number - _BACK) : number], text)
            if suits:
                found.append(_disagreement(suits, sentence, court, _Context(analysis, text, actors, weights)))
    return found


def _said(sentence: Sentence, text: str) -> str:
    return text[sentence.span.start : sentence.span.end].replace("\n", " ")


def _court(said: str) -> str:
    """Which court a sentence tells to have dismissed a suit, "" for none."""
    if not _DISMISSED.search(said) or _PARLIAMENT.search(said) or "?" in said:
        return ""
    court = _COURT.search(said)
    return court.group() if court is not None else ""


def _suits(before: list[Sentence], text: str) -> list[Sentence]:
    """The sentences that tell of the suit, back to the ruling before."""
    found: list[Sentence] = []
    for sentence in reversed(before):
        said = _said(sentence, text)
        if _court(said):
            break
        if _SUED.search(said):
            found.append(sentence)
    return found[::-1]


@dataclass(frozen=True, slots=True)
class _Context:
    """What is needed to tell who a sentence names."""

    analysis: Analysis
    text: str
    actors: Actors
    weights: Weights

    def parties(self, sentence: Sentence, *, courts: bool) -> list[str]:
        """Who acts or speaks in a sentence: only courts, or only others."""
        article, span = self.analysis.article, sentence.span
        said = [q.speaker_name for q in self.analysis.quotes if any(touch(part, span) for part in q.content)]
        acting = [n.name for n in self.analysis.names if n.acts and n.label != "MISC" and touch(n.span, span)]
        named = [called(article, name, self.actors) for name in (*acting, *said) if name]
        found = [name for name in named if bool(_COURT.search(name)) == courts]
        subject = _SUBJECT.match(_said(sentence, self.text))
        return found or ([subject.group(1)] if subject is not None and not courts else [])


def _disagreement(suits: list[Sentence], ruling: Sentence, court: str, context: _Context) -> Disagreement:
    spans = apart(s.span for s in suits)
    holders = tuple(dict.fromkeys(name for s in suits for name in context.parties(s, courts=False)))
    judge = next(iter(context.parties(ruling, courts=True)), court)
    title = keywords(_said(suits[0], context.text), concepts(suits[0].terms), context.weights)
    return Disagreement(
        id=stable_id("D", "suit", court, *holders, *sorted(concepts(ruling.terms))),
        kind="claim",
        about=title or "Klage vor Gericht",
        assessment="spread",
        reason="Eine Klage und das Gericht, das sie abgewiesen hat.",
        sides=(
            Side(holders=holders, statement=spans[0], evidence=spans),
            Side(holders=(judge,), statement=ruling.span, evidence=(ruling.span,)),
        ),
        rule="suit-dismissed",
    )
