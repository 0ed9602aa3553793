"""The JSON is what the schema says, verbatim, and the same every time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import hostile
import pytest
from fixture import articles, at, briefing
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from briefing.config import Look
from briefing.model import Analysis, Article, Block, Briefing, Claim, Name, Quantity, Question, Quote, Sentence, Span
from briefing.render.contract import analysis_json, briefing_json, number
from briefing.render.json import dump
from briefing.render.places import Places
from briefing.render.schema import AnalysisRecord, BriefingRecord, schema, view_schema
from briefing.render.view import view
from briefing.render.view_schema import View


def evidence(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"source", "start", "end", "text"} <= value.keys():
            yield value
        for item in value.values():
            yield from evidence(item)
    elif isinstance(value, list):
        for item in value:
            yield from evidence(item)


def test_briefing_fits_its_schema() -> None:
    data = briefing_json(briefing(), articles())
    assert TypeAdapter(BriefingRecord).validate_python(data) == data


def test_hostile_briefing_fits_its_schema_and_is_json() -> None:
    data = json.loads(dump(hostile.briefing(), {"x": hostile.article()}))
    TypeAdapter(BriefingRecord).validate_python(data)
    assert data["stories"][0]["actors"][0]["stance"][0]["text"] == hostile.TEXT


def test_evidence_is_verbatim() -> None:
    texts = articles()
    data = briefing_json(briefing(), texts)
    article_of = {source["id"]: source["article"] for source in data["sources"]}
    found = list(evidence(data))
    assert len(found) > 40
    for item in found:
        assert texts[article_of[item["source"]]].text[item["start"] : item["end"]] == item["text"]


def test_parts_of_a_quotation_are_joined_and_omissions_marked() -> None:
    text = "„Ja“, sagte er, „nein“. „Doch“ „Nie“"
    places = Places(briefing(), {**articles(), "t": Article(id="t", file="t", text=text)})
    spans = [Span(article="t", start=text.index(w), end=text.index(w) + len(w)) for w in ("Ja", "nein", "Doch", "Nie")]
    assert places.line(spans) == "Ja […] nein Doch Nie"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1.5E3", "1500"),
        ("3.50", "3.5"),
        ("100", "100"),
        ("0.0", "0"),
        ("-0", "0"),
        ("-2.50", "-2.5"),
        ("1E-3", "0.001"),
    ],
)
def test_decimal_strings(value: str, expected: str) -> None:
    assert number(Decimal(value)) == expected


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6))
def test_decimal_strings_keep_the_value(value: Decimal) -> None:
    written = number(value)
    assert written is not None
    assert Decimal(written) == value
    assert "E" not in written


def test_analysis_fits_its_schema() -> None:
    article = articles()["a1"]
    span = at("a1", "412 Menschen")
    analysis = Analysis(
        article="a1",
        sentences=(Sentence(span=span, block="body"),),
        names=(Name(span=span, label="PER", name="Anton Belis", role=at("a1", "Präsident"), acts=True, rule="r"),),
        quotes=(Quote(kind="direct", content=(span,), speaker_role=at("a1", "Präsident"), rule="r"),),
        quantities=(Quantity(span=span, low=Decimal(412), high=None, bound="at least", counted=span, rule="r"),),
        claims=(Claim(span=span, stance="denies", holder=span, about="x", rule="r"),),
        questions=(Question(span=span, kind="unknown", rule="r"),),
    )
    data = analysis_json(article, analysis, with_text=True)
    assert TypeAdapter(AnalysisRecord).validate_python(data) == data
    assert data["text"] == article.text
    assert data["names"][0]["role"] == "Präsident"
    assert data["quantities"][0]["low"] == "412"
    assert data["quantities"][0]["high"] is None
    assert "text" not in analysis_json(article, analysis)


def test_bodies_without_a_name_are_no_names() -> None:
    article = articles()["a1"]
    body = Name(span=at("a1", "412 Menschen"), label="MISC", name="Behörden", acts=True, rule="body")
    assert analysis_json(article, Analysis(article="a1", names=(body,)))["names"] == []


@pytest.mark.parametrize("made", [(briefing(), articles()), (hostile.briefing(), {"x": hostile.article()})])
def test_the_view_is_what_its_schema_says(made: tuple[Briefing, dict[str, Article]]) -> None:
    data = view(*made, Look())
    assert TypeAdapter(View).validate_python(data, strict=True) == data
    assert set(view_schema()["properties"]) == set(data)


def test_schema_describes_both_records() -> None:
    described = schema()
    assert set(described["briefing"]["properties"]) == set(briefing_json(briefing(), articles()))
    article = Article(id="a", file="a", text="", blocks=(Block(start=0, end=0, kind="body"),))
    assert set(analysis_json(article, Analysis(article="a"))) <= set(described["analysis"]["properties"])
