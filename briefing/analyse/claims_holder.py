"""Who takes a stand: the subject by its full name, in a quotation its speaker."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from briefing.analyse import items
from briefing.analyse.claims_clauses import PRONOUNS
from briefing.analyse.claims_matter import State
from briefing.german.words import load


def holder_of(state: State, verb: Token, who: Span | None) -> tuple[list[int] | None, str | None]:
    """Where the holder stands and the name; in a quotation *ich*, *wir*, *er* are its speaker."""
    quote = next((q for q in state.quotes if any(s <= verb.idx < e for s, e in q["cue"]) and q["speaker"]), None)
    if quote is not None:
        return list(quote["speaker"][0]), quote["speaker_name"]
    around = next((q for q in state.quotes if any(s <= verb.idx < e for s, e in q["content"])), None)
    if who is None:
        return None, None
    pronoun = len(who) == 1 and who[0].lower_ in PRONOUNS
    if pronoun and around is not None and around["speaker"] and who[0].lower_ != "es":
        return list(around["speaker"][0]), around["speaker_name"]
    offsets = [who.start_char, who.end_char]
    inside = [n for n in state.names if n["start"] >= offsets[0] and n["end"] <= offsets[1] and n["label"] != "MISC"]
    if pronoun:
        return offsets, _antecedent(state, who)
    persons = [n for n in inside if n["label"] == "PER"]
    if len(inside) == 1 or persons:
        chosen = (persons or inside)[0]
        if persons or _is_head(state.doc, chosen, who):
            return offsets, chosen["name"]
    return offsets, _plain(who)


def _is_head(doc: Doc, name: items.NameItem, who: Span) -> bool:
    """A name is the holder itself where no other noun heads the phrase (*Russland*, not *Russlands Präsident*)."""
    others = [t for t in who if t.text[:1].isupper() and not name["start"] <= t.idx < name["end"] and t.i != who.start]
    return not others


def _plain(who: Span) -> str:
    """The phrase as printed, without a definite article or adverb before it; a lone dative plural as nominative."""
    adverbs = load("claims")["words"]["adverbs"]
    words = (who.text.replace('"', "") if who.text.count('"') == 1 else who.text).split()
    while len(words) > 1 and words[0].lower() in adverbs:
        words = words[1:]
    noun = who[-1]
    if len(words) == 1 and noun.text == f"{noun.lemma_}n" and noun.lemma_.endswith(("er", "el")):
        return noun.lemma_
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("der", "die", "das", "dem", "den") else words)


def _antecedent(state: State, who: Span) -> str | None:
    """The speaker that another component found for the same pronoun, if any."""
    for quote in state.quotes:
        if any(s <= who.start_char < e for s, e in quote["speaker"]):
            return quote["speaker_name"]
    return None
