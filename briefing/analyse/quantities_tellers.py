"""The subject that tells a number: of a verb of counting or expecting, a report that shows it, a changed forecast."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analyse import items
from briefing.analyse.quantities_anaphora import meant_by
from briefing.analyse.quantities_clauses import clause_of, divided, lemma, takes_lives, whole_verb
from briefing.analyse.quantities_named import DETERMINERS, Holder, holder, phrase_end
from briefing.analyse.quantities_nouns import governing_verb, is_adjective, is_noun
from briefing.analyse.quantities_numbers import Counted
from briefing.analyse.quantities_sources import owned
from briefing.german.words import load

_DATA = load("quantities")
_SAYS, _SHOWS = frozenset(_DATA["verbs"]["says"]), frozenset(_DATA["verbs"]["shows"])
_REPORTS, _FIGURES = tuple(_DATA["sources"]["reports"]), tuple(_DATA["sources"]["figures"])
_FORECASTS = tuple(_DATA["sources"]["forecasts"])
_CHANGES = frozenset([*_DATA["directions"]["falls"], *_DATA["directions"]["rises"], *_DATA["verbs"]["revises"]])
_POSSESSIVES = ("ihr", "sein")
_OWN_ACCOUNTS = ("eigene", "ihre", "seine", "unsere")
_ACCOUNTS = (*_DATA["sources"]["nouns"], *_DATA["sources"]["reports"])
_AUXILIARIES = ("VAFIN", "VAINF", "VAPP")
_SHARES = frozenset({"Prozent", "Prozentpunkte"})
_ARE = frozenset({"ist", "sind", "war", "waren", "sei", "seien", "wären", "wäre"})
_BEFALLS = frozenset({"melden", "verzeichnen", "registrieren", "zählen", "vermelden", "erfassen", "feststellen"})
_OF = frozenset({"wissen", "sprechen", "ausgehen", "zählen"})  # with "von", which the parse may hang on the subject
_LONGEST = 5  # tokens of a name in quotation marks with its marks
_PLACES = frozenset({"land", "stadt", "kreis", "landkreis", "bundesland", "region", "bezirk", "gemeinde"})
_INSEPARABLE = ("ver", "be", "er", "ent", "zer")
_OWN = 4  # tokens behind the number in which a subject is the counted noun itself
# Subjects of these measure something, they hold no number: "die Kosten beziffern sich auf".
_THINGS = frozenset(
    {
        "zahl",
        "anzahl",
        "kosten",
        "preis",
        "umsatz",
        "wert",
        "anteil",
        "quote",
        "programm",
        "paket",
        "fonds",
        "schaden",
        "tote",
        "opfer",
        "verletzte",
        "mensch",
        "leute",
        "bild",
        "zielgröße",
        "masse",
        "prozent",
        "hälfte",
        "drittel",
        "viertel",
    }
)


def teller(doc: Doc, counted: Counted, telling: frozenset[str], *, upwards: bool = False) -> Holder | None:
    """The subject of a verb of counting, estimating, demanding … in the number's clause or right above it."""
    clause = [*clause_of(doc, counted.last - 1)]
    if clause[0] > 1 and doc[clause[0] - 1].text == '"' and counted.first - clause[0] < _OWN:
        clause = [*clause_of(doc, clause[0] - 2), *clause]  # auf „wenigstens 45.000“ Menschen
    verbs = [doc[k] for k in clause if doc[k].tag_.startswith("VV") and _told_by(doc[k], telling)]
    token = doc[counted.last - 1]
    for _ in range(6 if upwards else 0):
        if divided(doc, token.i, counted.first):
            break
        if token.tag_.startswith("VV") and _told_by(token, _SAYS) and token not in verbs:
            verbs.append(token)
        if token.head.i == token.i:
            break
        token = token.head
    for verb in verbs:
        if lemma(verb) == "zählen" and {"zu", "zum", "zur"} & {doc[k].lower_ for k in clause}:
            continue  # zählt zu den fünf Spielern
        if lemma(verb) == "gehen" and not {"aus", "davon"} & {doc[k].lower_ for k in clause_of(doc, verb.i)}:
            continue
        if lemma(verb) == "gehen" and whole_verb(verb) not in ("gehen", "ausgehen"):
            continue
        if lemma(verb) == "sprechen" and not {"von", "vom"} & {doc[k].lower_ for k in range(clause[0], counted.first)}:
            continue  # mit drei Ärzten sprechen
        if whole_verb(verb) == "annehmen" and counted.unit not in _SHARES:
            continue  # Geld annehmen
        subject = _subject(doc, verb)
        if subject is None and (meant := meant_by(doc, verb)) is not None:
            return replace(meant, verb=lemma(verb))
        if (subject is None or lemma(subject) in _THINGS) and (called := _called(doc, verb)) is not None:
            return called
        if subject is None or lemma(subject) in _THINGS or _dated(doc, subject):
            continue
        beside = verb.i < subject.i == counted.first - 1 and subject.tag_ == "NN"  # meldete das Ministerium 95 Tote
        if lemma(verb) not in _OF and not beside and subject in doc[counted.last - 1].ancestors:
            continue  # sagt Meier, der drei Ärzte vertritt; eine Gruppe von drei Ärzten schrieb
        if counted.first <= subject.i < counted.after + _OWN or any(
            c.lower_.startswith("kein") for c in subject.children
        ):
            continue
        if lemma(verb) in _BEFALLS and _is_place(doc, subject):
            continue
        first, last = _subject_span(doc, subject)
        found = holder(doc, first, last, "teller")
        if found is not None:
            return Holder(start=found.start, end=found.end, name=found.name, verb=lemma(verb), rule="teller")
    return None


