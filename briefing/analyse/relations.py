"""Relations that case, number and function words settle where the parser chose another.

German order is free (*Schwarze Zahlen schreibt die Firma*), and a parser that learned from few trees takes the first
noun for the subject. Article, pronoun and the verb's number know better: a clause has one subject. In the same way
the conjunction tells what kind of clause it opens, and the auxiliary whether the subject is that of a passive.
"""

from __future__ import annotations

import numpy as np
from spacy.attrs import DEP, TAG  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

from briefing.analyse.agreement import ARTICLES, with_case
from briefing.german import reporting

SUBJECTS = ("nsubj", "nsubj:pass")
_NEVER_SUBJECT = frozenset("mich mir dich dir ihn ihm uns euch sich ihnen wen wem einander".split())
_ALWAYS_SUBJECT = frozenset("ich du er wir man wer".split())
_ANY_NUMBER = frozenset("das dies es was alles etwas wer mehr viel wenig".split())
WIDEST = 25
"""Words from an article to its noun at most."""
_CLAUSE = ("ccomp", "csubj", "xcomp")


DEPENDENTS = frozenset({*SUBJECTS, "obj", "obl", "obl:arg", "advmod", "mark", "advcl", "ccomp", "xcomp", "expl"})
POSTPOSITIONS = frozenset({"zufolge", "zuliebe"})
ADVERBIAL = frozenset(
    "weil obwohl obgleich obschon wenngleich wenn falls sofern soweit während nachdem bevor ehe sobald solange sooft "
    "seitdem damit sodass indem als bis da".split()
)
"""Conjunctions that open an adverbial clause, never an object."""


def correct_relations(doc: Doc) -> None:
    """Apply all corrections in place."""
    correct_verbs(doc)
    correct_auxiliaries(doc)
    correct_articles(doc)
    correct_postpositions(doc)
    correct_subjects(doc)
    wanted = [doc.vocab.strings[relation] for relation in ("mark", "aux:pass", "case")]
    for index in np.flatnonzero(np.isin(doc.to_array(DEP), wanted)).tolist():
        token = doc[index]
        head = token.head
        if token.dep_ == "mark" and head.dep_ == "ccomp" and token.lower_ in ADVERBIAL:
            head.dep_ = "advcl"
        elif token.lower_ in ("zum", "zur") and head.dep_ == "nmod" and _is_becoming(head):
            head.head, head.dep_ = head.head.head, "obl"
        elif token.dep_ == "aux:pass":
            for child in head.children:
                if child.dep_ == "nsubj":
                    child.dep_ = "nsubj:pass"


def _is_becoming(noun: Token) -> bool:
    """Tell whether *zur Vorsitzenden* behind a name is what somebody becomes and so hangs on the verb."""
    name = noun.head
    return name.tag_ == "NE" and name.i < noun.i and name.dep_ in (*SUBJECTS, "obj") and name.head.tag_.startswith("V")


def correct_verbs(doc: Doc) -> None:
    """Make the verb that names the speakers after what they said a verb (*…, bestätigten Diplomaten*), in place.

    Without an article the plural looks like a weak participle before its noun, but no weak form stands there: *…,
    bestätigte Diplomaten*. Behind a preposition it could, and in a row of adjectives.
    """
    wanted = np.flatnonzero(doc.to_array(TAG) == doc.vocab.strings["ADJA"]).tolist()
    for token in (doc[index] for index in wanted if index > 1):
        noun = token.head
        if (
            token.lower_.endswith("ten")
            and token.text.islower()
            and token.dep_ == "amod"
            and token.nbor(-1).text in ',"'
            and token.nbor(-2).tag_ != "ADJA"
            and noun.i > token.i
            and noun.morph.get("Number", []) == ["Plur"]
            and not any(t.dep_ in ("det", "case") for t in noun.children)
        ):
            forms = reporting.forms().get(token.lower_, ())
            lemma = next((form.verb.lemma for form in forms if form.kind == "finite" and not form.split), "")
            if lemma:
                _govern(token, lemma, noun)


def _govern(verb: Token, lemma: str, noun: Token) -> None:
    """Let `verb` take the place of `noun` in the tree, and `noun` be its subject."""
    head, relation = noun.head, noun.dep_
    verb.tag_, verb.pos_, verb.lemma_ = "VVFIN", "VERB", lemma
    verb.set_morph("Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin")  # type: ignore[attr-defined]
    root = head.i == noun.i
    verb.head = verb if root else head
    verb.dep_ = relation if root else "conj"
    noun.head = verb
    _set(noun, "nsubj", "Nom")


