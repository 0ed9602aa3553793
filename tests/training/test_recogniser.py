"""The recogniser of names: pieces, the recurrent layer, the best tags, names, weights on disk."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from briefing.analyse import recogniser
from briefing.analyse.recogniser import LABELS, LONGEST, ROWS, SHORTEST, TAGS, Batch, NameRecogniser
from briefing.analyse.word_classes import CLASSES

WIDTH, LOWER, UPPER, VECTOR = 6, 4, 3, 5
TABLE = 2


def follows(first: str, second: str) -> bool:
    if first[0] in "OES":
        return second[0] in "OBS"
    return second[0] in "IE" and first[2:] == second[2:]


def weights(seed: int = 0) -> dict[str, np.ndarray]:
    """A network of the right shape with random weights."""
    draw = np.random.default_rng(seed)
    inputs = VECTOR + len(CLASSES) + TABLE * len(ROWS)
    shapes = {
        "mix": (inputs, 2 * WIDTH),
        "mix_bias": (2 * WIDTH,),
        "norm_scale": (WIDTH,),
        "norm_bias": (WIDTH,),
        "first": (2, WIDTH, 4 * LOWER),
        "first_bias": (2, 1, 4 * LOWER),
        "first_recurrent": (2, LOWER, 4 * LOWER),
        "second_forms": (2, WIDTH, 4 * UPPER),
        "second_lower": (2, 2 * LOWER, 4 * UPPER),
        "second_bias": (2, 1, 4 * UPPER),
        "second_recurrent": (2, UPPER, 4 * UPPER),
        "tags": (2 * UPPER, len(TAGS)),
        "tags_bias": (len(TAGS),),
        **{f"table{place}": (rows, TABLE) for place, rows in enumerate(ROWS)},
    }
    made = {name: draw.normal(size=shape).astype("float16").astype("float32") for name, shape in shapes.items()}
    barred = [[0.0 if follows(first, second) else -1e4 for second in TAGS] for first in TAGS]
    made["transitions"] = np.array(barred, "float32")
    return made


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A pipeline with vectors and a recogniser that knows nothing, but finds names all the same."""
    made = spacy.blank("de")
    draw = np.random.default_rng(1)
    made.vocab.reset_vectors(shape=(3, VECTOR))
    for word in ("Anna", "Bonn", "kam"):
        made.vocab.set_vector(word, draw.normal(size=VECTOR).astype("float32"))
    component = made.add_pipe("name_recogniser", name="ner")
    assert isinstance(component, NameRecogniser)
    component.weights = weights()
    return made


def test_pieces_end_with_sentences() -> None:
    assert recogniser.pieces([False] * 60 + [True] + [False] * 70) == [(0, 61), (61, 131)]


def test_full_stops_and_line_breaks_may_end_a_sentence() -> None:
    doc = spacy.blank("de")("Er kam. Und ging!\nWohin? Dahin, 3,5 km")
    assert [token.text for token, end in zip(doc, recogniser.ends(doc), strict=True) if end] == [".", "!", "\n", "?"]


@given(st.lists(st.booleans(), max_size=400))
def test_pieces_hold_every_token_once(ends: list[bool]) -> None:
    cuts = recogniser.pieces(ends)
    assert [i for start, end in cuts for i in range(start, end)] == list(range(len(ends)))
    assert all(0 < end - start <= LONGEST for start, end in cuts)
    assert all(end - start > SHORTEST for start, end in cuts[:-1])


def naive(inputs: np.ndarray, recurrent: np.ndarray) -> np.ndarray:
    """One direction of an LSTM over one piece, gate by gate."""
    size = recurrent.shape[0]
    state, cell, out = np.zeros(size), np.zeros(size), []
    for row in inputs:
        gates = row + state @ recurrent
        into, keep, show = (1 / (1 + np.exp(-2 * gates[k * size : (k + 1) * size])) for k in range(3))
        cell = keep * cell + into * np.tanh(gates[3 * size :])
        state = show * np.tanh(cell)
        out.append(state)
    return np.array(out)


