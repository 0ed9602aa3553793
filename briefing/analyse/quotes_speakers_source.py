"""Whose statement it is: *nach Angaben der Polizei*, *laut einem Bericht von X*, *nach ukrainischen Angaben*."""

from __future__ import annotations

from typing import NamedTuple

from briefing.analyse.quotes_phrases import is_time
from briefing.analyse.quotes_view import View
from briefing.german import reporting
from briefing.german.states import state_of
from briefing.german.titles import title_of

_STATEMENT_ENDS = tuple(
    """angaben bericht berichten berichts aussagen meldung meldungen studie umfrage umfragen mitteilung mitteilungen
    erkenntnissen erkenntnisstand schätzung schätzungen prognose entwurf gutachten informationen analyse statistik
    berechnungen ansicht meinung auffassung erklärung""".split()
)  # ends of compounds that name a statement or a document: Pressemitteilung, Jahresbericht
_DOCUMENT_ENDS = ("index", "atlas", "barometer", "monitor", "report", "papier", "bilanz", "protokoll", "schreiben")
_RELEASES = (
    "mitteilung",
    "stellungnahme",
    "presseerklärung",
    "begründung",
    "aussendung",
    "bekanntmachung",
    "veröffentlichung",
)
_SCRIPTS = ("manuskript", "redetext")
# What holds words, or speaks for something, but is said by nobody in particular.
_THINGS = frozenset(
    """argumentation argument begründung beispiel zwischenergebnis zwischenergebnisse zwischenergebnissen ergebnis
    ergebnisse ergebnissen befund befunde befunden fazit motto devise tenor vorschrift vorschriften regelung parole
    slogan infektionsschutz gesundheitsschutz""".split()
)
# What somebody says, with a possessive before it: *Ihr Statement lautete: …*, *Sein Fazit: …*.
_SAYINGS = tuple(
    """statement antwort fazit botschaft credo urteil kommentar argument appell reaktion bilanz rat tipp vorwurf these
    worte satz bitte warnung forderung begründung einschätzung vorschlag prognose kritik resümee ansage losung
    plädoyer replik mahnung ratschlag entgegnung""".split()
)
_RELEASE_LENGTH = 3  # article, adjective, noun
_NO_STATEMENT = ("anmeldung", "abmeldung", "krankmeldung", "rückmeldung", "vollansicht", "kriegserklärung")
_OWNER = frozenset("der des eines einer dieser seines seiner ihrer ihres vieler einiger mehrerer beider aller".split())
_FROM = frozenset({"von", "vom", "aus"})
_BEFORE = ("ADJA", "PPOSAT", "ART", "PIAT", "CARD", "PDAT")
_ATTRIBUTE = 18  # words from an article to the noun behind an attribute
# What opens a phrase inside an attribute: die in *großen* Städten lebenden Menschen.
_OPENS_ATTRIBUTE = ("APPR", "APPRART", "ART", "ADJA", "PIAT", "PPOSAT", "CARD", "KON", "$,")
_TITLE_LENGTH = 5  # words of the title of a document, between its noun and its author
# What only says that somebody says something: without an owner it names nobody.
_EMPTY = frozenset(
    """Angabe Angaben Aussage Aussagen Ansicht Ansichten Auffassung Meinung Worten Einschätzung Einschätzungen
    Darstellung Darstellungen Erkenntnissen Erkenntnis Informationen Information Auskunft Auskünften Überzeugung
    Bekunden Lesart Dafürhalten Sicht Perspektive Verständnis Eindruck Erfahrung Erfahrungen Kenntnis Kenntnisstand
    Vermutung Vermutungen Vorstellung Vorstellungen Maßgabe Wort Medienberichten Presseberichten Zeitungsberichten
    Agenturberichten Agenturmeldungen Berichten Meldungen""".split()
)


class Source(NamedTuple):
    """`kind` is "phrase" (the words from `at` on speak), "owner" (the pronoun or *eigen* tells), "state", "printed"
    (`name` speaks) or "nobody"."""

    kind: str
    at: int = 0
    name: str = ""


def is_statement(word: str) -> bool:
    """Whether the noun names a statement, also as the end of a compound (*Pressemitteilung*)."""
    low = word.lower()
    if word in reporting.nouns("statement"):
        return True
    return word[:1].isupper() and low.endswith(_STATEMENT_ENDS) and not low.endswith(_NO_STATEMENT)


def is_release(view: View, first: int, last: int) -> bool:
    """Whether the phrase is just *die Mitteilung*, *eine Pressemitteilung*: what an institution sends out."""
    noun = next((view.text[j] for j in range(first, last) if view.noun(j)), "")
    return last - first <= _RELEASE_LENGTH and noun.lower().endswith(_RELEASES)


