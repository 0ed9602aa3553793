"""Training the recogniser of names: annotated pieces, the loss of the chain, the weights' export."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import spacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc, Span

from briefing.analyse import recogniser
from briefing.analyse.recogniser import LONGEST, TAGS, Batch

torch = pytest.importorskip("torch", reason="training needs PyTorch (pip install -e '.[training]')")

from training import language_model, moving, recogniser_data, recogniser_network  # noqa: E402
from training import recogniser as trainer  # noqa: E402
from training.recogniser_data import UNKNOWN, Forms  # noqa: E402


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("de")
    draw = np.random.default_rng(1)
    made.vocab.reset_vectors(shape=(4, 5))
    for word in ("Anna", "Weber", "Bonn", "kam"):
        made.vocab.set_vector(word, draw.normal(size=5).astype("float32"))
    return made


def annotated(nlp: Language, text: str, *names: tuple[int, int, str]) -> Doc:
    doc = nlp.make_doc(text)
    doc.ents = tuple(Span(doc, start, end, label=label) for start, end, label in names)
    return doc


def test_tags_of_a_document(nlp: Language) -> None:
    doc = annotated(nlp, "Anna Weber kam nach Bonn", (0, 2, "PER"), (4, 5, "LOC"))
    assert [TAGS[tag] for tag in recogniser_data.tagged(doc)] == ["B-PER", "E-PER", "O", "O", "S-LOC"]


def test_a_name_that_a_border_cuts_is_not_annotated(nlp: Language) -> None:
    doc = annotated(nlp, "Wort " * (LONGEST - 1) + "Anna Weber kam", (LONGEST - 1, LONGEST + 1, "PER"))
    first, second = recogniser_data.cut(Forms(nlp.vocab), [doc], 0)
    assert first.tags[-1] == second.tags[0] == UNKNOWN
    assert second.tags[1] == 0


def network(nlp: Language, docs: list[Doc]) -> tuple[object, list[recogniser_data.Piece]]:
    forms = Forms(nlp.vocab)
    found = list(recogniser_data.cut(forms, docs, 4))
    forms.fill()
    torch.manual_seed(0)
    return recogniser_network.Recogniser(forms), found


def test_the_export_scores_as_the_network(nlp: Language) -> None:
    docs = [annotated(nlp, "Anna Weber kam nach Bonn."), annotated(nlp, "Bonn kam."), annotated(nlp, "Anna")]
    made, found = network(nlp, docs)
    made.eval()
    forms, _, lengths, sources = recogniser_data.tensors(found)
    with torch.no_grad():
        wanted = made(forms, lengths, sources)
    seen: list[np.ndarray] = []
    component = trainer.component(nlp.vocab, made)
    decode = recogniser.decode
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recogniser, "decode", lambda b, scores, t: seen.append(scores) or decode(b, scores, t))
        component._tags(np.concatenate([doc.to_array(ORTH) for doc in docs]), Batch([len(doc) for doc in docs]))
    rows = np.concatenate([wanted[i, : len(doc)].numpy() for i, doc in enumerate(docs)])
    np.testing.assert_allclose(seen[0], rows, atol=2e-3)


@pytest.mark.parametrize("open_", [None, 1])
def test_the_loss_is_that_of_all_paths(open_: int | None) -> None:
    torch.manual_seed(1)
    chain = recogniser_network.CRF()
    with torch.no_grad():
        chain.learned.normal_()
    scores = torch.randn(1, 3, len(TAGS))
    right = [TAGS.index(tag) for tag in ("B-PER", "E-PER", "O")]
    tags = torch.tensor([right])
    if open_ is not None:
        tags[0, open_] = UNKNOWN
    transitions = chain.transitions().detach()

    def score(path: tuple[int, ...]) -> float:
        steps = itertools.pairwise((0, *path, 0))
        return float(sum(transitions[a, b] for a, b in steps) + sum(scores[0, range(3), path]))

    every = {path: math.exp(score(path)) for path in itertools.product(range(len(TAGS)), repeat=3)}
    fitting = [p for path, p in every.items() if all(i == open_ or path[i] == right[i] for i in range(3))]
    expected = math.log(sum(every.values())) - math.log(sum(fitting))
    found = chain.loss(scores, tags, torch.ones(1, 3, dtype=torch.bool))
    assert float(found.detach()) == pytest.approx(expected, abs=1e-3)


def test_the_average_of_the_weights_is_kept() -> None:
    layer = torch.nn.Linear(1, 1, bias=False)
    mean = moving.MovingAverage(layer, 0.25)
    for value in (0.0, 4.0):
        with torch.no_grad():
            layer.weight.fill_(value)
        mean.update()
    mean.keep()
    assert layer.weight.item() == 1.0


def test_it_learns_a_name(nlp: Language) -> None:
    docs = [annotated(nlp, "Anna Weber kam nach Bonn", (0, 2, "PER"), (4, 5, "LOC"))] * 8
    made, found = network(nlp, docs)
    trainer.train(made, found, steps=60, rate=0.02, seed=1)
    doc = trainer.component(nlp.vocab, made)(nlp.make_doc("Anna Weber kam nach Bonn"))
    assert [(name.text, name.label_) for name in doc.ents] == [("Anna Weber", "PER"), ("Bonn", "LOC")]


def test_the_language_model_learns(nlp: Language) -> None:
    forms = Forms(nlp.vocab)
    row = forms.encode("Anna Weber kam nach Bonn .".split() * 2)
    forms.fill()
    torch.manual_seed(0)
    encoder = recogniser_network.Encoder(forms)
    before = {name: weights.clone() for name, weights in encoder.named_parameters()}
    size = language_model.BATCH * language_model.LENGTH
    first = language_model.train(encoder, np.stack([row] * 4), seed=1, tokens=size)
    assert language_model.train(encoder, np.stack([row] * 4), seed=1, tokens=20 * size) < first
    assert all(not torch.equal(before[name], weights) for name, weights in encoder.named_parameters())
