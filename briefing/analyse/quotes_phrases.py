"""Noun phrases around reporting verbs: how far they reach, and which of them is the subject."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from briefing.analyse import items
from briefing.analyse.quotes_view import View
from briefing.german import reporting
from briefing.german.states import look_up
from briefing.german.titles import title_of

_MARKS = frozenset("\"'„“”»«‚‘’›‹")
_DETERMINERS = frozenset({"ART", "PDAT", "PIAT", "PPOSAT", "PIDAT"})


_CORE = frozenset({"NN", "NE", "FM", "XY", "TRUNC"})


_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS"})


_GENITIVE = frozenset(
    """des eines dieses seines ihres unseres keines der einer dieser seiner ihrer zweier dreier mehrerer aller beider
    vieler einiger""".split()
)


OBLIQUE = frozenset(
    """den dem einem einen ihm ihn ihnen diesem diesen seinem seinen ihrem ihren des eines dieses seines ihres
    deren dessen denen jedem jeden welchem welchen keinem keinen uns mir mich dir dich sich einander euch""".split()
)


_TIME = frozenset(
    """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag morgen mittag nachmittag abend nacht
    vormittag tag tage tagen woche wochen monat monate monaten jahr jahre jahren uhr stunde stunden minuten januar
    februar märz april mai juni juli august september oktober november dezember wochenende sonntagabend montagabend
    dienstagabend mittwochabend donnerstagabend freitagabend samstagabend montagmorgen mal male ende anfang mitte
    sonntagmorgen vortag zeit zeitpunkt anschluss rande folge grund ergebnis hinblick
    frühjahr frühling sommer herbst winter jahrhundert jahrzehnt""".split()
)


_OF = frozenset(
    {
        "von",
        "vom",
        "für",
        "aus",
        "bei",
        "beim",
        "in",
        "im",
        "an",
        "am",
        "gegen",
        "zu",
        "zur",
        "zum",
        "auf",
        "über",
        "unter",
        "mit",
        "um",
        "nach",
        "zwischen",
        "ohne",
    }
)


_OF_AFTER = frozenset({"von", "vom", "für", "aus"})


_TIME_ENDS = ("morgen", "mittag", "nachmittag", "vormittag", "abend", "nacht")


_DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag")


def is_time(low: str) -> bool:
    """Whether the (lower-case) noun names a time: *montag*, *samstagmorgen*, *jahr*."""
    return low in _TIME or (low.startswith(_DAYS) and low.endswith(_TIME_ENDS))


def names_time(view: View, i: int) -> bool:
    """Whether the noun names a time and is no name: not the paper *ZEIT*."""
    return is_time(view.low[i]) and not view.text[i].isupper() and not _is_organisation(view, i)


class Phrase(NamedTuple):
    """Words `first` to `last` (half-open); `head` is the last word of the first nominal group."""

    first: int
    last: int
    head: int
    preposition: int = -1


def _group(view: View, i: int, limit: int) -> int:
    """End of the nominal group (determiner, adjectives, nouns) that starts at `i`, or `i` if there is none."""
    j, nominal = i, False
    if _is_object_before_name(view, i, limit):
        return i
    while j < limit:
        tag = view.tag[j]
        if tag in _CORE or (not tag and view.noun(j)):
            if nominal and not _joins(view, j):
                break
            nominal = True
        elif tag in _DETERMINERS:
            if nominal:
                break
        elif tag in ("ADJA", "CARD") or (
            not tag and view.low[j] in ("der", "die", "das", "ein", "eine", "einer", "eines", "dem", "den", "des")
        ):
            if nominal and ((tag == "ADJA" and not _owns(view, i, j)) or _counts(view, j, limit)):
                break
            if nominal and not tag:
                break
        elif nominal or view.bracketed[j]:
            break
        elif tag in ("ADV", "ADJD", "PTKA", "KON") and _adjective_follows(view, j, limit):
            pass
        elif tag in ("APPR", "APPRART", "PTKNEG") and j > i and _attribute_end(view, j, limit):
            j = _attribute_end(view, j, limit)  # das von Rutte angeführte Lager
        elif view.quoted[j] >= 0 and j > i and (not nominal or is_name(view, j, limit)):
            nominal = True
            while j + 1 < limit and view.quoted[j + 1] == view.quoted[j]:
                j += 1
        else:
            break
        j += 1
    return j if nominal else i


def _is_object_before_name(view: View, i: int, limit: int) -> bool:
    """*widersprach dem Putin*: persons have no article, so the word before the bare name is a pronoun."""
    if not (i + 1 < limit and view.low[i] in ("dem", "den", "das") and view.person[i + 1] and not view.person[i]):
        return False
    return i > 0 and view.is_finite(i - 1)


def _owns(view: View, i: int, j: int) -> bool:
    """*Trumps langjähriger Anwalt*, *Russlands früherer Präsident*: an adjective behind a bare name in the genitive."""
    if view.person[j - 1]:
        return j - 1 in view.owner
    return all(view.tag[k] == "NE" for k in range(i, j)) and view.low[j - 1].endswith(("s", "’", "'"))


def _counts(view: View, j: int, limit: int) -> bool:
    """Whether a number at `j` counts a noun behind it (and so belongs to no phrase before it)."""
    return view.tag[j] == "CARD" and j + 1 < limit and view.tag[j + 1] in ("NN", "ADJA", "CARD", "NE")


def _joins(view: View, j: int) -> bool:
    """Whether a noun or name goes on with the one before it: *Präsident Bush*, not *die Regierung Georgien*."""
    before, tag = view.tag[j - 1], view.tag[j]
    if view.text[j - 1] in _MARKS and view.quoted[j - 1] >= 0 and not view.text[j].startswith("-"):
        return False  # zitiert die „Zeitung“ Maria Muster
    if view.person[j - 1] and not view.person[j]:
        return j - 1 in view.owner and tag in ("NN", "NE")
    if view.person[j] and is_time(view.low[j - 1]):
        return False  # erklärte am Abend Maria Muster
    if _follows_several(view, j):
        return False
    if tag == "NN" and before == "NN" and reporting.is_institution(view.text[j - 1]) and _is_organisation(view, j):
        return True  # die Auskunftei Muster
    if before not in ("NN", "NE", "FM") or not view.text[j - 1][:1].isupper():
        return True
    if tag == "NN" and before == "NN":
        if not view.person[j] and view.doc[view.index[j]].dep_ == "obj":
            return False  # sieht die Ministerin Bedarf
        return title_of(view.text[j - 1]) is not None or (title_of(view.text[j]) is None and _is_foreign(view, j))
    if tag == "NE" and before == "NN":
        known = look_up(view.text[j])
        return known is None or known.kind != "name" or view.low[j - 1].endswith(_PLACES)
    return True


def _follows_several(view: View, j: int) -> bool:
    """*forderten 16 Staatsanwälte Maria Muster auf*: a name behind a noun for several is another phrase."""
    if not view.person[j] or view.person[j - 1] or view.tag[j - 1] != "NN":
        return False
    k = j - 2
    while k > 0 and view.tag[k] == "ADJA":
        k -= 1
    return (view.tag[k] == "CARD" and view.low[k] not in ("ein", "eine", "1")) or view.low[k] in _SEVERAL


_SEVERAL = frozenset("einige mehrere viele manche zahlreiche etliche wenige alle beide sämtliche".split())


def _is_organisation(view: View, j: int) -> bool:
    """Whether the word begins the name of an organisation."""
    key = "briefing_organisations"  # found once for the document
    if key not in view.doc.user_data:
        view.doc.user_data[key] = [n["start"] for n in items.read(view.doc, items.NAMES) if n["label"] == "ORG"]
    starts: list[int] = view.doc.user_data[key]
    at = bisect_left(starts, view.start[j])
    return at < len(starts) and starts[at] == view.start[j]


def _is_foreign(view: View, j: int) -> bool:
    return view.doc[view.index[j]].ent_type_ in ("PER", "ORG") and view.doc[view.index[j]].ent_iob_ == "I"


_PLACES = (
    "republik",
    "staat",
    "land",
    "stadt",
    "königreich",
    "insel",
    "provinz",
    "region",
    "amt",
    "bank",
    "kammer",
    "gericht",
)


def is_name(view: View, at: int, limit: int) -> bool:
    """Whether the words in marks from `at` on are a name: no adjective or verb in lower case."""
    j = at
    while j < limit and view.quoted[j] == view.quoted[at]:
        if view.text[j][:1].islower() and view.tag[j] in (
            "ADJA",
            "ADJD",
            "ADV",
            "VVFIN",
            "VAFIN",
            "VVPP",
            "PTKNEG",
            "VMFIN",
        ):
            return False
        j += 1
    return True


def _adjective_follows(view: View, j: int, limit: int) -> bool:
    return (j + 1 < limit and view.tag[j + 1] in ("ADJA", "CARD")) or (
        j + 2 < limit and view.tag[j + 1] in ("ADV", "ADJD") and view.tag[j + 2] in ("ADJA", "CARD")
    )


def _attribute_end(view: View, j: int, limit: int) -> int:
    """The adjective in which an attribute between determiner and noun ends (*der in Bonn lebende Autor*), else 0."""
    if view.tag[j - 1] not in _DETERMINERS:
        return 0
    return next((k for k in range(j + 1, min(limit, j + 6)) if view.tag[k] == "ADJA" and view.tag[k - 1] != "ART"), 0)


def _extend(view: View, end: int, limit: int, fronted: bool, barred: frozenset[str] = frozenset()) -> int:
    """End of the phrase with brackets, genitives, names in marks, prepositions and coordination."""
    while end < limit:
        low, tag = view.low[end], view.tag[end]
        grown = end
        if view.bracketed[end]:
            while grown < limit and view.bracketed[grown]:
                grown += 1
        elif view.quoted[end] >= 0 and is_name(view, end, limit):
            while grown < limit and view.quoted[grown] == view.quoted[end]:
                grown += 1
        elif (
            low in _GENITIVE
            and (tag in _DETERMINERS or not tag)
            and (_may_be_genitive(view, end) or (fronted and view.tag[end - 1] == "NN"))
        ):
            grown = _group(view, end, limit)
        elif (
            low in (_OF if fronted and not view.person[end - 1] else _OF_AFTER)
            and tag.startswith("APPR")
            and low not in barred
        ):
            grown = _group(view, end + 1, limit)
            if grown == end + 1 and grown < limit and view.quoted[grown] >= 0 and is_name(view, grown, limit):
                while grown < limit and view.quoted[grown] == view.quoted[end + 1]:
                    grown += 1
            elif grown == end + 1 or is_time(view.low[grown - 1]):
                grown = end
        elif low in ("und", "sowie", "oder", "&") and tag in ("KON", ""):
            grown = _group(view, end + 1, limit)
            if grown == end + 1:
                grown = end
        elif tag in _CORE and view.tag[end - 1] in ("NN", "NE", "FM"):
            grown = end + 1 if _joins(view, end) else end
        elif (
            (tag == "NE" and view.text[end - 1] not in _MARKS)
            or (view.text[end].startswith("-") and view.end[end - 1] == view.start[end])
            or (tag == "CARD" and view.tag[end - 1] in _CORE and not _counts(view, end, limit))
        ):
            grown = end + 1
        if grown == end:
            return end
        end = grown
    return end


def _may_be_genitive(view: View, at: int) -> bool:
    low = view.low[at]
    if (low.endswith("s") and low != "des") or low == "des":
        return True
    if view.text[at - 1] in reporting.nouns("statement"):
        return True
    if view.tag[at - 1] == "NE" or view.low[at - 1].endswith(("jährige", "jähriger")):
        return False  # sagte Müller der Zeitung: a dative
    case = view.doc[view.index[at]].morph.get("Case", [])
    return not case or case[0] == "Gen"


def phrase_from(
    view: View, i: int, limit: int, *, fronted: bool = False, barred: frozenset[str] = frozenset()
) -> Phrase | None:
    """The noun phrase that starts at word `i` and ends before `limit`; `barred` prepositions are none of its own."""
    if i < limit and view.tag[i] in _PRONOUNS:
        return Phrase(i, i + 1, i)
    group = _group(view, i, limit)
    if group == i:
        if i < limit and view.quoted[i] >= 0 and view.text[i + 1 : i + 2] and i + 1 < limit:
            end = i
            while end < limit and view.quoted[end] == view.quoted[i]:
                end += 1
            if end < limit and view.text[end].startswith("-") and view.end[end - 1] == view.start[end]:
                whole = phrase_from(view, end, limit, fronted=fronted)  # „Querdenken“-Gründer Peter Meier
                if whole is not None:
                    return Phrase(i, whole.last, whole.head)
            return Phrase(i, end, max(i, end - 2))
        return None
    head = group - 1
    while head > i and (view.text[head] in _MARKS or (view.tag[head] == "CARD" and view.tag[head - 1] == "NN")):
        head -= 1  # der Jahresbericht 2020
    return Phrase(i, _extend(view, group, limit, fronted, barred), head)


def phrases_in(
    view: View, first: int, limit: int, finite: int = -1, barred: frozenset[str] = frozenset()
) -> list[Phrase]:
    """The noun phrases between two words, left to right; before the finite verb they reach further."""
    found: list[Phrase] = []
    i = first
    while i < limit:
        if view.bracketed[i]:
            i += 1
            continue
        stop = finite if first <= i < finite else limit
        phrase = phrase_from(view, i, stop, fronted=i < finite, barred=barred if i > finite else frozenset())
        if phrase is None:
            i += 1
            continue
        before = i - 1 if i > first and _governs(view, i - 1) else -1
        found.append(Phrase(phrase.first, phrase.last, phrase.head, before))
        i = phrase.last
    return found


def _governs(view: View, i: int) -> bool:
    """Whether the word makes the phrase behind it no subject: a preposition, *als*, or *wie* in a comparison."""
    if view.tag[i].startswith("APPR") and view.low[i] != "wie":
        return True
    if view.tag[i] != "KOKOM" and view.low[i] != "wie":
        return False
    clause = view.clauses[view.clause_at[i]]
    if clause.finite < 0 and clause.start == i and view.tag[clause.end - 1] == "VVPP":
        return False  # wie die Zeitung berichtet: a finite verb that looks like a participle
    return view.low[i] != "wie" or clause.start != i or clause.finite < clause.end - 2


def with_apposition(view: View, phrase: Phrase) -> Phrase:
    """The phrase with an apposition between commas: *Platter, der Minister Österreichs,*."""
    number = view.clause_at[phrase.first]
    clause = view.clauses[number]
    if view.tag[phrase.head] == "PPER":
        return phrase
    if phrase.last != clause.end or clause.after != "," or number + 1 >= len(view.clauses):
        return phrase
    following = view.clauses[number + 1]
    if following.sentence != clause.sentence or following.kind != "frag" or following.after not in (",", "", "–", ":"):
        return phrase
    inner = phrase_from(view, following.start, following.end, fronted=True)
    if inner is None or view.low[following.start] in OBLIQUE or inner.last != following.end:
        return phrase
    return Phrase(phrase.first, inner.last, phrase.head, phrase.preposition)
