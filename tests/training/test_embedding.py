"""The embedding layer: one computation for each form, gradients."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vectors import Vectors

from briefing.analyse import embedding
from briefing.analyse.embedding import type_embed
from briefing.analyse.forms import BIT, WordForms


@pytest.fixture
def nlp() -> Language:
    nlp = spacy.blank("de")
    data = np.random.default_rng(1).normal(size=(50, 6)).astype("float32")
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=data, mode="floret", minn=3, maxn=4, hash_count=2, hash_seed=1
    )
    nlp.vocab.lookups = WordForms.pack({"Merkel": BIT["name"], "war": BIT["finite"] | BIT["3 sg"]}).lookups()
    return nlp


def layer(nlp: Language):  # type: ignore[no-untyped-def]
    model = type_embed(8, ["NORM", "SHAPE", "SUFFIX", "PREFIX", "KIND"], [20] * 5)
    model.initialize([nlp.make_doc("Angela Merkel")])
    return model


def docs(nlp: Language) -> list[Doc]:
    return [nlp.make_doc(text) for text in ("Merkel war in Berlin.", "", "Die Kanzlerin Merkel war da.")]


def test_prediction_is_training_without_dropout(nlp: Language) -> None:
    model = layer(nlp)
    trained, _ = model(docs(nlp), is_train=True)
    for a, b in zip(model.predict(docs(nlp)), trained, strict=True):
        np.testing.assert_allclose(a, b, atol=1e-5)


def test_a_form_is_embedded_alike_in_every_text(nlp: Language) -> None:
    first, _, second = layer(nlp).predict(docs(nlp))
    np.testing.assert_allclose(first[0], second[2], atol=1e-6)
    assert not np.allclose(first[0], first[1])


def test_gradients(nlp: Language) -> None:
    model = layer(nlp)
    texts = docs(nlp)

    def loss() -> float:
        return float(sum((rows**2).sum() for rows in model.predict(texts)) / 2)

    out, backprop = model(texts, is_train=True)
    backprop([rows.copy() for rows in out])
    for node in model.walk():
        for name in node.param_names:
            value, gradient = node.get_param(name), node.get_grad(name)
            place = np.unravel_index(np.argmax(np.abs(gradient)), gradient.shape)
            kept, step = float(value[place]), 1e-2
            value[place] = kept + step
            up = loss()
            value[place] = kept - step
            down = loss()
            value[place] = kept
            assert (up - down) / (2 * step) == pytest.approx(float(gradient[place]), rel=0.1, abs=0.02)


def test_the_memory_of_forms_is_bounded(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "_MOST_TYPES", 4)
    small = embedding.Types(nlp.vocab, ["NORM"])
    keys = np.array([nlp.vocab.strings.add(word) for word in ("a", "b", "c")], dtype="uint64")
    more = np.array([nlp.vocab.strings.add(word) for word in ("c", "d", "e")], dtype="uint64")
    before = small.get(keys)[1]
    after = small.get(more)[1]
    np.testing.assert_array_equal(before[2], after[0])
    assert len(small._rows) == 3
