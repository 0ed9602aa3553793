"""Clauses: cut at punctuation, typed by their first word and the place of the finite verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.german import reporting

if TYPE_CHECKING:
    from briefing.analyse.quotes_view import View


_COMPLEMENT = {"dass", "daß", "ob"}


_W_WORDS = frozenset(
    """wie was wer wen wem wessen wo warum wieso weshalb weswegen wann wohin woher woran worauf woraus worüber wovon
    wozu womit wofür wogegen worin wodurch welche welcher welches welchen welchem inwieweit inwiefern""".split()
)


_SUBORDINATE = frozenset(
    """weil nachdem während obwohl obgleich wenn falls sofern sobald solange bevor ehe bis damit da indem sodass
    seit seitdem als zumal obschon wobei wodurch wonach woraufhin worauf weshalb weswegen""".split()
)


_COORDINATE = frozenset({"und", "oder", "aber", "sondern", "denn", "doch", "sowie", "beziehungsweise", "bzw."})


_RELATIVE = frozenset({"der", "die", "das", "den", "dem", "dessen", "deren", "denen", "welcher", "welche", "welches"})


_BREAKS = frozenset({",", ";", ":", "–", "—", "-", "..."})


CLOSERS = frozenset({'"', "'", ")", "]", "“", "”", "«", "»", "’", "‘"})


@dataclass(slots=True)
class Clause:
    """Tokens `start` to `end` (half-open, without the mark that ends it) of sentence `sentence`.

    kind: main (verb-first or verb-second), that (dass/ob), w, sub, rel, inf (zu-infinitive), frag (no verb).
    `finite` is the token of the finite verb or -1; `before` and `after` are the marks around it.
    """

    start: int
    end: int
    sentence: int
    kind: str = "frag"
    finite: int = -1
    before: str = ""
    after: str = ""
    opener: int = -1


_ZU_INSIDE = re.compile(
    r"^(?:ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|hin|los|mit|nach|nieder|um|vor|weg|weiter|wieder|zu|zurück|"
    r"zusammen|teil|statt|bereit|bekannt|offen|sicher|dar|entgegen|heraus|heran|hinzu|hinaus|voran|voraus|vorbei|vorweg|"
    r"fern|hoch|klar|nahe|preis|stand|tot|unter|über|wahr|zurecht|zusammen)zu[a-zäöüß]{2,}(?:en|ern|eln)$"
)


def cut_clauses(view: View) -> None:
    """Fill the view's clauses: cut at commas, colons, dashes, never inside marks or brackets."""
    view.clause_at = [-1] * len(view.text)
    for number, (first, last) in enumerate(view.sentences):
        begin = len(view.clauses)
        start, before = first, ""
        for i in range(first, last + 1):
            cut = (
                i == last
                or (
                    view.text[i] in _BREAKS
                    and not view.bracketed[i]
                    and (view.quoted[i] < 0)
                    and not (view.text[i] == "-" and view.start[i] == view.end[i - 1] if i > first else False)
                )
                or _stops(view, i, last)
                or (i < last and start > first and _rejoins(view, start, i, last))
            )
            if not cut:
                continue
            mark = view.text[i] if i < last else ""
            end = i
            while i == last and end > start and view.text[end - 1] in (".", "!", "?", "…") and view.quoted[end - 1] < 0:
                end -= 1
            if end > start:
                clause = Clause(start, end, number, before=before, after=mark)
                _classify(view, clause)
                for j in range(start, end):
                    view.clause_at[j] = len(view.clauses)
                view.clauses.append(clause)
            start, before = i + 1, mark
        view.by_sentence.append((begin, len(view.clauses)))


def _stops(view: View, i: int, last: int) -> bool:
    """A full stop inside what was taken for one sentence, before words in marks that begin another: *gebe. „Wir …*"""
    if view.text[i] not in (".", "!", "?") or view.quoted[i] >= 0 or view.bracketed[i] or i + 2 >= last:
        return False
    return view.quoted[i + 1] >= 0 and view.text[i + 2][:1].isupper()


