"""Whether a sentence has a finite verb, told by the forms of its words and by its lemmas."""

from __future__ import annotations

import re
from collections.abc import Sequence

KNOWN = (
    r"(?:geht|gehört|gibt|gilt|gerät|genießt|gelingt|gewinnt|genügt|gefällt|ist|sind|war|waren|wird|werden|wurden?|hat|haben|"
    r"hatten?|kann|können|konnten?|muss|müssen|mussten?|soll|sollen|sollten?|will|wollen|wollten?|darf|dürfen|durften?|mag|mögen|"
    r"möchten?|mochten?|sei|seien|habe|werde|könn[et]\w*|dürft?en?|müss[et]\w*|würden?|wären?|hätten?|gebe|gäben?|gehe|komme|"
    r"stehe|stünden?|liege|lasse|bleibe|halte|brauche|drohe|weiß|tun|bedarf|"
    r"(?:er|be|ver|ent|zer|ge|miss|über|unter|wider)?(?:stieß|klang|rang|gab|ging|stand|kam|ließ|tat|lag|hielt|blieb|sah|nahm|zog|trat|"
    r"sprach|rief|fand|lief|schlug|trug|fuhr|stieg|fiel|griff|schrieb|hieß|bot|bat|saß|traf|warf|brach|begann|gewann|verlor|"
    r"verschwand|wuchs|schloss|schien|trieb|wies|half|starb|hob|sank|sprang|wich|bog|flog|lud|galt|riss|schied|schritt|litt|"
    r"bewies|schuf|schnitt|empfahl|gelang|entschied|drang|zwang|band|sang|trank|warb|verdarb|barg|brachte|dachte|kannte|nannte|"
    r"rannte|wusste)(?:en)?|"
    r"kommen|gehen|stehen|geben|machen|sagen|stellen|teilen|sehen|liegen|halten|bleiben|finden|nehmen|ziehen|zeigen|heißen|"
    r"fordern|bringen|setzen|führen|lassen|gelten|treffen|laufen|drohen|fehlen|lauten|folgen)"
)
"""Finite forms of auxiliaries and of the most common verbs, as a pattern."""

_NO_VERBS = (
    r"(?!(?:nicht|mit|seit|jetzt|fast|erst|zuerst|zuletzt|meist|zumeist|selbst|dort|recht|gut|laut|leicht|statt|anstatt|samt|mitsamt|"
    r"direkt|indirekt|exakt|insgesamt|spät|sonst|einst|bekannt|unbekannt|bereit|echt|schlecht|alt|kalt|hart|oft|derart|tot|rot|"
    r"breit|längst|höchst|möglichst|gesamt|perfekt|kompakt|intakt|konkret|acht|überhaupt|nebst|mindest|vielleicht|dicht|schlicht|"
    r"sacht|sanft|umsonst|ernst|fest|just|punkt|zweit|dritt|viert|beliebt|verletzt|verliebt)\b|ge\w+t\b|\w*(?:weit|recht|ant|ent)\b)"
)
FINITE_T = rf"{_NO_VERBS}[a-zäöüß]{{2,}}t"
"""Words that end as the third person does and are no participle, adverb or adjective that ends so, as a pattern."""

_FINITE = re.compile(rf"\b(?:{KNOWN}|{FINITE_T}|{_NO_VERBS}[a-zäöüß]{{2,}}ten?)\b")
_OF_ANOTHER = re.compile(
    r"\s*(?:(?:in|mit|für|an|auf|von|bei|aus|zu|über|unter|nach|vor|durch|gegen|um) )?(?:der|die|das|den|dem|"
    r"deren|dessen|denen|welche[rsmn]?|dass|weil|wenn|ob|obwohl|während|nachdem|bevor|als|wie|wo|damit|indem|sodass|falls|um)\b"
)
_LOWER = re.compile(r"\b[a-zäöüß]{4,}\b")
_PART = re.compile(r"[,;]|\s[–—-]\s")
# Its last word is a finite verb, unless one with an article begins the sentence that goes on behind an enumeration.
_ENDS_CLAUSE = re.compile(
    rf"{_FINITE.pattern}\W*$|^\s*(?:dass|weil|wenn|ob|obwohl|nachdem|bevor|als|wie|wo|damit|falls|um)\b"
)


def has_verb(text: str, terms: Sequence[str]) -> bool:
    """Whether a sentence with these lemmas has a verb outside its subordinate clauses.

    Known finite forms are verbs, and words that are an infinitive among the lemmas but for the ending.
    """
    parts = [part for part in _PART.split(text) if not (_OF_ANOTHER.match(part) and _ENDS_CLAUSE.search(part))]
    main = " ".join(parts)
    if _FINITE.search(main):
        return True
    infinitives = {term for term in terms if term.endswith("n")}
    words = _LOWER.findall(main)
    if any(not {word, f"{word}n", f"{word[:-1]}en", f"{word[:-2]}en"}.isdisjoint(infinitives) for word in words):
        return True
    # *stimmen … ab*: the lemma is *abstimmen*.
    return any(word.endswith("en") and infinitive.endswith(word) for word in words for infinitive in infinitives)