def _called(doc: Doc, verb: Token) -> Holder | None:
    """*die Forschungsgruppe „Durchgezählt“ taxierte*: a name in quotation marks right before the verb."""
    last = verb.i - 1
    first = next((k for k in range(last - 1, max(0, last - _LONGEST), -1) if doc[k].text == '"'), -1)
    if last < 1 or doc[last].text != '"' or first < 1 or doc[first - 1].tag_ != "NN" or last - first < 2:
        return None
    name = doc[first + 1 : last]
    return Holder(start=name.start_char, end=name.end_char, name=name.text, verb=lemma(verb), rule="called")


def _told_by(verb: Token, telling: frozenset[str]) -> bool:
    """Whether a verb is one of telling; a preposition may have been taken for its prefix (*an + vermerken*)."""
    low = lemma(verb)
    if takes_lives(verb):
        return False
    return (
        low in telling
        or whole_verb(verb) in telling
        or any(low.endswith(word) for word in telling if word.startswith(_INSEPARABLE))
    )


def _is_place(doc: Doc, token: Token) -> bool:
    """Whether the token is in the name of a place: cases are registered there, nobody tells of them."""
    names = items.read(doc, items.NAMES)
    named = any(n["start"] <= token.idx < n["end"] and n["label"] in ("LOC", "STATE") for n in names)
    return named or lemma(token) in _PLACES


def _dated(doc: Doc, token: Token) -> bool:
    return any(d["start"] <= token.idx < d["end"] for d in items.read(doc, items.DATES))


def _subject(doc: Doc, verb: Token) -> Token | None:
    """The active subject of a verb, a noun or name; of its auxiliary and of the verb it is coordinated with too."""
    if _passive(verb):
        return None
    sources = [verb, verb.head] if verb.dep_ == "conj" else [verb]
    for source in [part for one in sources for part in (one, *(c for c in one.children if c.tag_ in _AUXILIARIES))]:
        subjects = [child for child in source.children if child.dep_ == "nsubj" and is_noun(child)]
        known = [child for child in subjects if child.tag_ == "NE" or any(n.dep_ == "det" for n in child.children)]
        named = [child for child in subjects if _is_name(doc, child)]
        if subjects:
            return (named or known or subjects)[0]
    return None


