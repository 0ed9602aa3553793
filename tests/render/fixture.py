"""An invented earthquake in an invented country: six articles and the briefing a build would make of them."""

from __future__ import annotations

from decimal import Decimal

from briefing.model import (
    Actor,
    Article,
    Block,
    Briefing,
    Change,
    CoreStatement,
    Coverage,
    Disagreement,
    Event,
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

TEXTS = {
    "a1": """Schweres Erdbeben im Norden von Sarvanien: Hunderte Tote befürchtet
Merow (abp) - Ein Erdbeben der Stärke 6,9 hat in der Nacht zum Montag den Norden von Sarvanien erschüttert. \
Nach Angaben des Innenministeriums kamen mindestens 412 Menschen ums Leben, rund 1.500 wurden verletzt. \
Das Zentrum lag 14 Kilometer südlich der Provinzhauptstadt Talin.
„Wir rechnen damit, dass die Zahl der Opfer weiter steigt“, sagte Innenministerin Jelena Marow am Vormittag in \
Merow. \
Die Regierung habe den Notstand ausgerufen und 3.000 Soldaten in das Gebiet geschickt. \
Wie viele Menschen noch unter den Trümmern liegen, war zunächst unklar.
Präsident Anton Belis bat das Ausland um Hilfe. „Jede Stunde zählt“, sagte er im Staatsfernsehen. \
Die Bundesregierung will nach den Worten von Außenministerin Petra Lindner 120 Fachleute des Technischen Hilfswerks \
entsenden.""",
    "a2": """Beben in Sarvanien: Hilfsorganisationen sprechen von mehr als 600 Toten
Talin (NAG) - Nach dem Erdbeben im Norden Sarvaniens ist die Zahl der Toten nach Angaben des Roten Halbmonds \
auf mehr \
als 600 gestiegen. Die Behörden sprachen am Montagabend von 487 Toten. Der Sprecher des Roten Halbmonds, Emil Dora, \
sagte der NAG, in den Bergdörfern sei noch kein Helfer angekommen. „Dort oben ist niemand, der zählt“, sagte er.
Der Bürgermeister von Talin, Viktor Hasan, warf der Regierung vor, zu spät reagiert zu haben. Die ersten \
Soldaten seien \
erst nach elf Stunden eingetroffen. Das Verteidigungsministerium wies das zurück: Die Truppen seien drei \
Stunden nach \
dem Beben vor Ort gewesen.
Ob der Staudamm von Orve beschädigt ist, konnte das Energieministerium nicht bestätigen.""",
    "a3": """Erdbeben: Deutschland schickt Technisches Hilfswerk nach Sarvanien
Berlin. Deutschland beteiligt sich an der Hilfe für die Opfer des Erdbebens in Sarvanien. 120 Helferinnen und \
Helfer des \
Technischen Hilfswerks sollen am Dienstag nach Talin fliegen, wie Außenministerin Petra Lindner ankündigte. \
„Deutschland steht an der Seite der Menschen in Sarvanien“, sagte sie am Montag in Berlin. Zudem stelle die \
Bundesregierung zwei Millionen Euro bereit.
Das Geoforschungszentrum bezifferte die Stärke des Bebens auf 7,1. Es war das schwerste in der Region seit 1988. \
Die Schäden schätzte die Versicherungsgruppe Nordia auf 1,2 bis 2 Milliarden Euro.""",
    "a4": """Mehr als 600 Tote nach Beben in Sarvanien
Nach dem Erdbeben im Norden Sarvaniens ist die Zahl der Toten nach Angaben des Roten Halbmonds auf mehr als 600 \
gestiegen. Die Behörden sprachen am Montagabend von 487 Toten. Der Sprecher des Roten Halbmonds, Emil Dora, \
sagte der \
NAG, in den Bergdörfern sei noch kein Helfer angekommen. (NAG)""",
    "a5": """Belis besucht Erdbebengebiet – 530 Tote bestätigt
Der sarvanische Präsident Anton Belis hat am Dienstag das Erdbebengebiet besucht. „Wir werden Talin wieder \
aufbauen“, \
versprach der Staatschef vor Überlebenden. Bis Dienstagmittag wurden nach Regierungsangaben 530 Tote geborgen, 2.140 \
Menschen wurden verletzt.
Belis räumte ein, dass die Hilfe in den ersten Stunden nicht überall angekommen sei. Die Truppen waren nach \
seinen Worten \
nach vier Stunden in der Stadt. Am 15. Dezember soll eine Geberkonferenz in Wien stattfinden. Der Staudamm von \
Orve ist \
nach einer Prüfung durch Ingenieure unversehrt, teilte das Energieministerium mit.
Warum die neue Klinik einstürzte, ist nicht geklärt. \
Die Regierung erwartet Schäden von mindestens 3 Milliarden Euro.""",
    "a6": """Kommentar: Versagen mit Ansage
Wer in Sarvanien baut, weiß um die Gefahr. Dass ausgerechnet die neue Klinik einstürzte, ist kein Schicksal, sondern \
Schlamperei. Präsident Belis hatte versprochen, alle öffentlichen Gebäude bis 2023 nachzurüsten; geschehen ist \
z. B. in \
Talin so gut wie nichts. Die Regierung muss jetzt erklären, wohin 340 Millionen Euro für die Erdbebenvorsorge \
geflossen sind.""",
}

META = {
    "a1": ("Schweres Erdbeben im Norden von Sarvanien: Hunderte Tote befürchtet", "2024-11-25", "Morgenblatt", "abp"),
    "a2": (
        "Beben in Sarvanien: Hilfsorganisationen sprechen von mehr als 600 Toten",
        "2024-11-25",
        "Abendkurier",
        "NAG",
    ),
    "a3": ("Erdbeben: Deutschland schickt Technisches Hilfswerk nach Sarvanien", "2024-11-25", "Hauptstadtbote", None),
    "a4": ("Mehr als 600 Tote nach Beben in Sarvanien", "2024-11-25", "Regionalanzeiger", "NAG"),
    "a5": ("Belis besucht Erdbebengebiet – 530 Tote bestätigt", "2024-11-26", "Radio Mitte", None),
    "a6": ("Kommentar: Versagen mit Ansage", "2024-11-26", "Morgenblatt", None),
}


def at(article: str, words: str) -> Span:
    """The span of `words`, which stand in the article."""
    start = TEXTS[article].index(words)
    return Span(article=article, start=start, end=start + len(words))


def articles() -> dict[str, Article]:
    found = {}
    for number, (key, text) in enumerate(TEXTS.items(), start=1):
        title, published, publisher, agency = META[key]
        line = text.index("\n")
        found[key] = Article(
            id=key,
            file=f"{number:03}_{key}.txt",
            text=text,
            title=title,
            published=published,
            dated_by="dateline",
            publisher=publisher,
            agency=agency,
            author="Mira Holt" if key == "a6" else None,
            url=f"https://nachrichten.example/{key}" if key in ("a3", "a5") else None,
            blocks=(
                Block(start=0, end=line, kind="headline"),
                Block(start=line + 1, end=len(text), kind="opinion" if key == "a6" else "body"),
            ),
            sha256=f"{number:064x}",
        )
    return found


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


def _numbers() -> tuple[NumberTopic, ...]:
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


def _quotes() -> tuple[QuoteGroup, ...]:
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


def _disagreements() -> tuple[Disagreement, ...]:
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


def _actors() -> tuple[Actor, ...]:
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
            positions=tuple(g.id for g in _quotes() if g.speaker and g.speaker.actor == key),
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


def briefing() -> Briefing:
    story = Story(
        id="t-beben",
        title="Erdbeben in Sarvanien",
        sources=("Q1", "Q2", "Q3", "Q4", "Q5", "Q6"),
        core=(
            CoreStatement(
                id="k1",
                text=at(
                    "a1",
                    "Ein Erdbeben der Stärke 6,9 hat in der Nacht zum Montag den Norden von Sarvanien erschüttert.",
                ),
                evidence=(at("a2", "Erdbeben im Norden Sarvaniens"), at("a3", "Opfer des Erdbebens in Sarvanien")),
                origins=3,
            ),
            CoreStatement(
                id="k2",
                text=at(
                    "a5",
                    "Bis Dienstagmittag wurden nach Regierungsangaben 530 Tote geborgen, "
                    "2.140 Menschen wurden verletzt.",
                ),
                evidence=(),
                origins=1,
            ),
            CoreStatement(
                id="k3",
                text=at("a3", "Deutschland beteiligt sich an der Hilfe für die Opfer des Erdbebens in Sarvanien."),
                evidence=(at("a1", "Die Bundesregierung will"),),
                origins=2,
            ),
        ),
        actors=_actors(),
        quotes=_quotes(),
        numbers=_numbers(),
        disagreements=_disagreements(),
        open_questions=(
            OpenQuestion(
                id="f1",
                kind="unknown",
                text=at("a1", "Wie viele Menschen noch unter den Trümmern liegen, war zunächst unklar."),
                evidence=(),
                rule="unclear",
            ),
            OpenQuestion(
                id="f2",
                kind="unconfirmed",
                text=at(
                    "a2", "Ob der Staudamm von Orve beschädigt ist, konnte das Energieministerium nicht bestätigen."
                ),
                evidence=(),
                answered_by=(at("a5", "Der Staudamm von Orve ist nach einer Prüfung durch Ingenieure unversehrt"),),
                rule="not_confirmed",
            ),
            OpenQuestion(
                id="f3",
                kind="asked",
                text=at(
                    "a6",
                    "Die Regierung muss jetzt erklären, wohin 340 Millionen Euro für die Erdbebenvorsorge "
                    "geflossen sind.",
                ),
                evidence=(),
                opinion=True,
                rule="must_explain",
            ),
        ),
        timeline=(
            Event(
                id="e1",
                date="1988",
                text=at("a3", "Es war das schwerste in der Region seit 1988."),
                planned=False,
                evidence=(),
            ),
            Event(
                id="e2",
                date="2024-11-25",
                text=at("a1", "Ein Erdbeben der Stärke 6,9 hat in der Nacht zum Montag den Norden von Sarvanien"),
                planned=False,
                evidence=(),
            ),
            Event(
                id="e3",
                date="2024-12-15",
                text=at("a5", "Am 15. Dezember soll eine Geberkonferenz in Wien stattfinden."),
                planned=True,
                evidence=(),
            ),
        ),
        changes=(
            Change(
                kind="changed",
                section="numbers",
                item="n-tote",
                text="Tote durch das Erdbeben: 412 bis 600, gestern 80",
            ),
            Change(kind="new", section="open_questions", item="f2", text="Ist der Staudamm von Orve beschädigt?"),
        ),
    )
    return Briefing(
        title="Erdbeben in Sarvanien",
        date="2024-11-26",
        coverage=Coverage(read=6, skipped=1, outlets=5, origins=5, oldest="2024-11-25", newest="2024-11-26"),
        sources=(
            Source(id="Q1", article="a1"),
            Source(id="Q2", article="a2"),
            Source(id="Q3", article="a3"),
            Source(id="Q4", article="a4", copy_of="Q2"),
            Source(id="Q5", article="a5"),
            Source(id="Q6", article="a6", opinion=True),
        ),
        stories=(story,),
        problems=(Problem(where="007_leer.txt", message="leer, nicht gelesen"),),
        made_with=(("briefing", "0.1.0"), ("model", "de_briefing 1"), ("spacy", "3.8")),
    )
