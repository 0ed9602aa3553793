"""Which sentences can stand alone in a list of key statements: whole, reports, nothing that points elsewhere."""

from __future__ import annotations

import re

from briefing.aggregate.core_verbs import FINITE_T, KNOWN

_LENGTH = range(50, 330)  # characters
_ANAPHORIC = re.compile(  # beginnings that need the sentence before
    r"^[\"„“»']?(?:Er|Sie|Es (?!gibt|gab)|Dies\w*|"
    r"Dabei|Dazu|Damit|Daher|Dafür|Dagegen|Daran|Darauf|Darüber|Davon|Demnach|"
    r"Das (?:sei|ist|war|habe|hat|hatte|wäre|sagten?|gilt|bedeutet|betrifft|zeigt|wird|würden?|solle?n?|wurden?|"
    r"meldeten?|teilten?|berichteten?|erklärten?|kündigten?|geht|gab|gaben|lässt|ließ|ergab|bestätigten?|forderten?|heißt|hieß|will|"
    r"wollen|darf|muss|kann|könnten?|dürften?|kommt|liegt|macht|führt)|Dort|Doch|Aber|Und|"
    r"Denn|Auch|So|Deshalb|Deswegen|Zudem|Außerdem|Ferner|Hinzu|Hier|Trotzdem|Dennoch|Jedoch|Allerdings|Stattdessen|"
    r"Ihr|Ihre|Ihm|Ihn|Sein|Seine|Seinen|Beide|Danach|Anschließend|Daraufhin|Später|Zuvor|Man|Ich|Wir|Jene[rs]?|"
    r"Letztere\w*|Ebenso|Ebenfalls|Gleichzeitig|Zugleich|Währenddessen|Unterdessen|Derweil|Indes|Wie|Weiter|Solche\w*|"
    r"Weiterhin|Andererseits|Einerseits|Hingegen|Demgegenüber|Somit|Folglich|Schließlich|Nun|Hintergrund|Ursache|"
    r"Unabhängig davon|Abgesehen davon|"
    r"Zum Auftakt|Zum einen|Zum anderen|Ähnlich\w*|Erst|Immerhin|Tatsächlich|Vielmehr|Insgesamt|Zunächst|Dadurch|"
    r"Darin|Darunter|Hierbei|Hierzu|Grund (?:dafür|ist|sind|war|waren)|Die Folgen?|Der Grund|Das Problem|"
    r"Bis dahin|Bis dato|Damals|Dann|Parallel dazu|Im Gegenzug|Im Gegensatz dazu|Rückblick|Genauso|Kurzum|Kurz gesagt|"
    r"Nicht betroffen|Weitere [a-zäöüß]+n|Die Rede ist|Die beiden|Das alles|All(?:es)? (?:das|dies)|Der Rest|"
    r"Andere|(?:Einige|Manche|Viele|Mehrere) [a-zäöüß]+|Umso|Nur so|Eine Ausnahme|Ein (?:weiterer|anderer|zweiter)|"
    r"Eine (?:weitere|andere|zweite)|"
    r"(?:Passend|Ergänzend|Parallel|Vergleich|Voraussetzung|Anlass) (?:dazu|dafür|davon)|Etwas(?=,)|Also|"
    r"Demzufolge|Insofern|Insoweit|(?:Im|Am|Zum|In der|Zur) selben|In (?:dem|der)selben|"
    r"Beispielsweise|\w+, (?:da|was|wie)|"
    r"Von dort|Von da|Da (?:ist|sind|war|kann|muss|wird|hat|gibt|geht|hilft)|"
    r"Vielleicht|Womöglich|Natürlich|Selbstverständlich|Nein|Ja|Gut(?=,)|Klar|Kein Wunder|Sicher ist|Egal|Na|Ach|"
    r"Bitte|Leider|Zugegeben|Offenbar nicht|Zum Beispiel|Etwa (?:in|mit|der|die|das|den)|Besteht|Mal|Eben|"
    r"Genau (?:das|dies|diese\w?)|Im Anschluss|Wenig später|Kurz darauf|Tags darauf|"
    r"Am (?:Tag|Abend|Morgen) (?:danach|darauf|davor))\b"
    rf"|^(?:Das|Die|Der|Den|Dem) (?:{KNOWN}|{FINITE_T})\b"  # *Das klang*, *Die sind*: a pronoun
    r"|^\w+ (?:hat|haben|hatten?|ist|sind|war|waren|wird|werden|wurden?|kann|soll) "
    r"(?:das|dies|dem|davon|damit|daran|darauf) "
)
_SUBORDINATE = r"(?:Obwohl|Weil|Da|Als|Wenn(?! es (?:nach|um) )|Nachdem|Während|Bevor|Dass|Ob|Falls|Seit)"
_PRONOUN = r"(?:er|sie|es|dies\w*|dort|ihre?\w?|seine?\w?|man|wir|damit|dabei)"
_TIME = r"(?:\w*tag|\w*(?:[Ww]oche|Monat|Jahr|Sommer|Winter|Herbst|Frühjahr|Nacht)\w*)"
_SOMEBODY = (
    r"\d+-[Jj]ährige|[Pp]olitiker|Manager|Mann|Frau|Sänger|Trainer|Spieler|Autor|Unternehmer|Jurist|Anwalt|Abgeordnete|"
    r"Forscher|Experte|Sprecher|Wissenschaftler|Virologe|Mediziner|Ökonom|Verdächtige|Angeklagte|Täter|Schauspieler|Künstler"
)
_LINKS = (
    r"(?:(?<!, )nämlich|aber|also|jedoch|allerdings|demgegenüber|zudem|außerdem|deshalb|daher|dennoch|"
    r"trotzdem|ebenfalls|indes|demnach|stattdessen|hierfür|hierzu|daraufhin|derweil|unterdessen|darin(?!,))"
)
# *Weil dort …*, *Um diesen Punkt …* (not *an diesem Dienstag*), *Die Opposition sprach dagegen …*
_POINTS_BACK = re.compile(
    rf"^[\"„“»']?(?:{_SUBORDINATE} {_PRONOUN}\b"
    rf"|(?:\w+ ){{0,2}}(?:[Dd]iese[mnrs]?|[Jj]ene[mnrs]?) (?!{_TIME}\b)"
    rf"|[^,:;]{{0,100}}\b[Dd]iese[mnrs]? (?!{_TIME}\b)[A-ZÄÖÜ]\w+"  # … gegen diese Auflage
    rf"|[^,:;]{{0,100}}\bauch in eine[mr] anderen\b|[^,:;]{{0,80}}\bauch, (?:ob|wie|was|wann)\b"
    rf"|.{{0,200}}\b(?:andernfalls|jedenfalls|ansonsten|hingegen)\b"
    rf"|[^\"„]{{0,200}}\bdagegen\b(?!,| aus\b| zu\b| vor\b| sein\b| (?:ist|war|sind)\b| "
    rf"\w*(?:stimm|protest|demonstr|klag|wehr|sprech|sprich|entsch|votier|tun|unternehm|verstoß|kämpf))"
    rf"|(?:Der|Die) (?:[a-zäöüß-]+ )*(?:{_SOMEBODY})(?:in|n)? [a-zäöüß]"  # Der parteilose Politiker war …
    rf"|\w+ (?:seine|ihre)[rmns]? \w+)"
    rf"|,[“\"«]? \w+ (?:er|sie)(?: \w+){{0,4}}[.]$"  # …, erklärte er.
    rf"|\b(?:das|dies)[.]$|\b(?:kennt|weiß|findet|fand|hält|hielt|nennt|sieht|bestätigt|bestreitet) (?:das|dies)\b"
    rf"(?! (?:\w+e[nrs]? )?[A-ZÄÖÜ])"
    rf"|^[^,:;]{{0,80}}\b(?:{KNOWN}|{FINITE_T}) (?:das|dies) (?:auf|bei|zu|in|an|für|nicht|sehr|alles|auch|als|um|mit|"
    rf"von|so|nun|nur|zur|zum|im|am)\b"
)
# *…, die Eisbahn ist ebenfalls bedroht*: to the sentence before, so not where an article begins.
_LINKED = re.compile(rf"^[^,:;–—]{{0,160}}\b{_LINKS}\b")
# No sentence at all, or two run together: *… diskutieren Im Kampf …*
_DEBRIS = re.compile(
    r"^(?:Ein|Eine) (?:Kommentar|Analyse|Gastbeitrag|Gastkommentar|Interview|Porträt|Reportage|Kolumne|Essay|Glosse|"
    r"Rezension) (?:von \w+ \w+ )?[A-ZÄÖÜ\"„»]|^(?:ZEIT ONLINE|Frage|Antwort|[A-ZÄÖÜ]{4,} [A-ZÄÖÜ]{4,}):"
    r"|^(?:[A-ZÄÖÜ]{2,} ){1,3}?[A-ZÄÖÜ]{2,}:|\b(?:www\.|https?:)|\w@\w|\(Z\+\)|^\w+\? "
    r"|[:?] (?:Wer|Wie|Was|Warum|Weshalb|Wieso|Wo|Welche\w?)\b"
    r"|^(?:Laut|Zufolge|Nach Angaben|Gemäß) (?:[a-zäöüß]+(?:te|ten|t|ieren)\b|[.,:;])|^[\"„“»']?\w+[:.] |\.\.\.|…"
    r"|[a-zäöüß]{3} (?:Im|Am|In|Bei|Nach|Mit|Für|Wegen|Seit|Zum|Zur|Der|Die|Das|Ein|Eine|Wie|Es|Er) [a-zäöüA-ZÄÖÜ]"
)
# *Genau wie der Kanzler sprach er von …*, *…, jetzt hält er eine Rede*: who is meant stands in the sentence before.
_PRONOUN_ACTS = re.compile(r"^[^,:;–—(]{3,180}\s(?:er|sie|ihm|ihn|ihnen)\b")
_GOES_ON = re.compile(r"[,:;–] (?:jetzt|dann|nun|da|so|dort|deshalb|zudem) \w+ (?:er|sie|es)\b")
_CONDITION = re.compile(
    r"(?:Ließen?|Kämen?|Gingen?|Müssten?|Könnten?|Dürften?|Blieben?|Stiegen?) (?:man|es|die|das|der|sich)\b|"
    r"(?:Muss|Müssen|Soll|Will|Wollen|Darf|Dürfen|Kann|Können|Mag|Lässt|Geht|Fehlt|Stimmt|Hält|Hielt|Hatten?|War|Waren|"
    r"Liegt|Kommt|Gibt|Ist|Sind|Wird|Werden|Hat|Haben|Sollten?|Wäre|Hätte|Würde|Bleibt|Steigt|Fällt)\b"
)
_SUBJUNCTIVE = re.compile(
    r"\b(?:sei|seien|werde|könne|müsse|wolle|dürfe|solle|möge|habe|gebe|komme|gehe|stehe|liege|lasse|bleibe|brauche|wisse|"
    r"halte|nehme|mache|bringe|führe|treffe|laufe|bestehe|sehe|finde|hätten|wären|hätte|wäre|würden|würde)\b"
)
_UNREAL = re.compile(r"\b(?:wenn|falls|sofern|sonst|ohne|als ob|fast|beinahe|gern|lieber|am liebsten)\b", re.IGNORECASE)
_SUBJUNCTIVE_TWO = re.compile(r"\b(?:hätten?|wären?|würden?)\b")


