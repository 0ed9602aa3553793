"""An invented earthquake in an invented country: six articles and the briefing a build would make of them."""

from __future__ import annotations

from fixture_articles import articles, at
from fixture_findings import actors, disagreements, numbers, quotes

from briefing.model import (
    Briefing,
    Change,
    CoreStatement,
    Coverage,
    Event,
    OpenQuestion,
    Problem,
    Source,
    Story,
)

__all__ = ["articles", "at", "briefing"]


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
        actors=actors(),
        quotes=quotes(),
        numbers=numbers(),
        disagreements=disagreements(),
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
