"""Who opposes what another said or wants, and names it: *X kritisierte Ys Vorstoß*, *Z lehnte die Forderungen ab*.

The other side is what Y says of the matter in the story; for a demand that nobody is named for, the demand
told shortly before by somebody else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.aggregate.disagreements_reproach import apart, touch
from briefing.aggregate.disagreements_statements import Actors, called
from briefing.aggregate.ids import stable_id
from briefing.aggregate.numbers_features import sentence_at
from briefing.aggregate.similarity import Weights, concepts
from briefing.model import Analysis, Article, Claim, Disagreement, Name, Side, Span

_OPPOSES = frozenset(
    "disapproval disapproval-phrase rejection rejection-phrase opposition resistance refusal objection denial "
    "denial-phrase doubt doubt-phrase".split()
)
_WANTS = frozenset("demand demand-for demand-on demand-to announcement announcement-phrase".split())
_PARTIES = frozenset({"PER", "ORG", "STATE"})
_SAID = (
    r"(?:\w*(?:Ankündigung|Forderung|Überlegung|Darstellung|Äußerung|Behauptung|Einschätzung|Warnung|Ansicht|Auffassung)(?:en)?|"
    r"\w*(?:[Vv]orschl[aä]g|[Vv]orst[oö]ß|[Ee]ntw[uü]rf|[Pp]l[aä]n|[Vv]orw[uü]rf|[Aa]ngriff|[Aa]ppell|[Aa]ufruf)"
    r"(?:s|es|e|en)?|Ideen?|Aussagen?|Angaben|Kritik|Rede|Kurs(?:es)?|Haltung|Position|Thesen?|Initiative|Vorhabens?|"
    r"Vorgehens?|Wortwahl|Weigerung|Worte|Prognosen?|Versicherung|Erklärung(?:en)?|\w*[Pp]olitik)"
)
_DEMAND = re.compile(
    r"\b(?:die|eine|diese|dessen|deren) (?:\w+ )?(?:Forderung|Bitte|Idee)(?:en)?\b|"
    r"\b(?:den|einen|diesen|die|dessen|deren|solche|entsprechende) (?:\w+ )?(?:Vorschlag|Vorschläge|Vorstoß|Vorstöße)\b"
)
_OWNED = re.compile(rf"s?['’]?\s+(?:[a-zäöüß]+\s+){{0,2}}({_SAID})\b")
_OWNER = re.compile(rf"\b({_SAID})(?:\s+(?:von|vom|der|des)(?:\s+(?:[\wäöüß-]+|\([\w/-]+\))){{0,4}})?\s+$")
_SOURCE = re.compile(r"\b(?:[Ll]aut|[Nn]ach|zufolge)\b(?:\s+\w+)?\s+$")
# What follows such a noun and tells the words (*…, er habe gewonnen*; *… zurück, wonach …*).
_CLAUSE = re.compile(
    r"(?: [a-zäöü]+)?,\s(?:dass|wonach|ob|er|sie|es|man|die|das|der|den)\b[^.!?;:]{15,}", re.IGNORECASE
)
_SHORT = 70  # characters up to which words are shown with their sentence
_BACK = 6  # sentences before an opposition in which the demand may stand
_FEW = 2  # what is shown of the one who is opposed


@dataclass(frozen=True, slots=True)
class _Told:
    """What somebody says or wants: where, with its concepts, and the number of its sentence."""

    holder: str
    span: Span
    about: frozenset[str]
    wants: bool
    number: int


def find_opposed(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """Every stand against what another named party said or wants, in reading order."""
    opposed = [
        (claim, *meant)
        for article_id, analysis in analyses.items()
        for claim in analysis.claims
        if (meant := _meant(claim, analysis, articles[article_id].text, actors)) is not None
    ]
    if not opposed:
        return []
    weights = Weights(analyses)
    told = {i: list(_told(analysis, actors)) for i, analysis in analyses.items()}
    found = []
    for claim, owner, title, where in opposed:
        article_id = claim.span.article
        sentence = sentence_at(analyses[article_id], claim.span.start)
        if sentence is None:
            continue
        about = concepts(sentence.terms)
        own = [t for t in told[article_id] if not touch(t.span, claim.span)]
        number = analyses[article_id].sentences.index(sentence)
        if owner:
            every = [t for i in told for t in (own if i == article_id else told[i]) if t.holder == owner]
            spans = (where,) if where is not None else _said(every, about, number, article_id, weights)
        else:
            holder = _holder(claim, analyses[article_id], actors)
            before = [t for t in own if t.wants and 0 < number - t.number <= _BACK and t.holder not in (holder, "")]
            owner = before[-1].holder if before else ""
            spans = (before[-1].span,) if before else ()
        if spans and owner:
            title = title or " ".join(claim.about.split())[:160]
            spans = tuple(whole(span, analyses[span.article], claim.span) for span in spans)
            said = whole(claim.span, analyses[article_id], *spans)
            found.append(_disagreement(claim, title, owner, spans, _holder(claim, analyses[article_id], actors), said))
    return found


def _meant(claim: Claim, analysis: Analysis, text: str, actors: Actors) -> tuple[str, str, Span | None] | None:
    """Whose words or plans a claim opposes, what they are called, and where it tells them; "" for a demand alone."""
    sentence = sentence_at(analysis, claim.span.start) if claim.rule.partition("/")[0] in _OPPOSES else None
    if sentence is None or sentence.block not in ("lead", "body"):
        return None
    holder = _holder(claim, analysis, actors)
    if not holder:
        return None
    for name in analysis.names:
        if not _may_own(name, claim) or called(analysis.article, name.name, actors) == holder:
            continue
        noun = _noun(name, sentence.span, text)
        if noun is not None:
            start, end = min(noun.start, name.span.start), max(noun.end, name.span.end)
            clause = _CLAUSE.match(text, end, max(claim.span.end, end))
            told = Span(article=analysis.article, start=start, end=clause.end()) if clause is not None else None
            if told is not None and text[end : end + 7] == " zurück":  # *wies Xs Darstellung zurück, wonach …*
                told = replace(told, start=text.index(", ", end) + 2)
            return called(analysis.article, name.name, actors), " ".join(text[start:end].split()), told
    if claim.rule in ("rejection", "denial", "rejection-phrase") and _DEMAND.match(claim.about):
        return "", "", None
    return None


def whole(span: Span, analysis: Analysis, *others: Span) -> Span:
    """A few words with the sentence around them, where no other side stands in that too."""
    sentence = sentence_at(analysis, span.start)
    if sentence is None or span.end - span.start >= _SHORT or any(touch(sentence.span, other) for other in others):
        return span
    return sentence.span


def _holder(claim: Claim, analysis: Analysis, actors: Actors) -> str:
    """Who takes the stand; for a pronoun that stands for nobody known whoever is quoted in the claim itself."""
    said = (q.speaker_name for q in analysis.quotes if q.speaker_name and any(touch(p, claim.span) for p in q.content))
    return called(analysis.article, claim.holder_name or next(said, None), actors)


def _may_own(name: Name, claim: Claim) -> bool:
    inside = claim.span.start <= name.span.start < claim.span.end and name.label in _PARTIES
    return inside and not (claim.holder is not None and touch(name.span, claim.holder))


def _noun(name: Name, sentence: Span, text: str) -> Span | None:
    """The noun for words or plans that belongs to a name (*Trumps Ankündigung*, *die Forderung von Markus Söder*)."""
    after = _OWNED.match(text, name.span.end, sentence.end)
    possessive = (
        text[: name.span.end].endswith(("s", "x", "z", "’", "'")) or text[name.span.end : name.span.end + 1] == "s"
    )
    if after is not None and possessive:
        return Span(article=name.span.article, start=after.start(1), end=after.end(1))
    before = _OWNER.search(text[sentence.start : name.span.start])
    if before is None or _SOURCE.search(text[sentence.start : sentence.start + before.start()]):
        return None
    genitive = before.group().rstrip() != before.group(1) or possessive
    start = sentence.start + before.start(1)
    return Span(article=name.span.article, start=start, end=start + len(before.group(1))) if genitive else None


def _told(analysis: Analysis, actors: Actors) -> Iterator[_Told]:
    """What is said or wanted in an article, in reading order."""
    stands = [
        (c.span, c.holder_name, c.terms, c.rule.partition("/")[0] in _WANTS) for c in analysis.claims if c.holder_name
    ]
    for quote in analysis.quotes:
        if quote.content and quote.speaker_name:
            span = Span(article=analysis.article, start=quote.content[0].start, end=quote.content[-1].end)
            stands.append((span, quote.speaker_name, quote.terms, False))
    starts = [sentence.span.start for sentence in analysis.sentences]
    for span, name, terms, wants in sorted(stands, key=lambda s: (s[0].start, s[0].end)):
        number = bisect_right(starts, span.start) - 1
        if number >= 0:
            yield _Told(called(analysis.article, name, actors), span, concepts(terms), wants, number)


def _said(told: list[_Told], about: frozenset[str], number: int, article: str, weights: Weights) -> tuple[Span, ...]:
    """What the opposed one says of the matter, the most alike first; else what stands right before."""
    scored = []
    for one in told:
        shared = [item for item in one.about & about if not weights.is_name(item)]
        if shared:
            scored.append((-weights.total(shared), one.span.article != article, abs(one.number - number), one.span))
    if scored:
        return apart(span for *_, span in sorted(scored)[:_FEW])
    before = [t for t in told if t.span.article == article and 0 < number - t.number <= _BACK]
    return (before[-1].span,) if before else ()


def _disagreement(
    claim: Claim, title: str, owner: str, spans: tuple[Span, ...], holder: str, said: Span
) -> Disagreement:
    return Disagreement(
        id=stable_id("D", "opposed", owner, holder, *sorted(concepts(claim.terms))),
        kind="claim",
        about=title,
        assessment="spread",
        reason="Was die einen sagen oder wollen, lehnen die anderen ab.",
        sides=(
            Side(holders=(owner,), statement=spans[0], evidence=spans),
            Side(holders=(holder,), statement=said, evidence=(said,)),
        ),
        rule="words-opposed",
    )