# *Was Anwohner über den Bau denken.*: a question with no clause it belongs to (*…, ist offen*).
_ASKED = re.compile(r"(?:Was|Warum|Weshalb|Wieso|Wo|Wann|Wer|Wen|Wem|Welche\w*|Wohin|Woher|Worauf|Womit|Worum|Wovon)\b")
_ANSWERED = re.compile(rf", (?:{KNOWN}|{FINITE_T}e?n?)\b")
# *… zwar …* without what is set against it; *soll sich entsprechend geäußert haben*.
_HALF = re.compile(
    r"\bzwar\b(?!.{0,250}\b(?:aber|doch|jedoch|allerdings|dennoch|trotzdem|gleichwohl|dafür|nur nicht)\b)(?<!und zwar)"
    r"|\b(?:nicht nur|nicht allein|sowohl)\b(?!.{0,250}\b(?:sondern|auch|als)\b)"
    r"|\bentsprechend (?!(?:der|den|dem|des|dieser|einer)\b)[a-zäöüß]+(?:t|en)\b(?! [A-ZÄÖÜ])"
)
# Whoever writes or is asked, outside words in marks.
_SPEAKS = re.compile(
    r"\b(?:[Ii]ch|[Ww]ir|mir|mich|uns|[Mm]eine?[mnrs]?|[Uu]nser(?:e[mnrs]?)?|[Uu]nsre[mnrs]?|[Dd]u|dir|dich|[Dd]eine?[mnrs]?|"
    r"Ihnen)\b"
)
_QUOTED = re.compile(r"[\"„“»][^\"“”«„]*[\"“”«]")
_SPOKEN = re.compile(r"[\"„“»][^\"“”«]{15,}[\"“”«], \w")  # „…“, sagt die Ministerin …
_SOURCED = re.compile(
    r"\b(?:[Ll]aut|zufolge|"
    r"[Nn]ach (?:\w+ )?(?:Angaben?|Ansicht|Einschätzung|Auffassung|Worten|Meinung|Aussagen?|Berichten))\b"
)


