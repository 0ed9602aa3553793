"""A vote called rigged by some and fair by others: *sprach von Fälschungen* against *sahen keine Verstöße*.

Every sentence must name the vote, and whoever calls it rigged must be named; that there are no signs of fraud may
be told by the article itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.aggregate.disagreements_reproach import apart, touch
from briefing.aggregate.disagreements_statements import Actors, called
from briefing.aggregate.ids import stable_id
from briefing.model import Analysis, Article, Disagreement, Sentence, Side, Span

_FRAUD = (
    r"\w*(?:[Bb]etrug|[Bb]etrogen|[Ff]älschung|[Gg]efälscht|[Mm]anipul|[Gg]estohlen|[Ss]tehlen|[Uu]nregelmäßigkeit|"
    r"irregulär)\w*"
)
_VOTE = re.compile(
    r"\b(?:\w*[Ww]ahl(?:en|betrug\w*|fälschung\w*|manipulation\w*|ergebnis\w*|beobachter\w*|behörde\w*|leit\w*|kommission)?|"
    r"\w*[Aa]bstimmung\w*|\w*[Aa]uszählung\w*|\w*[Rr]eferendum\w*|Stimmen|Stimmzettel\w*)\b"
)
_NONE = re.compile(
    r"\b(?:kein\w*|weder) (?:[\w-]+ ){0,3}"
    r"(?:(?:Hinweis|Beleg|Beweis|Anzeichen|Anhaltspunkt|Indizi)\w*[^.!?;]{1,60}\b"
    rf"{_FRAUD}|(?:Verst[oö]ß|Zwischenf[aä]ll)\w*|{_FRAUD})\b"
)
_FAIR = re.compile(
    r"\b(?:spr[aä]ch\w*|sprich\w*|sprech\w*|nannte\w*|nenn\w*|bezeichn\w*|lob\w*|würdig\w*|sei|seien|war|waren|"
    r"verlief\w*|verlaufen)\b[^.!?;]{0,80}"
    r"\b(?:fair\w*|freie?[rn]? und|sicherste\w*|ordnungsgemäß\w*|demokratische[rn]? (?:und \w+ )?Wahl\w*)\b"
)
_REFUTED = re.compile(
    rf"\b(?:wies|wiesen|weist|weisen) [^.!?;]{{0,60}}{_FRAUD}[^.!?;]{{0,80}} zurück\b|"
    rf"\bzurückgewiesen\b[^.!?;]{{0,120}}\b{_FRAUD}|\b{_FRAUD}[^.!?;]{{0,80}} zurückgewiesen\b|"
    rf"\b(?:dementier|bestreit|bestritt|widersp)\w*[^.!?;]{{0,80}}\b{_FRAUD}"
)
_RIGGED = re.compile(rf"\b{_FRAUD}")
_NOT_ALLEGED = re.compile(
    r"\b(?:nicht\b(?! (?:an|anerkenn|als legitim)\w*)|nie|verhinder\w+|vermeid\w+|vorbeug\w+|haltlos\w*|unbegründet\w*|"
    r"unbewiesen\w*|Ermittlung\w*|ermittel\w*|wenn|falls|könnte\w*|würde\w*|womöglich|zurück\w*|dementier\w*|"
    r"widersp\w*|kein\w*|weder|etwaige\w*|mögliche\w*)\b"
)
_NOT_FAIR = re.compile(r"\b(?:nicht|kein\w*|nie|müsse\w*|muss|soll\w*|Recht auf|wenn|falls|könnte\w*|würde\w*|weder)\b")
_LONGEST = 350  # characters; longer stretches are several sentences whose borders are not known


@dataclass(frozen=True, slots=True)
class _Told:
    """Who tells it ("" for the article itself), and the sentence."""

    holder: str
    span: Span


def find_disputed_votes(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """At most one disagreement in a story: a vote that some call rigged and others fair."""
    rigged: list[_Told] = []
    fair: list[_Told] = []
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        for sentence in analysis.sentences:
            said = text[sentence.span.start : sentence.span.end].replace("\n", " ")
            if sentence.block not in ("lead", "body") or "?" in said or len(said) > _LONGEST or not _VOTE.search(said):
                continue
            if _denies(said):
                fair.append(_Told(_voice(sentence, analysis, actors), sentence.span))
            elif _RIGGED.search(said) and not _NOT_ALLEGED.search(said):
                voice = _voice(sentence, analysis, actors)
                rigged += [_Told(voice, sentence.span)] if voice else []
    names = {told.holder for told in rigged}
    fair = [told for told in fair if told.holder not in names]
    return [_disagreement(rigged, fair)] if rigged and fair else []


def _denies(said: str) -> bool:
    """Whether a sentence tells that there was no fraud, or that the vote was fair."""
    if _NONE.search(said) or _REFUTED.search(said):
        return not re.search(r"\b(?:behauptet\w*|Behauptung\w*|ohne)\b", said)
    return bool(_FAIR.search(said)) and not _NOT_FAIR.search(said) and not _RIGGED.search(said)


def _voice(sentence: Sentence, analysis: Analysis, actors: Actors) -> str:
    """The speaker, holder or acting name of a sentence that is an actor of the story, else the speaker as named."""
    span = sentence.span
    said = [q.speaker_name for q in analysis.quotes if any(touch(part, span) for part in q.content)]
    held = [c.holder_name for c in analysis.claims if touch(c.span, span)]
    acting = [n.name for n in analysis.names if n.acts and n.label != "MISC" and touch(n.span, span)]
    named = [name for name in (*said, *held, *acting) if name]
    known = [name for name in named if actors.of(analysis.article, name) is not None]
    return called(analysis.article, next(iter((*known, *named)), None), actors)


def _disagreement(rigged: list[_Told], fair: list[_Told]) -> Disagreement:
    return Disagreement(
        id=stable_id("D", "vote", *(told.holder for told in rigged)),
        kind="claim",
        about="Vorwurf der Wahlfälschung",
        assessment="contradiction" if all(told.holder for told in fair) else "spread",
        reason="Die einen nennen die Abstimmung gefälscht, die anderen fair oder ohne Verstöße.",
        sides=(_side(rigged), _side(fair)),
        rule="vote-rigged-or-fair",
    )


def _side(told: list[_Told]) -> Side:
    spans = apart(t.span for t in told)
    holders = tuple(dict.fromkeys(t.holder for t in told if t.holder and t.span in spans))
    return Side(holders=holders, statement=spans[0], evidence=spans)
