"""Words as stories are compared by them: light stems, and words that say nothing about the subject."""

from __future__ import annotations

from functools import cache

# Endings of German nouns and adjectives, the longest first (after J. Caumanns, "A fast and simple
# stemming algorithm for German words", 1999, without its substitutions).
_ENDINGS = ("innen", "ern", "en", "er", "es", "em", "e", "s", "n")


@cache
def stem(word: str) -> str:
    """`word` in lower case without its ending, where four letters remain."""
    low = word.lower()
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


# Capitalised words of every report: weekdays, months, measures, sentence openings.
_WORDS = """
  jahr tag woche monat stunde minute uhr zeit datum montag dienstag mittwoch donnerstag freitag samstag
  sonnabend sonntag januar februar märz april mai juni juli august september oktober november dezember frühjahr
  sommer herbst winter morgen abend nacht mittag vormittag nachmittag wochenende anfang mitte ende prozent
  prozentpunkte million millionen milliarde milliarden euro dollar franken tausende hunderte dutzend zahl zahlen
  mensch menschen leute teil angaben beispiel dazu dabei damit deshalb daher dafür dagegen darüber zudem
  außerdem die der das dem den des ein eine einen einem einer und auch aber wenn mit nach für von vom vor bei
  beim auf aus doch dass wir ich sie sein seine ihr ihre dort hier dann noch nun schon wer was wie wo nur seit
  bis über unter während weil obwohl bereits laut dies diese dieser dieses nicht kein keine man alle alles viele
  mehr weniger einige andere denn sondern gegen ohne um durch zwischen trotz wegen zum zur ins als ob jetzt
  heute gestern sich ist sind war waren hat haben wird werden wurde wurden kann können soll sollen muss müssen
  will wollen sagt sagte foto bild quelle
"""
EMPTY = frozenset(stem(word) for word in _WORDS.split())
