"""One set of labels for four treebanks: STTS tags, UD relations without subtypes, the features all of them mark."""

from __future__ import annotations

import re

KEPT_FEATURES = frozenset(
    "Case Number Gender Person Tense Mood VerbForm Degree PronType Definite NumType Poss Reflex Polarity".split()
)
FEATURES_OF = {
    "ADP": (),
    "ADJD": ("Degree",),
    "ADV": (),
    "CCONJ": (),
    "NUM": ("NumType",),
    "PART": ("Polarity",),
    "PROPN": ("Case", "Number"),
    "PUNCT": (),
    "SCONJ": (),
    "X": (),
    "NOUN": ("Case", "Gender", "Number"),
    "VERB": ("Mood", "Number", "Person", "Tense", "VerbForm"),
    "AUX": ("Mood", "Number", "Person", "Tense", "VerbForm"),
}
"""Features that a part of speech (or tag) keeps; the others keep all of `KEPT_FEATURES`."""

KEPT_SUBTYPES = frozenset(("aux:pass", "nsubj:pass", "compound:prt", "obl:arg"))
RELATIONS = {"iobj": "obl:arg", "goeswith": "flat", "reparandum": "dep", "orphan": "dep", "list": "parataxis"}
TAGS = {
    "PROAV": "PAV",
    "PIDAT": "PIAT",
    "PTKIFG": "ADV",
    "PTKMA": "ADV",
    "PTKMWL": "ADV",
    "PPOSS": "PPOSAT",
    "DM": "ADV",
}
MODALS = frozenset(("können", "müssen", "sollen", "wollen", "dürfen", "mögen"))


def relation(label: str) -> str:
    """Return the project's name of a UD relation."""
    label = "nsubj:pass" if label == "csubj:pass" else label
    return label if label in KEPT_SUBTYPES else RELATIONS.get(label.partition(":")[0], label.partition(":")[0])


def features(raw: str, pos: str, tag: str, *, finite: bool = False) -> str:
    """Return the kept features in alphabetical order, only those that all treebanks mark on such a word."""
    pairs = dict(part.split("=", 1) for part in raw.split("|")) if raw != "_" else {}
    kept = {name: value for name, value in pairs.items() if name in KEPT_FEATURES and "," not in value}
    if pairs.get("PronType") in ("Dem,Rel", "Int,Rel"):
        kept["PronType"] = "Int" if pairs["PronType"] == "Int,Rel" else "Rel" if tag.startswith("PREL") else "Dem"
    if pos in ("VERB", "AUX"):
        forms = {"FIN": "Fin", "INF": "Inf", "IZU": "Inf", "VPP": "Part", "APP": "Part", "MPP": "Part", "IMP": "Fin"}
        form = forms.get(tag[-3:]) or ("Fin" if finite else None)
        if form:
            kept["VerbForm"] = form
        if kept.get("VerbForm") in ("Inf", "Part"):
            kept = {"VerbForm": kept["VerbForm"]}
    allowed = FEATURES_OF.get("ADJD" if tag == "ADJD" else pos)
    if allowed is not None:
        kept = {name: value for name, value in kept.items() if name in allowed}
    return "|".join(f"{name}={kept[name]}" for name in sorted(kept))


_PRONOMINAL = re.compile(r"[dD]ar?(?:an|auf|aus|bei|durch|für|gegen|hinter|in|mit|nach|neben|von|vor|zu|über|unter)\Z")


def penn_to_stts(form: str, lemma: str, pos: str, tag: str, raw: str) -> str:
    """Return the STTS tag of a word of the PUD treebank, which has tags of its own; "" where it is not clear."""
    if pos in ("VERB", "AUX"):
        group = "VM" if lemma in MODALS else "VA" if lemma in ("sein", "haben", "werden") else "VV"
        if "VerbForm=Part" in raw or tag == "VBN":
            return group + "PP"
        if "VerbForm=Inf" in raw or tag == "VB":
            return "VVIZU" if re.search(r"\wzu\w+n\Z", form) and not lemma.startswith(form[:4]) else group + "INF"
        return group + ("IMP" if "Mood=Imp" in raw else "FIN")
    fixed = {"PROPN": "NE", "CCONJ": "KON", "SCONJ": "KOUS", "NUM": "CARD"}
    if pos in fixed:
        return fixed[pos]
    if pos == "NOUN":
        return "NN"
    if pos == "ADP":
        return "APPR" if tag in ("IN", "APPR") else "PTKVZ" if tag == "RP" else ""
    if pos == "DET":
        article = "PronType=Art" in raw
        return "ART" if article else "PPOSAT" if "Poss=Yes" in raw else "PDAT" if "PronType=Dem" in raw else ""
    if pos == "PRON" and "PronType=Prs" in raw:
        return "PRF" if "Reflex=Yes" in raw else "PPER"
    if pos == "PRON" and tag == "REL":
        return "PRELS"
    if pos == "ADJ":
        return "ADJA" if "Case=" in raw else "ADJD"
    if pos == "ADV" and _PRONOMINAL.match(form):
        return "PAV"
    if pos == "PUNCT":
        return "$," if form == "," else "$." if form in (".", "?", "!", ":", ";", "...", "…") else "$("
    return "PTKNEG" if lemma == "nicht" else "PTKZU" if form == "zu" and pos == "PART" else ""
