"""Texts that try to be more than text, or to take more than linear time."""

from __future__ import annotations

MARKUP = (
    "<script>fetch('http://boese.example/s')</script><img src='http://boese.example/i.png' onerror=alert(1)>",
    "</style></title></textarea><svg onload=alert(2)><!-- ]]> <iframe src=file:///etc/passwd>",
    "{{ 7919*7907 }}{% include 'briefing.md' %}{# weg #}${7919*7907} {{ cycler.__init__.__globals__ }}",
    "[klick](javascript:alert(3)) ![b](http://boese.example/x.png) <http://boese.example> [^1]: Fußnote",
    "# Überschrift **fett** _kursiv_ `code` ~~weg~~ | Zelle | Zelle |",
    "body { background: url(http://boese.example/y) } @import 'http://boese.example/z'; */ expression(alert(4))",
    "Betreff\\r\\nBcc: alle@boese.example",
    "\u202eumgedreht\u202c \u200bnull\u200dbreit\u2060 \u2066a\u2069 \x00\x07\x1b[31mrot",
    "\ufdfa\U0001f468\u200d\U0001f469\u200d\U0001f467 a\u0301\u0301\u0301 \U000e0067 ﬁ ℌ İ ß ŉ",
    "%s %n %(x)s {0} {x!r} \\N{BULLET} \\x00 $HOME `id` $(id) ; rm -rf / # ' OR 1=1 --",
)

SENTENCES = tuple(
    f"Bürgermeister Karl Maier {words} sagte am Montag: „{words}“, {n + 2}00 Menschen seien getötet worden."
    for n, words in enumerate(MARKUP)
)

NUMBERS = (
    f"Es starben {'9' * 1000} Menschen, laut Polizei {'1.000' * 300}, etwa 1{'.000' * 400},{'3' * 500} Prozent.",
    f"Rund {'neunhundertneunundneunzig' * 60}tausend Soldaten und {'ein' * 400}hundert Verletzte.",
    "Am 99.99.9999, 31.02.2024, 0.0.0 und 10000-13-45 um 25:61 Uhr kamen bis zu bis zu zwischen 3 und bis 1e999999.",
)

PATTERNS = (
    "laut ", "„", "“", "1.", "(", ")", "Dr. ", "und ", "A-", "zwei", "Er sagte, ", "„Ja“ ", "„Ja“, sagte er. ", '"',
    "‚", "› ‹ ", "zwischen 3 und ", "1.000", "3,5 Prozent ", "am Montag, dem ", "Müller ", "Angela Merkel, ",
    "der Präsident der ", "nicht ", "unklar ist, ob ", "dass ", "sei ", ", ", "; ", "- ", "\n", "Ort (dpa) - ",
    "100 Tote ", "hundert", "Million ", "Karl-", "A. ", "Sagte Karl Maier: ", "\u200b", "😀", "\u0301", "</b>",
    "bis zu ", "vom 3. bis ", "1/2", "20.10.2024 ", "ein", "Er dementierte. ", "habe, so Maier, ", " ", "x", "IV. ",
)  # fmt: skip
"""Strings that, repeated, drive a careless rule to its worst case."""
