"""Which dates of a sentence are the day of an event that it tells.

No statement of that day, no aside (*in diesem November*), no habit, no comparison (*mehr als am Mittwoch*), no day that
is denied (*nicht mehr am 22., sondern am 18. Dezember*), no level of a figure (*lag am Mittwoch bei 0,89*), no date
that only says which thing is meant (*der seit Anfang November geltende Teil-Lockdown*), and none that the sentence's
own tense contradicts (*am Samstag schuf* in the future).
"""

from __future__ import annotations

import datetime
import re

from briefing.model import Article, Date, Sentence

_ISO = re.compile(r"^\d{4}-\d{2}(?:-\d{2})?$|^XXXX-\d{2}-\d{2}$")
_REPORTS = re.compile(
    r"\b(?:sagte|sagten|sagt|gesagt|erklärte|erklärten|erklärt|teilte|teilten|mitgeteilt|berichtete|berichteten|schrieb|"
    r"betonte|betont|hieß|äußerte|geäußert|meldete|bestätigte|sprach|ergänzte|warnte|twitterte|kritisierte|kritisiert|"
    r"Interview|zu erfahren)\b"
)
_DECLARED = re.compile(  # an act, not a statement: *zum Sieger erklärt, erklärte seinen Rücktritt*
    r"\b(?:zum|zur|für) (?:[a-zäöüß]+ )*\w+ (?:erklärt|erklärte|erklärten)\b"
    r"|\b(?:erklärte|erklärten)\b.{0,60}\b(?:zum|zur|Rücktritt|Verzicht)\b"
)
_NEAR = 60  # characters between a reporting verb and its date, in the same clause
_CLAUSE = 3  # words besides the date that a clause has at least
_CLAUSE_END = re.compile(r"[,;:–\"„“”»«](?:\s|$)|\s-\s")
PLANNED = re.compile(
    r"\b(?:solle?n?|will|wollen|wolle|wird|werden|werde|geplant|plant|planen|angekündigt|vorgesehen|spätestens)\b"
)
# What may or may not come, and what is asked.
_HEDGED = re.compile(
    r"\b(?:könnten?|dürften?|möglicherweise|womöglich|vielleicht|wohl|[Ww]äre\w*|würde\w*|[Hh]ätten?|Frage)\b"
    r"|^[A-ZÄÖÜ][a-zäöüß]+(?:t|en) (?:sich|es|er|sie|die|der|das) [^,]{3,120}, "
    r"(?:wird|werden|dürfte|muss|müssen|kann)\b"
    r"|^(?:Ob|Falls|Sofern|Sollten?|Kommt|Kommen|Wenn)\b"
    r"|\b(?:[Ff]alls|sofern|kaum noch|als ob|als (?:sei|habe)|hofft|hofften?|hoffe|vermutet|"
    r"glaub(?:t|en|te)|wünsch(?:t|en|te)|"
    r"(?:ist|sei|bleibt) (?:derzeit |noch |weiter |aber )*(?:offen|unklar|fraglich)|[Oo]ffen ist)\b"
)
# What a figure was on that day, which the numbers tell.
_LEVEL = re.compile(
    r"\b(?:lag|lagen|liegt|liegen|gelegen|betrug|betragen|beträgt)\b(?=.{0,90}\d)(?=.*\b(?:bei|über|unter|Fälle\w*|Prozent)\b)"
    r"|\bhatte\w* .{0,60}\d.{0,20} betragen\b|\bR-Wert\b|\bwaren es\b|\bInzidenz\b.{0,60}\b(?:liegt|lag|von)\b"
)
_HABIT = re.compile(
    r"\b(?:[Nn]ormalerweise|üblicherweise|regelmäßig|jährlich\w*|jeweils|jede[ns]? Jahr|traditionell|"
    r"in der Regel|meistens|meist|üblich\w*|immer (?:am|von|montags))\b"
)
# Dates that hang on another one told before, on today, or on a name: not a day of its own.
_LOOSE = re.compile(
    r"\b(?:heut\w+|jetzt|nun|danach|darauf|davor|zuvor|vorher|selben|gleichen|nächsten Tag|Vortag\w*|Vorwoche|"
    r"Nikolaus\w*|Weihnacht\w*|Ostern|Silvester\w*|diese[mnrs]? "
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}|[Jj]ahre?s?\b")
_FIRST = re.compile(r"\b(?:ich|mir|mich|mein\w*|wir|uns|unser\w*)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[„“\"»«][^„“”\"»«]*[“”\"«»]")
_PAST = re.compile(
    r"\b(?:war|waren|hat|haben|hatten?|habe|ist|sind|sei|seien|wurden?|worden|(?!heute|bitte|weite|breite|zweite|dritte|letzte|beste)[a-zäöüß]{3,}te(?:n)?|"
    r"(?:\w{2,5})?(?:kam|ging|schuf|gab|traf|stand|lief|begann|fiel|nahm|trat|zog|stieg|starb|hob|hielt|ließ|schloss|wies|bot|sah|"
    r"lag|fand|verlor|gewann|blieb|rief|griff|trug|wuchs|flog|fuhr|schoss|schlug|brach|verbot|entschied|lud|unterlag|"
    r"empfing|schied|schritt|riss|sank|warf|verließ|überstand)(?:en)?)\b"
)
TOLD_PAST = re.compile(
    r"\b(?:war|waren|hatten?|wurden?|kam|kamen|ging|gingen|gab|gaben|schuf|schufen|traf|trafen|begann|begannen|[a-zäöüß]{3,}ierten?)\b"
)
_UNTIL = re.compile(r"\bbis (?:zu[mr]? |Ende |Mitte |Anfang )?(?:\w+ )?$")
_RANGE = re.compile(r"\d\.?(?: [A-ZÄÖÜ]\w+)? bis (?:längstens |einschließlich )?(?:zum |zur |den |dem )?$")
# A date that only says which thing is meant (*die Rede vom Samstag*), a street's, a paper's or a balance's.
_ATTRIBUTE = re.compile(
    r"\b(?!Zeitraum\b|Zeit\b)[A-ZÄÖÜ][\wäöüß-]+[\"“”»]* (?:vom|von|des|für|für den|der|von diesem) $"
    r"|\b(?:Bild|Welt) am $|\b(?:[Pp]er|\w*[Ss]tand):? $|\((?:zum|bis|Stand)?:? ?$"
)
_LEAD = (
    r"(?:noch |zuletzt |erst |etwa |schon |bereits |beispielsweise )*(?:im|am|in der|in|Anfang|Ende|Mitte|vor|zum)? ?$"
)
_COMPARED = re.compile(
    r"(?:(?<!^)(?<![,;:–-]) als|\b[a-zäöüß]{3,}(?:er|ers)\b[^,]{0,60}, als|\b[Ww]ie|\b[Ss]o [a-zäöüß]+,? wie"
    rf"|(?:ere[nrs]?|mehr|weniger)\b[^,]{{0,60}}, als [^,]{{1,90}}) {_LEAD}"
    r"|\b(?:[Gg]egenüber|[Vv]ergleich (?:zu[mr]?|mit)|[Vv]erglichen mit)(?: [\w-]+){0,4} ?$"
)
_DENIED = re.compile(
    r"\b(?:nicht|kein\w*)(?: (?:mehr|schon|erst|länger|bis|vor|zu|zum|am|im|ab|dem|den|der|Anfang|Ende|Mitte))*"
    r"(?: \w+(?:tag|woch),?(?: de[nmr])?)? ?$"
)
_SINCE = re.compile(
    r"\b[Ss]eit(?: (?:dem|der|Anfang|Mitte|Ende|Beginn|mindestens|etwa|im|am|[A-ZÄÖÜ][\w-]+|[a-zäöüß]+(?:en|er)))* ?$"
)
# The event that a date names, of which the sentence tells something else (*vor dem Treffen am Mittwoch warnte er*).
_INNER = (
    r"(?:[A-ZÄÖÜ][\w-]+|mit|von|zwischen|der|des|zu|zum|zur|in|und|den|dem|gegen|über|"
    r"(?!wurden|werden|haben|waren|sollen|wollen|kamen|gaben|\w+ten\b)[a-zäöüß]+(?:en|er|n))"
)
_OTHER_EVENT = re.compile(
    r"\b(?:[Vv]or|[Ff]ür|[Nn]ach|[Ss]eit|Blick auf|Entwurf zu|Vorfeld)(?: [a-zäöüß-]+){0,3} "
    rf"(?!Angaben|Informationen|Berichten)[A-ZÄÖÜ][\w-]+(?: {_INNER}){{0,6}},? "
    r"(?:am|an|im|vom)(?: (?:kommenden|diesem|vergangenen))? ?$"
)
_DETERMINED = re.compile(
    r"\b(?:de[rmsn]|die|das|eine?[mnrs]?|diese[mnrs]?|alle[rn]?|ihre?[mnrs]?|seine?[mnrs]?|keine?[mnrs]?|bisherigen?|"
    r"von \w+) (?:bereits |schon |noch |erst |bislang |zunächst |nun |vorerst )*"
    r"(?:am|im|seit|ab|bis|zum|für|seit dem|ab dem|bis zum|in|von|vom)? ?(?:Anfang |Ende |Mitte )?$"
)
_PARTICIPLE = re.compile(
    r"^(?: [\w-]+){0,6}? [a-zäöüß]{3,}(?:te|ten|ter|tes|tem|ene|enen|ener|enes|enem|nde|nden|nder|ndes|ndem) [A-ZÄÖÜ]"
)
_CALLED_OFF = re.compile(
    r"\b(?:abgesagt|verschoben|verlegt|entfällt|entfallen|ausfallen|ausgefallen|gestrichen)\b|\bfällt aus\b"
)
_MONTH = r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
_FRAGMENT = re.compile(rf"^{_MONTH}\b(?! \d)")  # what a wrongly ended sentence leaves
_MONTH_LED = re.compile(
    r"\b(?:[Ii]m|[Ss]eit|[Bb]is|[Aa]b|[Aa]nfang|[Ee]nde|[Mm]itte)"
    r"(?: (?:kommenden|vergangenen|vorigen|nächsten|dem|zum|Anfang|Ende|Mitte))? ?$"
)
_VERBS_OF_THAT = (
    r"soll|wird|ist|war|geht|sind|hatte|hat|gilt|jedenfalls|berichtete\w*|bestätigte\w*|teilte\w*|sagte\w*|meldete\w*|ergab|"
    r"ergibt|zeigt\w*|führte|entspricht|betrifft|erklärte\w*|kündigte\w*|beschloss\w*|entschied\w*"
)
_LEANS = re.compile(
    rf"^[\"„“»]?(?:Er|Sie|Es (?!gibt|gab)|Das (?:{_VERBS_OF_THAT})|Dies\w*|Jene\w*|So (?!\w+ wie\b)|"
    r"Und (?:es|so|das|er|sie|dies\w*|dann|damit|dabei)|Denn|Dennoch|Trotzdem|Darum|Demnach|Demzufolge|"
    r"Letzter\w+|Solche\w*|"
    r"(?:Ein|Eine|Einen|Einem|Einer) solche\w*|"
    r"(?:In|Bei|Nach|Mit|An|Vor) (?:diese|jene)\w+(?! \w*(?:[a-z]tag|woch|abend|morgen))|"
    r"Dort|Dabei|Damit|Dafür|Daran|Darauf|Daraufhin|Danach|Davor|Dagegen|Stattdessen|Bis dahin|Seine?|Ihre?)\b"
)
_BEFORE = 160  # characters before a date that say what it is there for
_LONGEST = 400  # characters of a sentence that the reader takes in as an event
_FARTHEST = 300
"""Days: a month or day without a year is of the year around the article."""