@given(st.lists(st.integers(1, 7), min_size=1, max_size=5), st.integers(0, 50))
def test_the_recurrent_layer_is_that_of_each_piece_alone(sizes: list[int], seed: int) -> None:
    draw = np.random.default_rng(seed)
    count = sum(sizes)
    forms = draw.normal(size=(2, 4, 4 * UPPER)).astype("float32")
    more = draw.normal(size=(2, count, 4 * UPPER)).astype("float32")
    recurrent = draw.normal(size=(2, UPPER, 4 * UPPER)).astype("float32")
    places = draw.integers(0, 4, size=count)
    found = recogniser.recur(Batch(sizes), forms, places, recurrent, more)
    inputs = forms[:, places] + more
    starts = [0, *itertools.accumulate(sizes)]
    for start, end in itertools.pairwise(starts):
        ahead = naive(inputs[0, start:end], recurrent[0])
        back = naive(inputs[1, start:end][::-1], recurrent[1])[::-1]
        np.testing.assert_allclose(found[start:end], np.concatenate([ahead, back], axis=1), atol=1e-5)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=3), st.integers(0, 50))
def test_no_other_tags_score_higher(sizes: list[int], seed: int) -> None:
    draw = np.random.default_rng(seed)
    scores = draw.normal(size=(sum(sizes), 4)).astype("float32")
    transitions = draw.normal(size=(4, 4)).astype("float32")
    found = recogniser.decode(Batch(sizes), scores, transitions).tolist()
    starts = [0, *itertools.accumulate(sizes)]
    for start, end in itertools.pairwise(starts):
        own = scores[start:end]

        def score(tags: tuple[int, ...], own: np.ndarray = own) -> float:
            steps = itertools.pairwise((0, *tags, 0))
            return float(sum(transitions[a, b] for a, b in steps) + sum(own[range(len(tags)), tags]))

        best = max(itertools.product(range(4), repeat=end - start), key=score)
        assert score(tuple(found[start:end])) == pytest.approx(score(best), abs=1e-4)


def test_tags_become_names(nlp: Language) -> None:
    doc = nlp.make_doc("Anna Weber kam nach Bonn")
    tags = [TAGS.index(tag) for tag in ("B-PER", "E-PER", "O", "O", "S-LOC")]
    assert [(name.text, name.label_) for name in recogniser.spans(doc, tags)] == [
        ("Anna Weber", "PER"),
        ("Bonn", "LOC"),
    ]


def test_only_well_formed_names(nlp: Language) -> None:
    text = "Anna kam nach Bonn . " * 30
    names = list(nlp(text).ents)
    assert names
    assert {name.label_ for name in names} <= set(LABELS)


def test_alone_as_in_a_batch(nlp: Language) -> None:
    texts = ["Anna kam.", "", "Bonn " * 150, "Anna und Bonn. " * 20]
    together = [[(n.start, n.end, n.label_) for n in doc.ents] for doc in nlp.pipe(texts)]
    assert together == [[(n.start, n.end, n.label_) for n in nlp(text).ents] for text in texts]


def test_without_weights_there_are_no_names() -> None:
    blank = spacy.blank("de")
    blank.add_pipe("name_recogniser")
    assert blank("Anna kam nach Bonn").ents == ()


def test_on_disk_and_back(nlp: Language, tmp_path: Path) -> None:
    component = nlp.get_pipe("ner")
    assert isinstance(component, NameRecogniser)
    component.to_disk(tmp_path / "ner")
    again = NameRecogniser(nlp.vocab).from_disk(tmp_path / "ner")
    assert again.to_bytes() == component.to_bytes()
    text = "Anna kam nach Bonn . " * 30
    doc = again(nlp.make_doc(text))
    assert [(n.start, n.end, n.label_) for n in doc.ents] == [(n.start, n.end, n.label_) for n in nlp(text).ents]


def test_more_forms_than_are_kept(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    component = nlp.get_pipe("ner")
    assert isinstance(component, NameRecogniser)
    text = "Anna kam nach Bonn. Der Bus war da. " * 20
    expected = [(n.start, n.end, n.label_) for n in nlp(text).ents]
    monkeypatch.setattr(recogniser, "_MOST_FORMS", 3)
    fresh = NameRecogniser(nlp.vocab)
    fresh.weights = component.weights
    for _ in range(2):
        doc = fresh(nlp.make_doc(text))
        assert [(n.start, n.end, n.label_) for n in doc.ents] == expected