def is_own_saying(view: View, first: int, last: int) -> bool:
    """Whether the phrase is just *ihr Statement*, *sein bitteres Fazit*: the person meant by it says that."""
    at = first + 1
    while at < last and view.tag[at] == "ADJA":
        at += 1
    return view.tag[first] == "PPOSAT" and at == last - 1 and view.low[at].endswith(_SAYINGS)


def is_thing(view: View, first: int, last: int) -> bool:
    """Whether the head of the phrase is no author: *die Argumentation für …*, *ein gutes Beispiel*."""
    noun = next((view.low[j] for j in range(first, last) if view.noun(j)), "")
    return noun in _THINGS or noun.removesuffix("es") in _THINGS or noun.removesuffix("s") in _THINGS


def is_script(view: View, first: int, last: int) -> bool:
    """Whether the phrase is just *Manuskript*, *dem Redetext*: the words of who speaks in the sentence."""
    noun = next((view.text[j] for j in range(first, last) if view.noun(j)), "")
    return last - first <= _RELEASE_LENGTH and noun.lower().endswith(_SCRIPTS)


def _is_document(word: str) -> bool:
    return word[:1].isupper() and word.lower().endswith(_DOCUMENT_ENDS)


def source_in(view: View, first: int, last: int) -> Source:
    """Who stands behind the phrase `first` to `last`: the whole phrase, or the author of the statement it names."""
    at = first
    while at < last and view.tag[at] in _BEFORE:
        at += 1
    at = behind_attribute(view, first, last) or at
    if is_own_saying(view, first, last):
        return Source("owner")
    if at >= last or not (is_statement(view.text[at]) or _is_document(view.text[at])):
        return Source("phrase", first)
    owner = _owner(view, at, last)
    if owner:
        return Source("phrase", owner)
    if any(view.low[j].startswith("eigen") or view.tag[j] == "PPOSAT" for j in range(first, at)):
        return Source("owner")
    if view.text[at] in _EMPTY:
        state = next((s for s in (state_of(view.text[j]) for j in range(first, at)) if s), None)
        return Source("state", name=state) if state else Source("nobody")
    body = _body(view.text[at])
    return Source("printed", name=body) if body else Source("phrase", first)


def behind_attribute(view: View, first: int, last: int) -> int:
    """The noun behind an attribute with a preposition (*einer am Montag verbreiteten Mitteilung*), 0 without one."""
    if (
        first + 1 >= last
        or view.tag[first] not in ("ART", "PDAT", "PIAT")
        or not view.tag[first + 1].startswith("APPR")
    ):
        return 0
    for j in range(first + 2, min(last - 1, first + _ATTRIBUTE)):
        if view.tag[j] == "ADJA" and view.tag[j + 1] == "NN" and view.tag[j - 1] not in _OPENS_ATTRIBUTE:
            return j + 1
    return 0


def _owner(view: View, noun: int, last: int) -> int:
    """The word where the author begins, behind the noun and perhaps the title of the document; 0 if there is none."""
    rest = noun + 1
    if rest >= last:
        return 0
    if view.low[rest] in _OWNER:
        return rest
    if view.low[rest] in _FROM:
        return rest + 1 if rest + 1 < last and not _dates(view, rest + 1) else 0
    if view.text[noun] not in reporting.nouns("statement"):  # Schuldneratlas Deutschland von X
        for j in range(rest, min(last - 1, rest + _TITLE_LENGTH)):
            if view.low[j] in ("von", "vom", "des") and view.quoted[j] < 0 and not _dates(view, j + 1):
                return j if view.low[j] == "des" else j + 1
        return 0
    return rest if view.tag[rest] == "NE" or view.quoted[rest] >= 0 else 0


def _dates(view: View, word: int) -> bool:
    """Whether the words tell when (*vom Donnerstag*, *aus dem Jahr 2005*), and are not the paper *ZEIT*."""
    if word + 1 < len(view.low) and view.tag[word] == "ART":
        word += 1
    return is_time(view.low[word]) and not view.text[word].isupper()


def _body(noun: str) -> str:
    """The institution in *Polizeiangaben*, *Ministeriumsangaben*, *RKI-Angaben*; empty for other nouns."""
    name, _, kind = noun.rpartition("-")
    if kind in _EMPTY and (name.isupper() or (kind == "Informationen" and name[:1].isupper())):
        return name  # SZ-Angaben, Spiegel-Informationen
    if not noun.endswith("angaben"):
        return ""
    body = noun.removesuffix("angaben").removesuffix("-")
    body = body.removesuffix("s") if reporting.is_institution(body.removesuffix("s")) else body
    return body if reporting.is_institution(body) or title_of(body) is not None else ""
