"""Bodies without a proper name that act; hand-made parses, no trained pipeline."""

from __future__ import annotations

import pytest
from names_marked import parsed


@pytest.mark.parametrize(
    ("text", "tags", "name"),
    [
        ("Das peruanische Parlament setzte ihn ab .", "ART ADJA NN VVFIN PPER PTKVZ $.", "peruanisches Parlament"),
        ("Das strenge Ordnungsamt griff endlich ein .", "ART ADJA NN VVFIN ADV PTKVZ $.", "Ordnungsamt"),
        ("Die führenden Wirtschaftsforschungsinstitute arbeiten daran jetzt .", "ART ADJA NN VVFIN PAV ADV $.",
         "Wirtschaftsforschungsinstitute"),
        ("Ein bayerisches Gericht hob es auf .", "ART ADJA NN VVFIN PPER PTKVZ $.", "bayerisches Gericht"),
    ],
)  # fmt: skip
def test_a_body_that_acts_is_a_name(text: str, tags: str, name: str) -> None:
    deps, heads = "det amod nsubj ROOT obj compound punct", "2 2 3 3 3 3 3"
    lemmas = text.replace("setzte", "setzen").replace("griff", "greifen").replace("hob", "heben")
    (found,) = parsed(text, tags, deps, heads, lemmas, "O O O O O O O")
    assert (found.name, found.label, found.acts, found.rule) == (name, "MISC", True, "body")


@pytest.mark.parametrize(
    ("text", "lemma", "dep"),
    [
        ("Die örtliche Polizei teilte es mit .", "teilen", "nsubj"),  # the quotation tells
        ("Die örtliche Polizei ist da heute .", "sein", "nsubj"),
        ("Die örtliche Polizei rief sie an .", "rufen", "obj"),
        ("Das kleine Krankenhaus kam danach an .", "kommen", "obl"),
        ("Ein kleines Krankenhaus stellte sie ein .", "stellen", "nsubj"),  # one of many
    ],
)
def test_where_a_body_is_none_that_acts(text: str, lemma: str, dep: str) -> None:
    words = text.split()
    lemmas = " ".join(lemma if i == 3 else word for i, word in enumerate(words))
    tags = "ART ADJA NN VVFIN PPER PTKVZ $."
    assert parsed(text, tags, f"det amod {dep} ROOT obj compound punct", "2 2 3 3 3 3 3", lemmas, "O O O O O O O") == []
