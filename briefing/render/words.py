"""The fixed words of all documents, in one place; `[look.words]` in briefing.toml replaces any of them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from briefing.errors import UsageError

WORDS: dict[str, str] = {
    "briefing": "Briefing",
    "contents": "Inhalt",
    "core": "Kernlage",
    "changes": "Neu seit gestern",
    "disputes": "Streitpunkte",
    "figures": "Zahlen",
    "open": "Offen",
    "data": "Datenlage",
    "stories": "Themen",
    "actors": "Akteure",
    "quotes": "Zitate",
    "numbers": "Zahlen",
    "disagreements": "Streitpunkte",
    "open_questions": "Offene Fragen",
    "timeline": "Zeitleiste",
    "matrix": "Quellenmatrix",
    "sources": "Quellen",
    "method": "Methodik",
    "problems": "Probleme",
    "evidence": "Belege",
    "evidence_note": (
        "Jede Stelle steht hier mit dem Satz, in dem sie gedruckt ist; hervorgehoben ist, worauf sich das Briefing "
        "stützt. Der Pfeil führt zurück zur Aussage."
    ),
    "characters": "Zeichen",
    "back": "zurück zur Aussage",
    "skip": "Zum Inhalt springen",
    "opinion": "Meinung",
    "also": "auch",
    "variants": "Andere Fassungen",
    "also_in": "Ebenso",
    "answered": "Dazu",
    "versus": "dagegen",
    "planned": "geplant",
    "copy_of": "Abdruck von",
    "who": "Akteur",
    "role": "Funktion und Haltung",
    "where": "Quellen (Nennungen)",
    "value": "Wert",
    "chart": "laut",
    "said_by": "laut",
    "status": "Status",
    "as_of": "Stand",
    "scope": "Bezug",
    "proof": "Beleg",
    "statement": "Aussage",
    "title": "Titel",
    "outlet": "Medium",
    "published": "Datum",
    "no_outlet": "Medium unbekannt",
    "unattributed": "ohne Zuschreibung",
    "unknown_speaker": "Ohne genannten Sprecher",
    "direct": "wörtlich",
    "indirect": "indirekt",
    "free_indirect": "indirekt",
    "indirect_free_indirect": "indirekt",
    "reported": "berichtet",
    "kind_PER": "Person",
    "kind_ORG": "Organisation",
    "kind_STATE": "Staat",
    "status_reported": "",
    "status_done": "",
    "status_planned": "geplant",
    "status_expected": "erwartet",
    "status_claimed": "behauptet",
    "status_denied": "bestritten",
    "status_estimated": "geschätzt",
    "assessment_contradiction": "Widerspruch",
    "assessment_spread": "Spannweite",
    "assessment_positions": "Gegensätzliche Positionen",
    "assessment_different_scope": "anderer Bezug",
    "assessment_later_update": "spätere Meldung",
    "assessment_different_status": "anderer Status",
    "question_unknown": "unbekannt",
    "question_unconfirmed": "unbestätigt",
    "question_no_comment": "keine Auskunft",
    "question_asked": "Frage",
    "question_doubted": "bezweifelt",
    "change_new": "neu",
    "change_changed": "geändert",
    "change_gone": "entfallen",
    "more_speakers": "Weitere Stimmen",
    "more_numbers": "Weitere Zahlen",
    "more_stories": "Weitere Themen",
    "mail_note": "Das ganze Briefing mit allen Belegen liegt als PDF bei; Q1.3 ist die dritte Stelle von Quelle Q1.",
    "edited": "Redaktionell bearbeitet.",
    "footer": "Jede Aussage ist belegt; nichts ist erfunden.",
}


def words(own: Mapping[str, str]) -> dict[str, str]:
    """The fixed words with the user's `own`. Raises `UsageError` for a word that no document uses."""
    for key in own:
        if key not in WORDS:
            near = difflib.get_close_matches(key, WORDS, 1)
            raise UsageError(f"look.words: unbekanntes Wort {key!r}" + (f", gemeint {near[0]!r}?" if near else ""))
    return {**WORDS, **own}
