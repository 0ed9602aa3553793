"""No pair of statements that is one is lost by not comparing each with each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.aggregate.quotes_alike import Words, contained, likeness, words_of
from briefing.aggregate.quotes_neighbours import neighbours
from briefing.aggregate.quotes_speakers import Relation
from briefing.aggregate.similarity import Weights
from briefing.model import Analysis, Sentence, Span

WORDS = """„schnelle Hilfen” 4700 22,5
    Gespräche Regierung Haushalt morgen niemals 300 Brücke gesperrt bleiben werden wir nicht Frieden Lohn
    zugesagt Bahnhof scheitern helfen kein Amt""".split()
statement = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)


def weights_of(statements: list[list[str]]) -> Weights:
    sentences = tuple(
        Sentence(span=Span(article="a", start=n, end=n + 1), block="body", terms=tuple(w.lower() for w in words))
        for n, words in enumerate(statements)
    )
    return Weights({"a": Analysis(article="a", sentences=sentences)})


@given(st.lists(st.tuples(statement, st.lists(statement, max_size=1)), max_size=12), st.booleans())
def test_every_pair_that_is_one_statement_is_near(given: list[tuple[list[str], list[list[str]]]], direct: bool) -> None:
    weights = weights_of([words for words, _ in given])

    def features(words: list[str]) -> Words:
        return words_of(" ".join(words), [word.lower() for word in words if len(word) > 3], weights, direct=direct)

    statements = [features(words) for words, _ in given]
    marked = [[features(words) for words in marks] for _, marks in given]
    near = neighbours([[one] for one in statements], marked, weights)
    for i, one in enumerate(statements):
        assert near[i] == sorted(set(near[i]) & set(range(i)))
        for j in range(i):
            same = any(likeness(one, statements[j], weights, relation, elsewhere=True) for relation in Relation)
            inside = any(contained(m, statements[j]) for m in marked[i]) or any(contained(m, one) for m in marked[j])
            if same or inside:
                assert j in near[i]


def test_statements_without_anything_in_common_are_not_compared() -> None:
    texts = [[first, second] for first, second in zip(WORDS[::2], WORDS[1::2], strict=True)]
    weights = weights_of(texts)
    statements = [words_of(" ".join(words), [w.lower() for w in words], weights) for words in texts]
    assert all(
        not others for others in neighbours([[one] for one in statements], [[] for _ in statements], weights)[:3]
    )


def test_a_sentence_of_several_is_compared_by_itself() -> None:
    long = ["Brücke", "gesperrt", "bleiben", "Haushalt", "Lohn", "zugesagt", "Bahnhof", "scheitern"]
    weights = weights_of([long, long[3:6], long[6:]])
    whole, part, single = (
        words_of(" ".join(words), [word.lower() for word in words], weights)
        for words in (long, long[3:6], long[3:6][::-1])
    )
    assert neighbours([[whole, part], [single]], [[], []], weights) == [[], [0]]
