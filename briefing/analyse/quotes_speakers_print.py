"""Speakers without a name, for print: the noun phrase in the nominative, its gender and number."""

from __future__ import annotations

from briefing.analyse.quotes_phrases import is_time
from briefing.analyse.quotes_print import nominative
from briefing.analyse.quotes_speakers_source import behind_attribute
from briefing.analyse.quotes_view import View
from briefing.german import reporting
from briefing.german.titles import title_of

# What is said, and cannot say anything: der Vorwurf lautet, …
_SPEECHLESS = frozenset(
    """Vorwurf Vorwürfe Kritik Debatte Frage Forderung Forderungen Gerücht Gerüchte Verdacht Sorge Hoffnung Angst
    Zweifel Gedanke Idee Motto Slogan Parole Fehler Sinn Fazit Drohung Warnung Befürchtung Eindruck Problem
    Ziel Antwort Lesart Devise Botschaft Tenor""".split()
)

_SPEECHLESS_ENDS = ("frage", "kritik", "vorwurf", "vorwürfe", "forderung", "forderungen", "debatte", "diskussion")
_DEFINITE = {"Masc": "der", "Fem": "die", "Neut": "das"}
_INDEFINITE = {"Masc": "ein", "Fem": "eine", "Neut": "ein"}
_SHARE = "prozent"
# Weak plurals of adjectives: *der Befragten*, but *Befragte*.
_ADJECTIVAL = (
    "fragten", "deutschen", "schäftigten", "troffenen", "ständigen", "gestellten", "jugendlichen", "erwachsenen",
    "berechtigten", "gehörigen", "arbeitenden", "studierenden", "infizierten", "geimpften",
)  # fmt: skip
_WHEN = frozenset({"zukunft", "weihnachten", "silvester", "ostern", "pfingsten"})
_SOMEBODY = frozenset(
    """viele einige manche mancher andere anderer niemand jemand keiner keine alle beide mehrere wenige jeder jede
    letztere ersterer letzterer einer eine""".split()
)


_FOCUS = frozenset("auch sogar selbst ausgerechnet insbesondere besonders".split())
# What counts people, without its ending: Aussagen einig|er Spieler.
_DETERMINED = ("ART", "PIAT", "PDAT", "PPOSAT", "PIDAT")
_COUNTING = frozenset(
    """einig mehrer viel wenig beid all manch etlich zahlreich verschieden ander weiter unzählig
    divers sämtlich""".split()
)


def first_noun(view: View, first: int, last: int, head: int) -> int:
    """The noun with which the phrase begins (*Anfang 2019*), behind articles and adjectives only; else its `head`."""
    for j in range(first, last):
        if view.noun(j):
            return j
        if view.tag[j] not in ("ART", "ADJA", "CARD", "PDAT", "PIAT"):
            break
    return head


def printed(view: View, first: int, last: int, *, owner: bool = False) -> str | None:
    """The noun phrase in the nominative, without an apposition behind a comma; None for what cannot speak.

    `owner`: the phrase is the genitive behind a statement (*Ansicht der Forscher*).
    """
    while first + 1 < last and view.low[first] in _FOCUS and view.tag[first] == "ADV" and view.tag[first + 1] != "CARD":
        first += 1
    end = first
    while end < last and view.text[end] != ",":
        end += 1
    if next((view.low[j] for j in range(first, end) if view.tag[j] == "NN"), "") == _SHARE:
        return counted_people(view, first, end)
    noun = behind_attribute(view, first, end)
    if noun:
        return f"{_article(view, first, noun)} {nominative(view, noun, _without_adverbial(view, noun, end))}".strip()
    end = without_paper(view, first, _without_adverbial(view, first, end))
    text = genitive_as_nominative(view, first, end) if owner else _definite_plural(view, first, end)
    text = text or _strong_plural(view, first, end) or nominative(view, first, end)
    if end == first + 1:
        text = _plural(view, first, text)
        if text in reporting.nouns("statement") - {"Augenzeugen", "Zeugen"}:
            return None
        if text[:1].islower() and text not in _SOMEBODY:
            return None
    head = next((view.text[j] for j in range(first, end) if view.noun(j)), "")
    if head in _SPEECHLESS or (head.lower().endswith(_SPEECHLESS_ENDS) and not head.endswith("mfrage")):
        return None
    return None if text.lower() in ("man", "es", "wer", "was", "das", "dies") else text


def is_bare_share(view: View, first: int, last: int) -> bool:
    """Whether the phrase is a share alone: *gut 70 Prozent*."""
    return view.low[last - 1] == _SHARE


