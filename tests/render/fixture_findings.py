"""What a build would find in the articles on the invented earthquake: numbers, quotations, disagreements, actors."""

from __future__ import annotations

from decimal import Decimal

from fixture_articles import at

from briefing.model import (
    Actor,
    Disagreement,
    NumberTopic,
    NumberValue,
    QuoteGroup,
    QuoteVariant,
    Role,
    Side,
    Span,
    Speaker,
)


def _value(
    words: Span,
    low: str | None,
    high: str | None,
    bound: str,
    by: str | None,
    status: str = "reported",
    as_of: str | None = None,
    scope: str = "",
    more: tuple[Span, ...] = (),
) -> NumberValue:
    return NumberValue(
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        bound=bound,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
        attributed_to=by,
        as_of=as_of,
        scope=scope,
        evidence=(words, *more),
        rule="counted_noun",
    )


def numbers() -> tuple[NumberTopic, ...]:
    return (
        NumberTopic(
            id="n-tote",
            topic="Tote durch das Erdbeben",
            unit="",
            low=Decimal(412),
            high=Decimal(600),
            note="Die Werte stammen von verschiedenen Tagen und Stellen.",
            values=(
                _value(at("a1", "mindestens 412 Menschen"), "412", None, "at least", "Innenministerium"),
                _value(at("a2", "487 Toten"), "487", "487", "exact", "Behörden", as_of="2024-11-25"),
                _value(
                    at("a2", "mehr als 600"),
                    "600",
                    None,
                    "more than",
                    "Roter Halbmond",
                    more=(at("a4", "Mehr als 600 Tote"),),
                ),
                _value(at("a5", "530 Tote"), "530", "530", "exact", "Regierung", as_of="2024-11-26", scope="geborgen"),
            ),
        ),
        NumberTopic(
            id="n-verletzte",
            topic="Verletzte",
            unit="",
            low=Decimal(1500),
            high=Decimal(2140),
            note="",
            values=(
                _value(at("a1", "rund 1.500"), "1500", "1500", "about", "Innenministerium"),
                _value(at("a5", "2.140 Menschen"), "2140", "2140", "exact", "Regierung", as_of="2024-11-26"),
            ),
        ),
        NumberTopic(
            id="n-stunden",
            topic="Stunden bis zum Eintreffen der Soldaten",
            unit="Stunden",
            low=Decimal(3),
            high=Decimal(11),
            note="",
            values=(
                _value(at("a2", "elf Stunden"), "11", "11", "exact", "Viktor Hasan", "claimed"),
                _value(at("a2", "drei Stunden"), "3", "3", "exact", "Verteidigungsministerium"),
                _value(at("a5", "vier Stunden"), "4", "4", "exact", "Anton Belis"),
            ),
        ),
        NumberTopic(
            id="n-staerke",
            topic="Stärke des Bebens",
            unit="",
            low=Decimal("6.9"),
            high=Decimal("7.1"),
            note="",
            values=(
                _value(at("a1", "Stärke 6,9"), "6.9", "6.9", "exact", None),
                _value(at("a3", "Stärke des Bebens auf 7,1"), "7.1", "7.1", "exact", "Geoforschungszentrum"),
            ),
        ),
        NumberTopic(
            id="n-schaden",
            topic="Schäden",
            unit="Euro",
            low=Decimal(1_200_000_000),
            high=Decimal(3_000_000_000),
            note="",
            values=(
                _value(
                    at("a3", "1,2 bis 2 Milliarden Euro"),
                    "1200000000",
                    "2000000000",
                    "range",
                    "Nordia",
                    "estimated",
                ),
                _value(
                    at("a5", "mindestens 3 Milliarden Euro"), "3000000000", None, "at least", "Regierung", "expected"
                ),
            ),
        ),
        NumberTopic(
            id="n-thw",
            topic="Kräfte des Technischen Hilfswerks",
            unit="",
            low=Decimal(120),
            high=Decimal(120),
            note="",
            values=(
                _value(
                    at("a1", "120 Fachleute"),
                    "120",
                    "120",
                    "exact",
                    "Petra Lindner",
                    "planned",
                    more=(at("a3", "120 Helferinnen und Helfer"),),
                ),
            ),
        ),
    )


def _variant(kind: str, content: Span, evidence: Span | None = None, opinion: bool = False) -> QuoteVariant:
    return QuoteVariant(
        kind=kind,  # type: ignore[arg-type]
        content=(content,),
        evidence=(evidence or content,),
        opinion=opinion,
        rule="marks_and_verb",
    )


