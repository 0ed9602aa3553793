"""Which names are one body; one called by its noun alone is not the body of whatever state is named elsewhere."""

from __future__ import annotations

import pytest
from test_actors import story

from briefing.aggregate.actors import merge
from briefing.model import Analysis, Article, Name, Quote, Span


def names_of(*texts: str) -> set[str]:
    """Actors of articles; `[die Regierung]` speaks, `{Türkei}` is a state."""
    articles, analyses = {}, {}
    for id_, marked in zip("abc", texts, strict=False):
        text = ""
        quotes: list[Quote] = []
        states: list[Name] = []
        start = 0
        for char in marked:
            if char in "[{":
                start = len(text)
            elif char in "]}":
                span = Span(article=id_, start=start, end=len(text))
                if char == "]":
                    quotes.append(Quote(kind="direct", content=(span,), speaker=(span,), speaker_name=text[start:]))
                else:
                    states.append(Name(span=span, label="STATE", name=text[start:], role=None))
            else:
                text += char
        articles[id_] = Article(id=id_, file=id_, text=text)
        analyses[id_] = Analysis(article=id_, names=tuple(states), quotes=tuple(quotes))
    found = merge(articles, analyses, {id_: id_ for id_ in articles})
    return {actor.name for actor in found.actors if actor.kind == "ORG"}


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["[die Regierung] widersprach. Auch [die syrische Regierung] sprach."], {"Regierung", "syrische Regierung"}),
        (["[die syrische Regierung] sprach. [die Regierung] widersprach."], {"syrische Regierung"}),
        (
            ["[die syrische Regierung] sprach.", "In der {Türkei}, der ganzen {Türkei} widersprach [die Regierung]."],
            {"Regierung", "syrische Regierung"},
        ),
        (["[die syrische Regierung] sprach.", "In {Syrien} widersprach [die Regierung]."], {"syrische Regierung"}),
        (["[die syrische Regierung] sprach.", "Es widersprach [die Regierung]."], {"syrische Regierung"}),
    ],
)
def test_the_noun_alone_means_the_body_named_before(texts: list[str], names: set[str]) -> None:
    assert names_of(*texts) == names


def test_a_body_is_one_under_its_noun_alone_and_with_or_without_hyphen() -> None:
    found = story("Der {Deutscher Ethikrat=ORG!} rät ab.", "Der {Ethikrat=ORG!} rät ab.").actors
    assert [actor.aliases for actor in found] == [("Deutscher Ethikrat", "Ethikrat")]
    assert len(story("{Thyssenkrupp=ORG!} warnt.", "{Thyssen-Krupp=ORG!} warnt.").actors) == 1
    court = "Das {Oberverwaltungsgericht Bautzen=ORG!} rät ab."
    (found,) = story(court, "Das {OVG Bautzen=ORG!} rät ab.", court).actors
    assert found.aliases == ("Oberverwaltungsgericht Bautzen", "OVG Bautzen")
    two = "Der {Deutscher Ethikrat=ORG!} und der {Bayerischer Ethikrat=ORG!} raten ab."
    assert len(story(two, "Der {Ethikrat=ORG!} rät ab.").actors) == 3