def counted_people(view: View, first: int, last: int) -> str | None:
    """Who is counted, without the count: *70 Prozent der Befragten* as *Befragte*; None where it does not say."""
    at = next((j for j in range(first, last) if view.low[j] == _SHARE), last) + 1
    noun = first_noun(view, at + 1, last, at)
    if at + 1 >= last or view.low[at] != "der" or noun != last - 1 or number_of(view, at) != "p":
        return None
    words = [word[:-1] if word.endswith("en") else word for word in view.text[at + 1 : noun]]
    low = view.low[noun]
    people = view.text[noun][:-1] if low.endswith(_ADJECTIVAL) else view.text[noun]
    return " ".join([*words, people])


_UMLAUTS = str.maketrans("äöüÄÖÜ", "aouAOU")
_PLURAL_ENDS = ("ungen", "heiten", "keiten", "schaften", "ionen", "zahlen", "daten", "quellen", "stellen", "experten")


def _definite_plural(view: View, first: int, end: int) -> str:
    """*den offiziellen Zahlen* as *die offiziellen Zahlen*; empty where the noun may have another nominative."""
    article = {"den": "die", "diesen": "diese"}.get(view.low[first])
    at = first_noun(view, first, end, first)
    noun = _nominative_plural(view, at) if article and at != first else ""
    return _with_rest(view, [article or "", *view.text[first + 1 : at], noun], at, end) if noun else ""


def _strong_plural(view: View, first: int, end: int) -> str:
    """*einiger Spieler*, *zahlreichen neuen Quellen* as *einige Spieler*, *zahlreiche neue Quellen*, else empty."""
    low, at = view.low[first], first_noun(view, first, end, first)
    ending = low[-2:]
    if at == first or ending not in ("er", "en") or view.text[first][:1].isupper():
        return ""
    if view.tag[first] not in ("ADJA", "PIAT", "PIDAT") or (first and view.tag[first - 1] in _DETERMINED):
        return ""
    many = low[:-2] in _COUNTING
    morph = view.doc[view.index[at]].morph
    if morph.get("Number", []) != ["Plur"] if not many else morph.get("Number", []) == ["Sing"] and ending == "en":
        return ""
    if not all(view.low[j].endswith(ending) for j in range(first, at)):
        return ""
    if ending == "er" and not many and morph.get("Case", []) != ["Gen"]:
        return ""
    noun = view.text[at] if ending == "er" else _nominative_plural(view, at)
    return _with_rest(view, [*(word[:-1] for word in view.text[first:at]), noun], at, end) if noun else ""


def _nominative_plural(view: View, at: int) -> str:
    """The nominative of a dative plural; empty where the form leaves it open."""
    noun, low = view.text[at], view.low[at]
    lemma = view.doc[view.index[at]].lemma_
    without = noun.translate(_UMLAUTS)
    if low.endswith("n") and lemma and without != noun and without.startswith(lemma):
        return noun[:-1]  # Plänen, Ländern
    if low.endswith("ern"):
        return noun[:-1] if title_of(noun) is not None else ""
    if low.endswith(_PLURAL_ENDS):
        return noun
    token = view.doc[view.index[at]]
    gender = (token.morph.get("Gender", []) or [""])[0]
    if noun == f"{token.lemma_}n" and token.lemma_.endswith("e"):
        return noun if gender in ("Fem", "Masc") else ""  # Umfragen, Experten; but Gebäude
    if noun == f"{token.lemma_}en":
        if gender == "Fem" or title_of(noun) is not None:
            return noun
        return noun[:-1] if gender == "Neut" and not reporting.is_person(noun) else ""  # Dokumente
    return ""


def genitive_as_nominative(view: View, first: int, end: int) -> str:
    """*der Forscher*, *seines Anwalts* behind *Ansicht* as *die Forscher*, *sein Anwalt*; empty for other phrases.

    A genitive with *der* is a feminine singular or a plural, and both have *die* in the nominative.
    """
    article = _GENITIVE.get(view.low[first])
    at = first_noun(view, first, end, first)
    if article is None or at == first or view.tag[at] != "NN":
        return ""
    words = [article, *view.text[first + 1 : at], view.text[at]]
    token = view.doc[view.index[at]]
    subject = token.morph.get("Case", []) == ["Nom"] and token.morph.get("Number", []) == ["Sing"]
    if subject and not view.low[at].endswith("er"):
        return ""  # laut Zeugenaussagen der Ehemann; Angaben der Hersteller
    if view.low[first].endswith("es"):
        if at != first + 1 or not token.lemma_ or not view.text[at].startswith(token.lemma_):
            return ""
        words[-1] = token.lemma_
    elif _feminine(view, at):
        words[1:-1] = [word[:-1] if word.endswith("en") else word for word in words[1:-1]]
    return _with_rest(view, words, at, end)


_GENITIVE = {"der": "die", "dieser": "diese", "seiner": "seine", "ihrer": "ihre", "seines": "sein", "ihres": "ihr"}