def correct_auxiliaries(doc: Doc) -> None:
    """Let nothing but what is coordinated hang on an auxiliary or copula: it belongs to the main word, in place."""
    wanted = [doc.vocab.strings[relation] for relation in ("aux", "aux:pass", "cop")]
    for index in np.flatnonzero(np.isin(doc.to_array(DEP), wanted)).tolist():
        token = doc[index]
        for child in [t for t in token.children if t.dep_ in DEPENDENTS]:
            child.head = token.head


def correct_articles(doc: Doc) -> None:
    """Hang an article that stands before a wide attribute (*der per Haftbefehl gesuchte Mann*) on its noun, in place.

    The parser, which has not come to the noun yet, takes the article for a pronoun and what follows for adverbials of
    the verb. They belong to the participle before the noun.
    """
    for index in np.flatnonzero(doc.to_array(TAG) == doc.vocab.strings["ART"]).tolist():
        article = doc[index]
        if article.dep_ not in ("det", "ROOT", "flat") and article.head.tag_.startswith(("V", "ADJD")):
            noun = _noun_of(article)
            if noun is not None:
                attribute = min((t for t in noun.children if t.dep_ == "amod" and t.i > article.i), key=lambda t: t.i)
                if any(article.i < above.i < attribute.i for above in noun.ancestors):
                    continue  # what governs the noun is none of its attributes
                for between in doc[article.i + 1 : attribute.i]:
                    if not article.i < between.head.i <= attribute.i:
                        between.head = attribute
                for preposition in [t for t in article.children if t.dep_ == "case"]:
                    preposition.head, noun.dep_ = noun, article.dep_
                article.head, article.dep_ = noun, "det"


def _noun_of(article: Token) -> Token | None:
    """Return the noun that an article with a wide attribute belongs to: the first with an attribute and no article."""
    doc = article.doc
    for place in range(article.i + 1, min(article.i + WIDEST, len(doc))):
        token = doc[place]
        if token.tag_.startswith("$") or token.tag_.endswith("FIN") or token.is_sent_start:
            return None
        before = [t for t in token.children if t.i < place]
        if token.tag_ in ("NN", "NE") and any(t.dep_ == "amod" for t in before):
            first = next(t for t in before if t.dep_ == "amod")
            if any(t.dep_ in ("det", "case") for t in before) or first.nbor(-1).tag_.startswith("APPR"):
                continue
            return token if token.head.i == article.head.i and _agree(article, token) else None
    return None


def _agree(article: Token, noun: Token) -> bool:
    gender, number = noun.morph.get("Gender", []), noun.morph.get("Number", [])
    return any(
        (not gender or not other_gender or other_gender == gender[0]) and (not number or other_number == number[0])
        for _, other_gender, other_number in ARTICLES.get(article.lower_, ())
    )


def correct_postpositions(doc: Doc) -> None:
    """Hang *zufolge* on the noun before it, which is then no subject and no object, in place."""
    for postposition in (token for token in doc if token.lower_ in POSTPOSITIONS):
        noun = _noun_before(postposition)
        if noun is None:
            continue
        for child in [t for t in noun.children if t.dep_ in (*SUBJECTS, "cop", "aux")]:
            child.head, child.dep_ = noun.head, "aux" if child.dep_ == "cop" else child.dep_
        for child in [t for t in postposition.children if t.i != noun.i]:
            child.head = noun.head
        postposition.tag_, postposition.pos_ = "APPO", "ADP"
        postposition.head, postposition.dep_ = noun, "case"
        _set(noun, "obl", "Dat")


def _noun_before(postposition: Token) -> Token | None:
    """Return the head of the noun phrase that ends before a postposition, if it hangs on something else."""
    if not postposition.i or postposition.is_sent_start:
        return None
    noun = postposition.nbor(-1)
    while noun.dep_ in ("nmod", "flat", "appos", "conj") and noun.head.i < noun.i and noun.head.tag_ in ("NN", "NE"):
        noun = noun.head
    free = noun.head.i != noun.i and noun.head.tag_.startswith(("V", "ADJD", "N"))
    return noun if noun.tag_ in ("NN", "NE") and free and not postposition.is_ancestor(noun) else None


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