def quotes() -> tuple[QuoteGroup, ...]:
    belis = Speaker(name="Anton Belis", actor="p-belis", role="Präsident")
    dora = Speaker(name="Emil Dora", actor="p-dora", role="Sprecher des Roten Halbmonds")
    return (
        QuoteGroup(
            id="z-opfer",
            kind="direct",
            speaker=Speaker(name="Jelena Marow", actor="p-marow", role="Innenministerin"),
            variants=(
                _variant(
                    "direct",
                    at("a1", "Wir rechnen damit, dass die Zahl der Opfer weiter steigt"),
                    at("a1", "„Wir rechnen damit, dass die Zahl der Opfer weiter steigt“, sagte Innenministerin"),
                ),
            ),
        ),
        QuoteGroup(
            id="z-stunde", kind="direct", speaker=belis, variants=(_variant("direct", at("a1", "Jede Stunde zählt")),)
        ),
        QuoteGroup(
            id="z-aufbau",
            kind="direct",
            speaker=belis,
            variants=(_variant("direct", at("a5", "Wir werden Talin wieder aufbauen")),),
        ),
        QuoteGroup(
            id="z-hilfe",
            kind="indirect",
            speaker=belis,
            variants=(
                _variant("indirect", at("a5", "dass die Hilfe in den ersten Stunden nicht überall angekommen sei")),
            ),
        ),
        QuoteGroup(
            id="z-zaehlt",
            kind="direct",
            speaker=dora,
            variants=(_variant("direct", at("a2", "Dort oben ist niemand, der zählt")),),
        ),
        QuoteGroup(
            id="z-helfer",
            kind="free_indirect",
            speaker=dora,
            variants=(
                _variant("indirect", at("a2", "in den Bergdörfern sei noch kein Helfer angekommen")),
                _variant("indirect", at("a4", "in den Bergdörfern sei noch kein Helfer angekommen")),
            ),
        ),
        QuoteGroup(
            id="z-thw",
            kind="reported",
            speaker=Speaker(name="Petra Lindner", actor="p-lindner", role="Außenministerin"),
            variants=(
                _variant(
                    "reported",
                    at(
                        "a3",
                        "120 Helferinnen und Helfer des Technischen Hilfswerks sollen am Dienstag nach Talin fliegen",
                    ),
                ),
                _variant(
                    "reported",
                    at("a1", "120 Fachleute des Technischen Hilfswerks entsenden"),
                ),
            ),
        ),
        QuoteGroup(
            id="z-versagen",
            kind="direct",
            speaker=None,
            variants=(_variant("direct", at("a6", "kein Schicksal, sondern Schlamperei"), opinion=True),),
        ),
    )


def disagreements() -> tuple[Disagreement, ...]:
    return (
        Disagreement(
            id="d-tote",
            kind="number",
            about="Zahl der Toten am Montagabend",
            assessment="spread",
            reason="Beide Werte gelten für denselben Abend; „mehr als 600“ schließt 487 aus, die Zählweise ist offen.",
            sides=(
                Side(
                    holders=("Roter Halbmond",),
                    statement=at(
                        "a2",
                        "Nach dem Erdbeben im Norden Sarvaniens ist die Zahl der Toten nach Angaben des "
                        "Roten Halbmonds auf mehr als 600 gestiegen.",
                    ),
                    evidence=(at("a2", "mehr als 600 gestiegen"),),
                ),
                Side(
                    holders=("Behörden",),
                    statement=at("a2", "Die Behörden sprachen am Montagabend von 487 Toten."),
                    evidence=(at("a2", "487 Toten"),),
                ),
            ),
            rule="same_topic_other_value",
        ),
        Disagreement(
            id="d-truppen",
            kind="claim",
            about="Ankunft der ersten Soldaten in Talin",
            assessment="contradiction",
            reason="Beide sprechen von den ersten Truppen am selben Ort am selben Tag.",
            sides=(
                Side(
                    holders=("Viktor Hasan",),
                    statement=at("a2", "Die ersten Soldaten seien erst nach elf Stunden eingetroffen."),
                    evidence=(at("a2", "elf Stunden"),),
                ),
                Side(
                    holders=("Verteidigungsministerium",),
                    statement=at("a2", "Die Truppen seien drei Stunden nach dem Beben vor Ort gewesen."),
                    evidence=(at("a2", "drei Stunden"),),
                ),
            ),
            rule="denial",
        ),
    )


def actors() -> tuple[Actor, ...]:
    def actor(
        key: str, name: str, kind: str, aliases: tuple[str, ...], roles: tuple[Role, ...], mentions: int, *sources: str
    ) -> Actor:
        return Actor(
            id=key,
            name=name,
            kind=kind,  # type: ignore[arg-type]
            aliases=aliases,
            roles=roles,
            mentions=mentions,
            sources=sources,
            positions=tuple(g.id for g in quotes() if g.speaker and g.speaker.actor == key),
        )

    return (
        actor(
            "p-belis",
            "Anton Belis",
            "PER",
            ("Anton Belis", "Belis", "Staatschef"),
            (Role(role="sarvanische Präsident", evidence=(at("a1", "Präsident"), at("a5", "sarvanische Präsident"))),),
            6,
            "Q1",
            "Q5",
            "Q6",
        ),
        actor("s-sarvanien", "Sarvanien", "STATE", ("Sarvanien", "Merow", "sarvanische Regierung"), (), 14, "Q1", "Q2"),
        actor(
            "p-marow",
            "Jelena Marow",
            "PER",
            ("Jelena Marow",),
            (Role(role="Innenministerin", evidence=(at("a1", "Innenministerin"),)),),
            1,
            "Q1",
        ),
        actor(
            "p-dora",
            "Emil Dora",
            "PER",
            ("Emil Dora",),
            (Role(role="Sprecher des Roten Halbmonds", evidence=(at("a2", "Sprecher des Roten Halbmonds"),)),),
            2,
            "Q2",
            "Q4",
        ),
        actor(
            "p-lindner",
            "Petra Lindner",
            "PER",
            ("Petra Lindner",),
            (Role(role="Außenministerin", evidence=(at("a1", "Außenministerin"), at("a3", "Außenministerin"))),),
            3,
            "Q1",
            "Q3",
        ),
        actor("o-halbmond", "Roter Halbmond", "ORG", ("Roter Halbmond",), (), 4, "Q2", "Q4"),
    )