def _rejoins(view: View, start: int, i: int, last: int) -> bool:
    """*kündigte an, bereit zu stehen und erklärte*: behind an infinitive the conjunct of the clause before it."""
    if view.low[i] not in ("und", "aber") or view.quoted[i] >= 0 or view.bracketed[i] or i + 1 >= last:
        return False
    if not view.is_finite(i + 1) or view.quoted[i + 1] >= 0 or _is_zu_form(view, i + 1):
        return False
    if not _has_zu_infinitive(view, [j for j in (i - 2, i - 1) if j >= start]):
        return False
    return not any(view.is_finite(j) and not _is_zu_form(view, j) for j in range(start, i) if view.quoted[j] < 0)


def _classify(view: View, clause: Clause) -> None:
    """Set kind, finite verb and opener of a clause."""
    words = [
        i
        for i in range(clause.start, clause.end)
        if view.quoted[i] < 0 and not view.bracketed[i] and view.text[i] not in CLOSERS
    ]
    if not words:
        return
    finite = [i for i in words if view.is_finite(i) and not _is_zu_form(view, i)] or _mistagged(view, words)
    head = words[0]
    skipped = head
    position = 0
    while position + 1 < len(words) and view.low[words[position]] in _COORDINATE:
        position += 1
    head = words[position]
    low, tag = view.low[head], view.tag[head]
    if finite:
        clause.finite = finite[0]
    clause.opener = head
    second = words[position + 1] if position + 1 < len(words) else -1
    if low in _COMPLEMENT:
        clause.kind = "that"
    elif not finite:
        if _has_zu_infinitive(view, words):
            clause.kind = "inf"
        return
    elif low == "als" and _verb_second(view, words, finite[0]):
        clause.kind = "main"
    elif tag == "KOUS" or (low in _SUBORDINATE and finite[-1] >= words[-1] - 1 and tag != "APPR"):
        clause.kind = "w" if low in ("wie", "warum") else "sub"
    elif low in _W_WORDS and finite[0] != second:
        clause.kind = "w"
    elif _is_relative(view, clause, words[position:], finite):
        clause.kind = "rel"
    elif low == "so" and second >= 0 and view.low[second] in _COMPLEMENT:
        clause.kind = "sub"
    elif low in _W_WORDS:
        clause.kind = "w"
    else:
        clause.kind = "main"
    if clause.kind in ("that", "w", "sub", "rel") and finite:
        clause.finite = finite[-1]
    if skipped != head and clause.kind == "main" and not finite:
        clause.kind = "frag"


def _is_zu_form(view: View, i: int) -> bool:
    """*die Bereitschaft, mitzumachen*: an infinitive that the tagger took for a plural; *hinzufügen* is one."""
    return view.tag[i] == "VVFIN" and not view.low[i].startswith("hinzu") and bool(_ZU_INSIDE.match(view.low[i]))


def _verb_second(view: View, words: list[int], finite: int) -> bool:
    """*Als Ministerin könnte sie das nicht erklären*: the auxiliary far from the verb that ends the clause."""
    last = words[-1]
    return (
        view.tag[finite] in ("VAFIN", "VMFIN")
        and view.tag[last] in ("VVINF", "VVPP")
        and words[0] + 1 < finite < last - 1
    )


def _content_follows(view: View, i: int, words: list[int]) -> bool:
    """Whether a clause that opens the sentence ends in `i` and a comma or colon with a content clause follows."""
    last = view.sentences[view.sentence[i]][1]
    if view.sentences[view.sentence[i]][0] != words[0] or i + 2 >= last or view.text[i + 1] not in (",", ":"):
        return False
    return view.low[i + 2] in _COMPLEMENT or view.text[i + 1] == ":"


