"""Datelines, credits and bylines: where a report begins and how it is signed."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from briefing.german import words
from briefing.read.lines import fold

_WORD = r"[A-ZÄÖÜ][\w.'’-]{1,20}"
_PLACE = rf"{_WORD}(?: (?:am|an der|im|de|del|of) {_WORD}| {_WORD}| \([A-Z][a-z]{{2,9}}\)){{0,2}}"
_PLACES = rf"{_PLACE}(?:\s?/\s?{_PLACE}){{0,3}}"
_DAY = r"(?:\d{1,2}\.\s?(?:\d{1,2}\.|[A-Za-zä]{3,9}\.?)(?:\s?\d{2,4})?)"
_DASH = r"(?:[-–—]{1,2}|:)"
_WITH_AGENCY = re.compile(
    rf"(?:(?P<place>{_PLACES}),?\s(?:{_DAY},?\s)?)?"
    rf"\(\s?(?P<agency>[A-Za-zÄÖÜäöü/., -]{{2,40}})\s?\)(?:\s?{_DASH})?\s+(?=\S)"
)
_WITH_DATE = re.compile(rf"(?P<place>{_PLACES})(?: \([^()]{{2,40}}\))?,\s{_DAY}\s?[-–—]\s+(?=\S)")
_BARE = re.compile(rf"(?P<place>{_PLACES})(?P<mark>\s?[–—]|\s-|\.)\s+(?=[A-ZÄÖÜ„“\"»›‚'(\d])")
_SIGNATURE = re.compile(r"[(\[](?P<inside>[A-Za-zÄÖÜäöü/.,&+ -]{2,40})[)\]]\.?$")
_INITIALS = re.compile(r"[a-zäöü]{2,4}")
_NAME = r"[A-ZÄÖÜ][\w.'’-]+(?: (?:(?:von|van|de|der|den|zu|zur|al|el|ten|di|da|del|la|le) ){0,2}[A-ZÄÖÜ][\w.'’-]+){1,3}"
_PIECE = r"Ein (?:Kommentar|Gastbeitrag|Gastkommentar|Essay)|Eine (?:Glosse|Kolumne|Analyse|Rezension)"
_BYLINE = re.compile(
    rf"(?:Von|Text:|Autor:|Autorin:|(?:{_PIECE}) von)\s+"
    rf"(?P<name>{_NAME}(?:(?:, | und | & ){_NAME}){{0,3}})(?:,? [A-ZÄÖÜ][\w/]+)?"
)
_FROM = re.compile(r"^(?:mit|von|nach)\s+(?:Material (?:von|der)\s+)?")
_CALL = re.compile(
    r"(?:^|[.!?…“\"–-]\s+)(?:Ein|Eine|ein|eine|Die|Unsere) (?P<kind>[A-Z][a-zß]+)"
    r"(?:\.|$|(?= (?:Die|Der|Das|Es|In|Im|Am|Was|Wer|Wie|Wenn|Von|Ein|Eine|Zu|Auf|Mit) )"
    rf"| (?:von (?:{_NAME})(?:(?:, | und ){_NAME}){{0,3}}"
    r"|(?:unseres|unserer|des|der) [A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+){0,3})(?:\.|$))"
)
_COPYRIGHT = re.compile(
    r"(?i)(?:©|\(c\)|copyright)(?:\s*copyright)?:?\s*(?P<name>[a-z][a-z/-]+(?: [a-z/-]+)?)(?=\s\d{4}|[.,]|$)"
)
_SITE = re.compile(
    r"(?P<site>[A-Za-z0-9][\w-]{0,40}\.(?:de|com|net|org|at|ch|news|info|eu|online|tv|berlin|li|lu)) ?[-–—|:] \S.{2,80}"
)


@cache
def _data() -> dict[str, Any]:
    return words.load("blocks")


@cache
def _places() -> frozenset[str]:
    return frozenset(_data()["places"]["names"])


@cache
def opinion_words() -> frozenset[str]:
    """The kinds of opinion pieces, lower case."""
    return frozenset(_data()["opinion"])


def dateline(text: str) -> int:
    """Length in characters of the dateline that opens `text`, with the space behind it; 0 if there is none.

    With an agency in brackets any capitalised place will do; without one the place must be known.
    """
    head = text[:160]
    match = _WITH_AGENCY.match(head)
    if match and agencies(match["agency"]):
        return match.end()
    match = _WITH_DATE.match(head)
    if match:
        return match.end()
    match = _BARE.match(head)
    if match and all(_known(place) for place in re.split(r"\s?/\s?", match["place"])):
        return match.end()
    return 0


def _known(place: str) -> bool:
    return place in _places() or (place.isupper() and place.title() in _places())


def agencies(printed: str) -> tuple[str, ...]:
    """The agencies named in a credit such as `dpa/AFP`, `mit dpa und epd`, in order; empty if there is none.

    Every part must be an agency, an outlet's short name or initials: *(Reuters bestätigte das)* is none.
    """
    names: list[str] = []
    for part in re.split(r"\s*(?:[/,&+]|\bund\b)\s*", _FROM.sub("", printed.strip())):
        name = _data()["agencies"].get(part.strip(" .").lower())
        if name and name not in names:
            names.append(name)
        elif not name and len(part.strip()) > 4:
            return ()
    return tuple(names)


def agency_line(text: str) -> tuple[str, ...] | None:
    """The agencies of a line that is nothing but a credit (`OZD / ©AFP`, `rt/dpa`, `© dpa`), else None."""
    bare = text.strip(" ()[]|.")
    if len(bare) > 60:
        return None
    bare = re.sub(r"(?:©|\(c\)|Quelle:|Copyright:?)\s*", "", bare).strip()
    found = agencies(re.sub(r"\s*\d{4}$", "", bare))
    return found or None


def copyright_of(text: str) -> tuple[str, ...]:
    """The agency behind a copyright sign inside a longer credit (`(c) Copyright Thomson Reuters 2024. …`)."""
    match = _COPYRIGHT.search(text[:250])
    return agencies(match["name"]) if match else ()


def signature(text: str) -> int:
    """Length of a signature in brackets at the very end of a paragraph (`(mg)`, `(dpa/AFP)`), else 0."""
    match = _SIGNATURE.search(text[-44:])
    if match and (agencies(match["inside"]) or _INITIALS.fullmatch(match["inside"])):
        return len(match.group())
    return 0


def signed(text: str) -> str:
    """What stands inside the signature of `text`, or an empty string."""
    length = signature(text)
    return text[len(text) - length :].strip("()[]. ") if length else ""


def author(text: str) -> str | None:
    """The name in a line that is nothing but a byline (`Von Max Muster`), else None."""
    match = _BYLINE.fullmatch(text.strip().rstrip(".")) if len(text) <= 160 else None
    return match["name"] if match else None


def site(text: str) -> str | None:
    """The name of the site in a line such as `Beispiel.de - Nachrichten aus aller Welt`, else None."""
    match = _SITE.fullmatch(text) if len(text) <= 130 and not text.endswith(".") else None
    slogan = text[match.end("site") :].lower() if match else ""
    return match["site"] if match and any(word in slogan for word in _data()["slogans"]) else None


def opinion_label(text: str) -> bool:
    """Whether a heading announces an opinion (`OZD-Kommentar:`, `Kommentar: …`, `Meinung`, `Leitartikel von …`)."""
    label, colon, _ = text.partition(":")
    bare = fold(re.split(r" von (?=[A-ZÄÖÜ])", label)[0])
    last = re.split(r"[ -]", bare)[-1]
    whole = bare in opinion_words() or (last in opinion_words() and len(bare.split()) <= 2)
    return (whole and (bool(colon) or fold(label) == bare or " von " in label)) or opinion_call(text)


def opinion_call(text: str) -> bool:
    """Whether a sentence of an opening calls it an opinion: *Ein Kommentar.*, *Eine Glosse von Max Muster*.

    Looked for in the first 700 characters.
    """
    return any(match["kind"].lower() in opinion_words() for match in _CALL.finditer(text[:700]))


def ends_opinion(text: str) -> bool:
    """Whether a heading closes an opinion section."""
    return fold(text) in _data()["opinion_ends"] or fold(text) in _data()["box_starts"]