def is_dated(date: Date, sentence: Sentence, article: Article) -> bool:
    """Whether a date is a day or month of its own, near enough where its year is not printed, and fits the tense."""
    if date.type != "DATE" or not _ISO.match(date.value):
        return False
    told = _flat(article.text[date.span.start : date.span.end])
    said = _flat(article.text[sentence.span.start : sentence.span.end])
    before = _flat(article.text[sentence.span.start : date.span.start])
    after = _flat(article.text[date.span.end : sentence.span.end])
    if said.rstrip("\"“”»' ").endswith("?") or len(said) > _LONGEST or _FRAGMENT.match(said):
        return False
    if any(pattern.search(said) for pattern in (_HEDGED, _HABIT, _LEVEL)) or _LOOSE.search(told):
        return False
    if _FIRST.search(_QUOTED.sub("", said)):
        return False
    near = before[-_BEFORE:]
    if any(pattern.search(near) for pattern in (_COMPARED, _RANGE, _DENIED)):
        return False
    called_off = _CALLED_OFF.search(said) is not None and near.endswith(("für ", "für den ", "für die "))
    attributive = _ATTRIBUTE.search(near) or (_DETERMINED.search(near) and _PARTICIPLE.match(after))
    if attributive and not called_off and not (near.endswith(" vom ") and after.startswith(" bis ")):
        return False
    if _SINCE.search(near) and len(date.value) == len("2020-11"):
        return False
    if len(date.value) == len("2020-11") and not _led(before, told, after[:1]):
        return False
    return _fits(date.value, article.published or "", told, said, before)