def _passive(verb: Token) -> bool:
    """Whether something is done to the subject; *ist ausgegangen* is active whatever the parse says."""
    parts = [child for child in verb.children if child.tag_ in _AUXILIARIES]
    if verb.tag_ == "VVPP" and any(child.lower_ in ("wurde", "wurden", "werden", "wird", "worden") for child in parts):
        return True
    if verb.tag_ == "VVPP" and lemma(verb) != "ausgehen" and any(child.lower_ in _ARE for child in parts):
        return True  # sind gemeldet
    if lemma(verb) == "ausgehen" or any(child.lower_ in ("haben", "hat", "hatte", "hatten", "habe") for child in parts):
        return False
    return any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children)


def _is_name(doc: Doc, token: Token) -> bool:
    """Whether the token is in the name of a person or organisation, or in the role before it."""
    return any(
        (name["role"] or [name["start"]])[0] <= token.idx < name["end"] and name["label"] in ("PER", "ORG")
        for name in items.read(doc, items.NAMES)
    )


def _subject_span(doc: Doc, subject: Token) -> tuple[int, int]:
    first = subject.i
    while first > subject.sent.start and (is_adjective(doc[first - 1]) or doc[first - 1].tag_ in DETERMINERS):
        first -= 1
    return first, phrase_end(doc, subject.i, subject.sent.end)


def shown_by(doc: Doc, counted: Counted) -> Holder | None:
    """*Die Zahlen aus dem Carbon Monitor zeigen einen Rückgang um …*: a report as the subject of a verb of showing."""
    verbs = [doc[k] for k in clause_of(doc, counted.last - 1) if doc[k].tag_.startswith("VV")]
    above = governing_verb(doc, counted.last - 1)
    for verb in [*verbs, *([above] if above is not None else [])]:
        shows = whole_verb(verb) in _SHOWS and not _passive(verb)
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and is_noun(c)), None) if shows else None
        if subject is None or subject in doc[counted.last - 1].ancestors or not _is_report(subject):
            continue
        first, last = _subject_span(doc, subject)
        return owned(doc, first, last, subject.sent.end, "report")
    return None


def _is_report(noun: Token) -> bool:
    """Whether a noun means something that tells: a study, figures in the plural; not *diese Zahl*."""
    low = lemma(noun).rpartition("-")[2]
    plural = noun.morph.get("Number", []) == ["Plur"]
    return low.endswith(_REPORTS) or (plural and low.endswith(_FIGURES))


def own_forecast(doc: Doc, counted: Counted) -> Holder | None:
    """*Die Institute senken ihre Prognose um einen Prozentpunkt auf …*: who changes their own forecast tells it."""
    verb = governing_verb(doc, counted.last - 1)
    subject = _subject(doc, verb) if verb is not None and whole_verb(verb) in _CHANGES else None
    if verb is None or subject is None:
        return None
    for child in verb.children:
        own = any(inner.lower_.startswith(_POSSESSIVES) and inner.tag_ == "PPOSAT" for inner in child.children)
        if own and child.i != subject.i and lemma(child).endswith(_FORECASTS):
            first, last = _subject_span(doc, subject)
            found = holder(doc, first, last, "forecast")
            return None if found is None else replace(found, verb="prognostizieren")
    return None


def own_account(doc: Doc, found: Holder) -> Holder | None:
    """*hat nach eigenen Angaben verkauft, ihrer Analyse zufolge*: whose it is, None where nobody is named for it."""
    if not found.name.lower().startswith(_OWN_ACCOUNTS) or not found.name.lower().endswith(_ACCOUNTS):
        return found
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    if span is None:
        return found
    clause = [doc[k] for k in clause_of(doc, span.start)]
    subjects = [token for token in clause if token.dep_.startswith("nsubj") and is_noun(token)]
    subject = next((token for token in subjects if _is_name(doc, token)), None)
    unknown = None if found.name.lower().startswith(_POSSESSIVES) else found
    pronouns = [token for token in clause if token.dep_ == "nsubj" and token.lower_ in ("er", "sie")]
    if subject is None and pronouns:
        meant = meant_by(doc, pronouns[0].head)
        return unknown if meant is None else replace(meant, rule=found.rule)
    if subject is None or unknown is None:
        return unknown
    first, last = _subject_span(doc, subject)
    return holder(doc, first, last, found.rule) or found