def _is_relative(view: View, clause: Clause, words: list[int], finite: list[int]) -> bool:
    """A relative pronoun, also after a preposition, and the finite verb at the end (or extraposed matter after it)."""
    at = 1 if view.tag[words[0]].startswith("APPR") and len(words) > 1 else 0
    tag, low = view.tag[words[at]], view.low[words[at]]
    final = _ends_with_verb(view, words, finite[-1])
    inner = [i for i in finite if view.tag[i] in ("VAFIN", "VMFIN") and i < words[-1] and words.index(i) > 1 + at]
    if inner and view.tag[words[-1]] in ("VVPP", "VAPP", "VVFIN", "VVIZU"):
        return False  # die Truppen hätten … besetzt: verb-second
    if (
        inner
        and view.tag[words[-1]].endswith("INF")
        and view.tag[words[-1]] != "VVINF"
        and words.index(inner[0]) < len(words) - 3
    ):
        return False  # … könnten … eingetreten sein
    if tag in ("PRELS", "PRELAT") and (low in _RELATIVE or low.startswith("welch") or low == "was"):
        return final or words.index(finite[0]) > 2 or clause.before != ","
    if clause.before != "," or low not in _RELATIVE:
        return False
    if len(words) == 2:
        return True
    if len(words) < 4:
        return False
    return final and words.index(finite[-1]) > 2 + at and not (len(finite) > 1 and words.index(finite[0]) <= 3)


def _mistagged(view: View, words: list[int]) -> list[int]:
    """A reporting verb in a finite form that the tagger took for an adjective, infinitive or participle."""
    if any(view.low[i] == "zu" or view.tag[i] == "VVIZU" for i in words):
        return []
    if len(words) == 1 and _stands_between(view, words[0]):
        return words
    for i in words[1:]:
        tag, low = view.tag[i], view.low[i]
        if tag in ("NN", "ADV", "ADJA") and view.text[i][:1].islower() and reporting.konjunktiv(low):
            return [i]  # Effekte träten auf
        if tag not in ("VVINF", "VVPP", "ADJA", "ADJD", "NE") or not view.text[i][:1].islower():
            continue
        kinds = {form.kind for form in reporting.forms().get(low, ())}
        if "finite" not in kinds:
            continue
        both = "participle" in kinds  # wie X berichtet; mitteilt is no participle
        closes = i == words[-1] and not _content_follows(view, i, words)
        if tag == "VVPP" and both and (low.startswith("ge") or closes):
            continue
        if tag == "VVINF" and i == words[-1] and len(words) < 3:
            continue
        if tag.startswith("ADJ") and not low.endswith(("te", "ten", "t")):
            continue
        return [i]
    return []


def _stands_between(view: View, i: int) -> bool:
    """*Kritiker, darunter auch Fachleute, beteuern, es sei so*: a reporting verb alone between commas."""
    if view.tag[i] != "VVINF" or not 0 < i < len(view.text) - 1:
        return False
    alone = view.text[i - 1] in (",", "–") and view.text[i + 1] in (",", ":")
    return alone and any(form.kind == "finite" for form in reporting.forms().get(view.low[i], ()))


def _ends_with_verb(view: View, words: list[int], finite: int) -> bool:
    """Whether nothing but verbs follows the finite verb."""
    return all(view.tag[i].startswith("V") or view.tag[i] == "PTKVZ" for i in words[words.index(finite) + 1 :])


def _has_zu_infinitive(view: View, words: list[int]) -> bool:
    for position, i in enumerate(words):
        if view.tag[i] == "VVIZU" or (view.tag[i].startswith(("VV", "ADJ")) and _ZU_INSIDE.match(view.low[i])):
            return True
        if view.low[i] == "zu" and view.tag[i] in ("PTKZU", "") and position + 1 < len(words):
            following = words[position + 1]
            if view.tag[following].endswith("INF") or (not view.tag[following] and view.low[following].endswith("n")):
                return True
    return False
