"""A briefing whose articles try everything to be more than text."""

from __future__ import annotations

from decimal import Decimal

from briefing.model import (
    Actor,
    Article,
    Briefing,
    Change,
    CoreStatement,
    Coverage,
    Disagreement,
    NumberTopic,
    NumberValue,
    OpenQuestion,
    Problem,
    QuoteGroup,
    QuoteVariant,
    Role,
    Side,
    Source,
    Span,
    Speaker,
    Story,
)

LINES = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "</style></title></textarea><svg onload=alert(3)><!-- ]]>",
    "{{ 7*7 }}{% include 'briefing.md' %}{# weg #}${7*7}",
    "[klick](javascript:alert(4)) ![b](http://boese.example/x.png) <http://boese.example>",
    "# Überschrift **fett** _kursiv_ `code` ~~weg~~ | Zelle | [^Q1.1] [^9]: Fußnote",
    "body { background: url(http://boese.example/y) } @import 'http://boese.example/z'; */",
    "\u202eumgedreht\u202c\u200b\u200d\ufeff\u2066nullbreit\u2069\x00\x07\x1b[31m",
    "Betreff\r\nBcc: alle@boese.example\r\n\r\nText",
    "1. Punkt",
    "- Strich",
    "{: onclick=alert(5) style=color:red }",
)
TEXT = "\n".join(LINES) + "\n" + "\U0001f3f4\U000e0067 Ende \ud800 Ersatz"
INNER = "\n".join(LINES)


def article() -> Article:
    title = " ".join(LINES)
    return Article(
        id="x",
        file="../../etc/<b>passwd</b>.txt",
        text=TEXT,
        title=title,
        published="2024-11-26",
        publisher=title,
        agency=LINES[0],
        author=LINES[7],
        url="javascript:alert(6)",
    )


def briefing() -> Briefing:
    whole = Span(article="x", start=0, end=len(TEXT))
    spans = []
    position = 0
    for line in LINES:
        spans.append(Span(article="x", start=position, end=position + len(line)))
        position += len(line) + 1
    name = " ".join(LINES)
    value = NumberValue(
        low=Decimal(1),
        high=Decimal(2),
        bound="range",
        status="reported",
        attributed_to=name,
        as_of=name,
        scope=name,
        evidence=(spans[0],),
    )
    story = Story(
        id="s",
        title=name,
        sources=("Q1",),
        core=tuple(CoreStatement(id=f"k{i}", text=s, evidence=(s,), origins=1) for i, s in enumerate(spans)),
        actors=(
            Actor(
                id="a<b>\"'",
                name=name,
                kind="PER",
                aliases=LINES,
                roles=(Role(role=name, evidence=(spans[1],)),),
                mentions=1,
                sources=("Q1",),
                stance=(whole,),
            ),
        ),
        quotes=tuple(
            QuoteGroup(
                id=f"z{i}",
                kind="direct" if i % 2 else "indirect",
                speaker=Speaker(name=name, role=name),
                variants=(
                    QuoteVariant(kind="direct" if i % 2 else "indirect", content=(s,), evidence=(s,)),
                    QuoteVariant(kind="direct", content=(whole,), evidence=(whole,)),
                ),
            )
            for i, s in enumerate(spans)
        ),
        numbers=(
            NumberTopic(
                id="n", topic=name, unit=LINES[0], low=Decimal(1), high=Decimal(2), note=name, values=(value, value)
            ),
        ),
        disagreements=(
            Disagreement(
                id="d",
                kind="claim",
                about=name,
                assessment="contradiction",
                reason=name,
                sides=tuple(Side(holders=(name,), statement=s, evidence=(s,)) for s in spans[:2]),
            ),
        ),
        open_questions=tuple(
            OpenQuestion(id=f"f{i}", kind="unknown", text=s, evidence=(s,)) for i, s in enumerate(spans)
        ),
        changes=(Change(kind="new", section=name, item="n", text=name),),
    )
    return Briefing(
        title=name,
        date="2024-11-26",
        coverage=Coverage(read=1, skipped=0, outlets=1, origins=1, oldest=name, newest="2024-11-26"),
        sources=(Source(id="Q1", article="x"),),
        stories=(story,),
        problems=(Problem(where=name, message=name),),
        made_with=((LINES[0], LINES[1]),),
    )
