"""What stands alone, and what stands first."""

from __future__ import annotations

from briefing.aggregate.stories import FEW, cluster
from briefing.aggregate.stories_order import is_overview, newsworthiness
from briefing.model import Article, Block, BlockKind

NEWS = "Die Bahn hat am Dienstag einen Streik gemeldet, teilte sie mit. Alle Züge stehen still, die Fahrgäste warten."


def article(id: str, title: str, text: str = NEWS, kind: BlockKind = "body", agency: str | None = None) -> Article:
    blocks = (Block(start=0, end=len(text), kind=kind),)
    return Article(id=id, file=f"{id}.txt", text=text, title=title, blocks=blocks, agency=agency)


def test_overviews_by_title_and_by_heading() -> None:
    for title in (
        "Nachrichten am Morgen - die Übersicht für Eilige",
        "Impfstart geplant, Minister tritt zurück – das war wichtig",
        "Netflix-Dreh in der Stadt / Was die neuen Regeln bedeuten",
        "Corona-Newsblog: Zahl der Infizierten steigt",
    ):
        assert is_overview(article("a", title)), title
    for text in ("Guten Morgen!\nWAS\nHEUTE WICHTIG IST\nDer Streik.", "Der Streik.\nAußerdem wichtig:\nDer Markt."):
        assert is_overview(article("a", "Crash!", text))
    for title in ("Streik legt die Bahn lahm", "Polizei prüft Vorwürfe / dpa", "Was heute wichtig ist für die Bahn"):
        assert not is_overview(article("a", title)), title


def test_an_overview_joins_no_story_of_many_articles() -> None:
    many = {str(n): article(str(n), "Streik legt die Bahn lahm") for n in range(FEW + 1)}
    overview = article("x", "Nachrichten am Morgen")
    found = cluster({**many, "x": overview})
    assert [set(ids) for ids in found] == [set(many), {"x"}]
    few = {str(n): many[str(n)] for n in range(3)}
    assert len(cluster({**few, "x": overview})) == 1


def test_news_before_interviews_before_overviews_before_opinion() -> None:
    label = "ZEITUNG:"
    blocks = (Block(start=0, end=len(label), kind="dateline"), Block(start=9, end=60, kind="heading"))
    interview = Article(
        id="i", file="i.txt", text=f"{label} Frau Kunz, warum wird gestreikt und wie lange?", blocks=blocks
    )
    ranked = [
        article("1", "Streik legt 300 Züge lahm", agency="dpa"),
        article("2", "Streik legt die Bahn in Köln lahm"),
        article("3", "Liebe auf Reisen", "Es war einmal ein Zug, in dem zwei saßen und schwiegen."),
        interview,
        article("4", "Nachrichten am Morgen"),
        article("5", "Streiken ist richtig", kind="opinion"),
    ]
    worth = [newsworthiness([one]) for one in ranked]
    assert worth == sorted(worth, reverse=True)
    assert len(set(worth)) == len(worth)