def _feminine(view: View, noun: int) -> bool:
    """Whether a noun behind *der* in the genitive is a feminine singular: those never end in *-en*."""
    morph = view.doc[view.index[noun]].morph
    if morph.get("Number", []) == ["Plur"] or view.low[noun].endswith(("en", "innen")):
        return False
    return morph.get("Gender", []) == ["Fem"]


def _with_rest(view: View, words: list[str], noun: int, end: int) -> str:
    rest = view.plain[view.end[noun] : view.end[end - 1]]
    return " ".join(words) + " ".join(rest.split(" "))


def _article(view: View, first: int, noun: int) -> str:
    """The article at `first` in the nominative, by the gender of the noun; empty where that is not known."""
    morph = view.doc[view.index[noun]].morph
    gender = (morph.get("Gender", []) or [""])[0]
    if morph.get("Number", []) == ["Plur"]:
        return "die" if view.low[first] in ("den", "die") else ""
    articles = _INDEFINITE if view.low[first].startswith("ein") else _DEFINITE
    return articles.get(gender, "")


def _without_adverbial(view: View, first: int, end: int) -> int:
    """Where the phrase ends before what belongs to the verb: *das Amt von den Verfahren*, *die Stadt am Montag*."""
    head = first_noun(view, first, end, end)
    if head + 2 < end and view.tag[head + 1] in ("APPR", "APPRART"):
        noun = first_noun(view, head + 2, end, end)
        if noun < end and (is_time(view.low[noun]) or view.low[noun] in _WHEN) and not view.text[noun].isupper():
            return head + 1  # ZEIT is a paper
    if head + 1 < end and reporting.is_institution(view.text[head]) and title_of(view.text[head]) is None:
        after = view.low[head + 1]
        determined = view.tag[head + 2 : head + 3] in (["ART"], ["PPOSAT"], ["ADJA"], ["CARD"], ["PIAT"], ["PDAT"])
        if after in ("auf", "über", "mit", "gegen") or (after in ("von", "aus", "für", "vom") and determined):
            return head + 1
    return end


def without_paper(view: View, first: int, end: int) -> int:
    """Where the phrase ends before the paper that somebody spoke to: *sagte ein Mitglied der Partei der Zeitung X*."""
    head = first_noun(view, first, end, end)
    if head + 2 >= end or title_of(view.text[head]) is None or view.low[head].endswith(_JOURNALISTS):
        return end
    for j in range(head + 1, end - 1):
        words = view.low[j + 1 : end]
        bare = [word.strip('„“"') for word in words[:3]]
        if view.low[j] in ("der", "dem") and (set(bare) & _SHORT or any(word.endswith(_PAPERS) for word in bare)):
            return j
    return end


_PAPERS = ("zeitung", "presse-agentur", "nachrichtenagentur", "dpa", "afp", "reuters", "tagesspiegel", "rundschau",
           "allgemeinen", "redaktionsnetzwerk", "mediengruppe", "morgenpost", "magazin", "nachrichtenportal", "sender",
           "spiegel", "merkur", "kurier", "anzeiger", "tageblatt", "deutschlandfunk")  # fmt: skip
_SHORT = frozenset({"bild", "zeit", "taz", "faz", "ard", "zdf"})
_JOURNALISTS = ("redakteur", "redakteurin", "korrespondent", "korrespondentin", "journalist", "journalistin",
                "reporter", "reporterin", "herausgeber", "herausgeberin", "verleger", "sprecher", "sprecherin", "autor",
                "autorin", "intendant", "intendantin", "chef", "chefin", "mitarbeiter", "mitarbeiterin")  # fmt: skip


def gender_of(view: View, first: int) -> str:
    """m, f or "" of the phrase that begins at the word `first`."""
    for j in range(first, min(first + 4, len(view.low))):
        if view.tag[j] == "NN":
            low = view.low[j]
            if low.endswith("in") and not low.endswith(("ein", "termin")):
                return "f"
            tags = view.doc[view.index[j]].morph.get("Gender", [])
            return {"Masc": "m", "Fem": "f"}.get(tags[0], "") if tags else ""
    return ""


def number_of(view: View, first: int) -> str:
    """s or p of the phrase that begins at the word `first`."""
    for j in range(first, min(first + 4, len(view.low))):
        if view.tag[j] == "NN":
            tags = view.doc[view.index[j]].morph.get("Number", [])
            return "p" if tags and tags[0] == "Plur" else "s"
    return "s"


def _plural(view: View, at: int, noun: str) -> str:
    """The nominative of a bare dative plural (*aus Regierungskreisen*, *Teilnehmern zufolge*)."""
    morph = view.doc[view.index[at]].morph
    dative = morph.get("Case", []) == ["Dat"] and morph.get("Number", []) == ["Plur"]
    if noun.endswith("kreisen") or (noun.endswith("ern") and (dative or title_of(noun) is not None)):
        return noun[:-1]
    return noun
