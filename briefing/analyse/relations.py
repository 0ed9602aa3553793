"""Relations that case, number and function words settle where the parser chose another.

German order is free (*Schwarze Zahlen schreibt die Firma*), and a parser that learned from few trees takes the first
noun for the subject. Article, pronoun and the verb's number know better: a clause has one subject. In the same way
the conjunction tells what kind of clause it opens, and the auxiliary whether the subject is that of a passive.
"""

from __future__ import annotations

import numpy as np
from spacy.attrs import DEP  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

from briefing.analyse.agreement import ARTICLES, with_case

SUBJECTS = ("nsubj", "nsubj:pass")
_NEVER_SUBJECT = frozenset("mich mir dich dir ihn ihm uns euch sich ihnen wen wem einander".split())
_ALWAYS_SUBJECT = frozenset("ich du er wir man wer".split())
_ANY_NUMBER = frozenset("das dies es was alles etwas wer mehr viel wenig".split())
_CLAUSE = ("ccomp", "csubj", "xcomp")


ADVERBIAL = frozenset(
    "weil obwohl obgleich obschon wenngleich wenn falls sofern soweit während nachdem bevor ehe sobald solange sooft "
    "seitdem damit sodass indem als bis da".split()
)
"""Conjunctions that open an adverbial clause, never an object."""


def correct_relations(doc: Doc) -> None:
    """Apply all corrections in place."""
    correct_subjects(doc)
    wanted = [doc.vocab.strings[relation] for relation in ("mark", "aux:pass")]
    for index in np.flatnonzero(np.isin(doc.to_array(DEP), wanted)).tolist():
        token = doc[index]
        head = token.head
        if token.dep_ == "mark" and head.dep_ == "ccomp" and token.lower_ in ADVERBIAL:
            head.dep_ = "advcl"
        elif token.dep_ == "aux:pass":
            for child in head.children:
                if child.dep_ == "nsubj":
                    child.dep_ = "nsubj:pass"


def correct_subjects(doc: Doc) -> None:
    """Change `nsubj` and `obj` of finite clauses in place where exactly one reading is left."""
    wanted = [doc.vocab.strings[relation] for relation in (*SUBJECTS, "obj")]
    heads = {doc[index].head.i for index in np.flatnonzero(np.isin(doc.to_array(DEP), wanted)).tolist()}
    for verb in (doc[index] for index in sorted(heads)):
        if verb.dep_ != "conj" and verb.tag_.startswith("V"):
            children = list(verb.children)
            finite = next((t for t in (verb, *children) if t.tag_.endswith("FIN") and (t is verb or _aux(t))), None)
            if finite is not None:
                _correct(finite, children)


def _aux(token: Token) -> bool:
    return token.dep_ in ("aux", "aux:pass", "cop")


def _correct(finite: Token, children: list[Token]) -> None:
    subjects = [t for t in children if t.dep_ in SUBJECTS]
    objects = [t for t in children if t.dep_ == "obj"]
    passive = any(t.dep_ == "aux:pass" for t in children)
    name = "nsubj:pass" if passive else "nsubj"
    if not subjects and len(objects) == 1:
        clausal = any(t.dep_ in _CLAUSE or t.dep_ == "expl" for t in children)
        if not clausal and may_be_subject(objects[0], finite):
            _set(objects[0], name, "Nom")
    elif len(subjects) == 2 and not objects and not passive:
        fit = [may_be_subject(t, finite) for t in subjects]
        if fit.count(True) == 1:
            _set(subjects[fit.index(False)], "obj", "Acc")
    elif len(subjects) == 1 and len(objects) == 1 and not passive:
        subject, other = subjects[0], objects[0]
        if not may_be_subject(subject, finite) and may_be_subject(other, finite):
            _set(subject, "obj", "Acc")
            _set(other, name, "Nom")


def _set(token: Token, relation: str, case: str) -> None:
    """Change the relation, and the case of the word and of what agrees with it."""
    token.dep_ = relation
    for part in (token, *(t for t in token.children if t.dep_ in ("det", "amod"))):
        before = str(part.morph)
        after = with_case(before, case)
        if after != before:
            part.set_morph(after)  # type: ignore[attr-defined]


def may_be_subject(token: Token, finite: Token) -> bool:
    """Tell whether `token` can be a nominative that agrees with the finite verb in number."""
    word = token.lower_
    if word in _ALWAYS_SUBJECT:
        return True
    if word in _NEVER_SUBJECT:
        return False
    children = list(token.children)
    readings = ARTICLES.get(word) if token.tag_ != "NN" else None
    article = next((t for t in children if t.dep_ == "det" and t.lower_ in ARTICLES), None)
    if article is not None:
        readings = ARTICLES[article.lower_]
    if readings is not None and all(case != "Nom" for case, _, _ in readings):
        return False
    if any(t.dep_ == "case" and t.tag_.startswith("APPR") for t in children):
        return False
    own, wanted = token.morph.get("Number", []), finite.morph.get("Number", [])
    if not own or not wanted or word in _ANY_NUMBER or token.tag_ in ("NE", "CARD", "FM", "PRELS", "PIS"):
        return True
    return own == wanted or (wanted == ["Plur"] and any(t.dep_ in ("conj", "nummod", "appos") for t in children))
