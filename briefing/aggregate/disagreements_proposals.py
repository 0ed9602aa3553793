"""Wanted by one, rejected by another in the sentences around: *X verlangt Gelder des ESM. Y lehnt ESM-Gelder ab*.

Both must name the same thing besides names: the object of the rejection, or the base of that compound. What one
only criticises is opposed by what another praises or defends, where both have the same object.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.aggregate.disagreements_opposed import whole
from briefing.aggregate.disagreements_reproach import apart, touch
from briefing.aggregate.disagreements_statements import Actors, called
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights, concept, stem
from briefing.model import Analysis, Article, Claim, Disagreement, Sentence, Side, Span

_REJECTS = frozenset("rejection rejection-phrase opposition resistance refusal".split())
_BLAMES = frozenset("disapproval disapproval-phrase".split())
_PRAISES = frozenset("approval approval-phrase celebration".split())
_WANTS = _PRAISES | frozenset("demand demand-for demand-on demand-to announcement announcement-phrase".split())
_NEAR = 4  # sentences between a rejection and what it rejects
_NOT_MEANT = re.compile(r"\b(?:nicht|nie|kein\w*|gegen|muss|müssen|müsse|sollte\w*|würde\w*|könnte\w*)\b")
# Who supports somebody wants no more than to help; who supports a plan wants it.
_HELPS = re.compile(r"\bunterstütz\w*\b")
_IDEA = re.compile(
    r"\b\w*(?:[Pp]l[aä]n|[Vv]orschl[aä]g|[Ff]orderung|[Ii]dee|[Vv]orst[oö]ß|[Zz]iel|[Kk]urs|[Aa]ntr[aä]g|[Gg]esetz|[Rr]eform|"
    r"[Ii]nitiative|[Vv]orhaben|[Ee]ntw[uü]rf|[Aa]bkommen|[Vv]erbot|[Pp]flicht)\w{0,3}\b"
)
_CUT = re.compile(
    r"\b(?:als|wegen|aufgrund|angesichts|weil|da|damit|bis|in|im|am|seit|nach|bei|unter|vor|durch|jedoch|aber|allerdings)\b"
)
_NOUN = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]{2,}")
_WORD = re.compile(r"[\wäöüß]{3,}")
# Nouns that say too little to be the same thing by themselves.
_GENERAL = frozenset(
    "regel gesetz plan massnahm form frag land bund mensch jahr teil recht end mittel tag woch arbeit zahl lag weg "
    "eine das die der dies sein ihr solch vorschlag forder antrag idee entscheid schritt ziel thema politik".split()
)
_PHRASE = 60  # characters of the longest phrase that a pronoun stands for
_SUFFIX = 5  # letters that the base of a compound has at least


def find_rejected_proposals(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """Each rejection with what others want of the same thing nearby, in reading order."""
    weights = Weights(analyses)
    found = []
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        places = [(claim, number) for claim in analysis.claims if (number := _number(claim, analysis)) is not None]
        for claim, number in places:
            rule = claim.rule.partition("/")[0]
            if rule not in _REJECTS | _BLAMES or not claim.holder_name:
                continue
            holder = called(article_id, claim.holder_name, actors)
            matter = _object(claim, text, weights)
            wanted = _WANTS if rule in _REJECTS else _PRAISES
            meant = [
                other
                for other, place in places
                if abs(number - place) <= _NEAR and other.rule.partition("/")[0] in wanted and other.holder_name
                if not touch(other.span, claim.span)
                and not _same(called(article_id, other.holder_name, actors), holder)
                if not _NOT_MEANT.search(told := text[other.span.start : other.span.end])
                if not _HELPS.search(told) or _IDEA.search(told)
                if _shares(matter, other, text, rule in _BLAMES)
            ]
            if meant:
                found.append(_disagreement(claim, holder, meant, analysis, actors))
    return found


def _number(claim: Claim, analysis: Analysis) -> int | None:
    """The number of the sentence in which a claim begins, None outside of running text."""
    inside = (n for n, s in enumerate(analysis.sentences) if _holds(s, claim.span))
    number = next(inside, None)
    return number if number is not None and analysis.sentences[number].block in ("lead", "body") else None


def _holds(sentence: Sentence, span: Span) -> bool:
    return sentence.span.start <= span.start < sentence.span.end


def _object(claim: Claim, text: str, weights: Weights) -> list[str]:
    """Stems of the nouns that name what is rejected, parts of compounds with a hyphen each; no names, no holder."""
    told = text[claim.span.start : claim.span.end]
    if re.search(r"\b(?:muss|müssen|müsse|sollte\w*|würde\w*|könnte\w*|hätte\w*)\b", told):
        return []
    if "/" in claim.rule and len(claim.about) > _PHRASE:
        return []  # a sentence that *das* points to names more than what is rejected
    phrase = claim.about.rpartition("gegen ")[2]
    cut = _CUT.search(phrase, 1)
    phrase = phrase[: cut.start()] if cut is not None else phrase
    words = [part for noun in _NOUN.findall(phrase) for part in noun.split("-") if len(part) > 2]
    stems = list(dict.fromkeys(stem(word.lower()) for word in words if not weights.is_name(concept(word))))
    own = (claim.holder_name or "").lower()
    return [item for item in stems if item not in own]


def _shares(matter: list[str], other: Claim, text: str, head: bool) -> bool:
    """Whether a claim names what is rejected: two of its nouns, or one that says enough; its first noun for `head`."""
    told = {stem(word.lower()) for word in _WORD.findall(f"{text[other.span.start : other.span.end]} {other.about}")}
    if head:
        nouns = _NOUN.findall(other.about)
        told = {stem(nouns[0].lower())} if nouns else set()
        matter = matter[:1]
    hits = [item for item in matter if any(_one(item, word) for word in told)]
    return len(hits) > 1 or any(item not in _GENERAL for item in hits)


def _one(item: str, word: str) -> bool:
    """Whether two stems are one, or one is the base or the beginning of the other (*Stopp*, *stoppen*)."""
    small, large = sorted((item, word), key=len)
    return small == large or (len(small) >= _SUFFIX and (large.endswith(small) or large.startswith(small)))


def _same(one: str, other: str) -> bool:
    a, b = one.lower().split(), other.lower().split()
    return a[-1] == b[-1] or one.lower() in other.lower() or other.lower() in one.lower()


def _disagreement(claim: Claim, holder: str, meant: list[Claim], analysis: Analysis, actors: Actors) -> Disagreement:
    kept = apart(other.span for other in meant)
    owners = dict.fromkeys(called(analysis.article, other.holder_name, actors) for other in meant if other.span in kept)
    spans = apart(whole(span, analysis, claim.span) for span in kept)
    said = whole(claim.span, analysis, *spans)
    return Disagreement(
        id=stable_id("D", "proposal", holder, *owners, claim.about),
        kind="claim",
        about=" ".join(claim.about.rpartition("gegen ")[2].split())[:160],
        assessment="spread",
        reason="Was die einen fordern oder gutheißen, lehnen die anderen ab.",
        sides=(
            Side(holders=tuple(owners), statement=spans[0], evidence=spans),
            Side(holders=(holder,), statement=said, evidence=(said,)),
        ),
        rule="proposal-rejected",
    )