def _flat(text: str) -> str:
    """Text with one blank for every white space: articles come wrapped."""
    return re.sub(r"\s+", " ", text)


def _led(before: str, told: str, after: str) -> bool:
    """Whether a month is one in which something happens (*im November*), not a part of a name (*November-Hilfe*)."""
    lead = before + told[: max(told.rfind(" ") + 1, 0)]
    return after != "-" and bool(_MONTH_LED.search(lead.rstrip() + " ") or _MONTH_LED.search(before))


def _fits(value: str, published: str, told: str, said: str, before: str) -> bool:
    """Whether the tense of a sentence fits a date that lies before or after the article's own."""
    if len(published) < len("2020-11-22") or value.startswith("X"):
        return True
    day, today = (f"{date}-15"[:10] for date in (value, published))
    apart = (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(today)).days
    if abs(apart) > _FARTHEST and not _YEAR.search(told):
        return False
    if len(value) == len("2020-11") and apart > _FARTHEST // 2 and not _YEAR.search(told):
        return False
    if value > published[: len(value)]:
        return bool(PLANNED.search(said)) or not TOLD_PAST.search(said)
    if value == published[: len(value)]:
        return True
    return bool(_PAST.search(said)) and (_UNTIL.search(before) is None or bool(TOLD_PAST.search(said)))


def is_report(date: Date, sentence: Sentence, text: str) -> bool:
    """Whether the date is only that of a statement: the clause around it tells that somebody said something; where it
    is too short to be one (*…, sagte Kerner, Chef des Rates, am Donnerstag*), what stands near."""
    lead, rest = _flat(text[sentence.span.start : date.span.start]), _flat(text[date.span.end : sentence.span.end])
    before, after = _CLAUSE_END.split(lead)[-1], _CLAUSE_END.split(rest)[0]
    if len(f"{before} {after}".split()) < _CLAUSE:
        before, after = lead, rest
    near = f"{before[-_NEAR:]} {after[:_NEAR]}"
    return bool(_REPORTS.search(near)) and not _DECLARED.search(near)


def is_aside(date: Date, sentence: Sentence, text: str) -> bool:
    """Whether the date is that of another event, before, after or for which what the sentence tells happens."""
    lead = _flat(text[sentence.span.start : date.span.start])
    return bool(_OTHER_EVENT.search(lead[-_BEFORE:]))


def leans(said: str) -> bool:
    """Whether a sentence needs the one before it (*Dieser ist am 16. Januar geplant*)."""
    return bool(_LEANS.match(said))