def stands_alone(text: str, concepts: int, *, begins: bool = False) -> bool:
    """Whether a sentence of so many concepts is whole, understandable alone, and a report: no question, no fragment,
    no mere quotation. `begins`: there is none before it."""
    text = " ".join(text.split())
    if len(text) not in _LENGTH or concepts < 4 or len(text.split()) < 7:
        return False
    if (
        text[-1] not in '."“”»'
        or text.rstrip('"“”»').endswith("?")
        or not (text[0].isupper() or text[0] in '"„“»0123456789')
    ):
        return False
    if any(pattern.search(text) for pattern in (_ANAPHORIC, _POINTS_BACK, _DEBRIS, _PRONOUN_ACTS, _HALF)):
        return False
    if not begins and (_LINKED.match(text) or _GOES_ON.search(text)):
        return False
    if _ASKED.match(text) and not _ANSWERED.search(text):
        return False
    if _SPEAKS.search(_QUOTED.sub(" ", text)):
        return False
    marks = sum(text.count(mark) for mark in '"„“”»«')
    only_quoted = text[0] in '"„“»' and ((marks <= 2 and text[-1] in '"“”»') or bool(_SPOKEN.match(text)))
    return not _CONDITION.match(text) and not only_quoted and marks % 2 == 0


def is_reported(text: str) -> bool:
    """Whether the mood of a sentence says that somebody else says it (*Die Schulen hätten sich vorbereitet*), and no
    source phrase who."""
    if _SOURCED.search(text):
        return False
    moods = set(_SUBJUNCTIVE.findall(text))
    if _UNREAL.search(text):
        moods -= set(_SUBJUNCTIVE_TWO.findall(text))
    return bool(moods)
