"""Readers: what becomes an article, what becomes a problem, and that no input does harm."""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.config import Limits
from briefing.model import Article, Problem
from briefing.read import READERS, read

REPORT = (
    "Beim Warnstreik im Nahverkehr sind am Donnerstag alle Busse und Bahnen in der Stadt ausgefallen. Die Gewerkschaft "
    "sprach von 2.500 Teilnehmern, die Verkehrsbetriebe von 1.900. Beide Seiten wollen am Montag weiter verhandeln."
)
PAGE = f"""<!doctype html><html><head><title>Warnstreik legt Verkehr lahm - Beispiel.de</title>
<meta property="og:site_name" content="Beispiel.de">
<meta property="og:title" content="Warnstreik legt Verkehr lahm - Beispiel.de">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Warnstreik legt Verkehr lahm",
"datePublished": "2024-03-07T23:30:00+01:00", "author": [{{"@type": "Person", "name": "Erika Beispiel"}}]}}]}}</script>
</head><body><nav>Start Politik Sport</nav><article><h1>Warnstreik legt Verkehr lahm</h1><p>{REPORT}</p>
<p>{REPORT[::-1]}</p><p>{REPORT} Mehr ist nicht bekannt.</p></article><footer>Impressum</footer></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Beispiel-Nachrichten</title>
<item><title>Streik &amp;amp; Folgen</title><guid>n1</guid><pubDate>Thu, 07 Mar 2024 23:30:00 +0100</pubDate>
<description>&lt;p&gt;{REPORT}&lt;/p&gt;&lt;p&gt;Zweiter Absatz.&lt;/p&gt;</description></item>
<item><title>Leer</title><guid>n2</guid></item></channel></rss>"""
MAIL = (
    "From: =?utf-8?q?Beispiel-R=C3=BCckblick?= <brief@beispiel.de>\r\nSubject: Der Tag\r\n"
    "Date: Thu, 07 Mar 2024 06:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    f"<html><style>p {{}}</style><p>{REPORT}</p><p>Ende.</p></html>"
)


def run(*inputs: Path | str, limits: Limits | None = None) -> tuple[list[Article], list[Problem]]:
    items = list(read([str(i) for i in inputs], limits=limits or Limits()))
    return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, Problem)]


def one(path: Path) -> Article:
    articles, problems = run(path)
    assert not problems
    (article,) = articles
    return article


def write(path: Path, data: str | bytes) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_text_is_the_decoded_file(tmp_path: Path) -> None:
    raw = "\ufeffÜberschrift ohne Punkt\r\n\r\n" + REPORT + "\r\x0b\n„Schluss“"
    article = one(write(tmp_path / "a.txt", raw))
    assert article.text == raw
    assert (article.id, article.file) == ("a.txt", str(tmp_path / "a.txt"))
    assert article.title == "Überschrift ohne Punkt"


def test_front_matter_gives_metadata_and_stays(tmp_path: Path) -> None:
    raw = f"---\ntitle: Warnstreik\ndate: 2024-03-07\npublisher: Beispiel\n---\n{REPORT}"
    article = one(write(tmp_path / "a.md", raw))
    assert (article.text, article.title, article.published, article.publisher) == (
        raw,
        "Warnstreik",
        "2024-03-07",
        "Beispiel",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_without_a_note(tmp_path: Path, encoding: str) -> None:
    assert one(write(tmp_path / "a.txt", f"Größe: {REPORT}".encode(encoding))).text == f"Größe: {REPORT}"


def test_windows_1252_and_broken_utf8_are_noted(tmp_path: Path) -> None:
    articles, problems = run(write(tmp_path / "a.txt", f"„Größe“ – {REPORT}".encode("cp1252")))
    assert articles[0].text.startswith("„Größe“ –")
    assert "Windows-1252" in problems[0].message
    broken = f"äöüß {REPORT}".encode() + b"\xff"
    articles, problems = run(write(tmp_path / "b.txt", broken))
    assert articles[0].text == f"äöüß {REPORT}\ufffd"
    assert "UTF-8" in problems[0].message


def test_html(tmp_path: Path) -> None:
    article = one(write(tmp_path / "a.html", PAGE))
    assert article.title == "Warnstreik legt Verkehr lahm"
    assert (article.published, article.dated_by) == ("2024-03-07", "metadata")
    assert (article.publisher, article.author) == ("Beispiel.de", "Erika Beispiel")
    assert REPORT in article.text
    assert "Impressum" not in article.text


def test_lists_of_links_are_no_text(tmp_path: Path) -> None:
    teasers = (
        "<ul>"
        + "".join(f"<li>Tarif: <a href='/{n}'>Wie der Streik die Region {n} trifft</a></li>" for n in range(3))
        + "</ul>"
    )
    facts = f"<ul><li>{REPORT[:90]}</li><li>Der <a href='/x'>Fahrplan</a> gilt von Montag an wieder überall.</li></ul>"
    article = one(write(tmp_path / "a.html", PAGE.replace("</article>", f"{teasers}<p>{REPORT}</p>{facts}</article>")))
    assert "trifft" not in article.text
    assert "Fahrplan" in article.text


def test_unclosed_paragraphs_are_not_deep(tmp_path: Path) -> None:
    body = "".join(f"<p>Absatz {n}: {REPORT}" for n in range(2_500))
    page = write(tmp_path / "a.html", f"<html><body><article>{body}</article></body></html>")
    articles, problems = run(page, limits=Limits(article_chars=1_000_000))
    assert not problems
    assert "Absatz 2499" in articles[0].text


def test_feed(tmp_path: Path) -> None:
    articles, problems = run(write(tmp_path / "a.xml", FEED))
    assert [(a.id, a.title, a.published, a.publisher) for a in articles] == [
        ("n1", "Streik & Folgen", "2024-03-07", "Beispiel-Nachrichten")
    ]
    assert articles[0].text == f"{REPORT}\nZweiter Absatz."
    assert [p.where for p in problems] == [f"{tmp_path / 'a.xml'}:2"]


def test_mail(tmp_path: Path) -> None:
    article = one(write(tmp_path / "a.eml", MAIL))
    assert article.text == f"{REPORT}\nEnde."
    assert (article.title, article.published, article.publisher) == ("Der Tag", "2024-03-07", "Beispiel-Rückblick")


def test_json_lines_go_on_after_bad_ones(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": 7, "text": "Eins\r\n", "published": "2024-03-07 10:00:00", "agency": "dpa"}),
        "{kaputt",
        '"nur ein Text"',
        '{"id": "x"}',
        "",
        "[" * 100_000,
        '{"id": 1' + "0" * 5_000 + ', "text": "zwei"}',
        json.dumps({"id": "a", "text": "ein \ud800 halbes Zeichen"}),
    ]
    articles, problems = run(write(tmp_path / "c.jsonl", "\n".join(lines)))
    assert [a.text for a in articles] == ["Eins\r\n", "ein \ufffd halbes Zeichen"]
    assert (articles[0].id, articles[0].published, articles[0].dated_by, articles[0].agency) == (
        "7",
        "2024-03-07",
        "given",
        "dpa",
    )
    assert [p.where.rpartition(":")[2] for p in problems] == ["2", "3", "4", "6", "7"]


def test_a_large_collection_is_read_line_by_line(tmp_path: Path) -> None:
    lines = [json.dumps({"id": n, "text": REPORT}) for n in range(40)]
    lines[20] = json.dumps({"id": "lang", "text": REPORT * 40})
    path = write(tmp_path / "c.jsonl", "\n".join(lines))
    limits = Limits(file_bytes=3_000)
    assert path.stat().st_size > 4 * limits.file_bytes
    articles, problems = run(path, limits=limits)
    assert [a.id for a in articles] == [str(n) for n in range(40) if n != 20]
    assert [(p.where.rpartition(":")[2], p.message) for p in problems] == [
        ("21", "größer als 3.000 Bytes, Zeile übergangen")
    ]


def test_a_large_collection_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = "\n".join(json.dumps({"id": n, "text": REPORT}) for n in range(40))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw.encode())))
    assert len(run("-", limits=Limits(file_bytes=3_000))[0]) == 40


def test_a_collection_in_utf_16_is_read_as_a_whole(tmp_path: Path) -> None:
    raw = "\n".join(json.dumps({"id": f"Ċ{n}", "text": REPORT}, ensure_ascii=False) for n in range(3))
    assert [a.id for a in run(write(tmp_path / "c.jsonl", raw.encode("utf-16")))[0]] == ["Ċ0", "Ċ1", "Ċ2"]


def test_json_holds_one_article_or_a_list_of_them_or_one_a_line(tmp_path: Path) -> None:
    record = {"id": "a", "text": REPORT}
    for content, ids in (
        (json.dumps(record, indent=2), ["a"]),
        (json.dumps([record, {"id": "b", "text": REPORT}], indent=2), ["a", "b"]),
        (f"{json.dumps(record)}\n{json.dumps({'id': 'b', 'text': REPORT})}\n", ["a", "b"]),
    ):
        articles, problems = run(write(tmp_path / "c.json", content))
        assert ([a.id for a in articles], problems) == (ids, [])
    articles, problems = run(write(tmp_path / "c.json", json.dumps([record, 7, {"id": "x"}])))
    assert [a.id for a in articles] == ["a"]
    assert [p.where.rpartition("#")[2] for p in problems] == ["2", "3"]
    for broken in ("{", "[" * 100_000, "7"):
        articles, problems = run(write(tmp_path / "c.json", broken))
        assert (len(articles), len(problems)) == (0, 1)


def test_a_record_of_a_list_is_known_again_in_another_place(tmp_path: Path) -> None:
    one, two = {"id": "a", "text": REPORT}, {"id": "b", "text": REPORT}
    first = one_of(run(write(tmp_path / "c.json", json.dumps([one, two])))[0], "a")
    assert first == one_of(run(write(tmp_path / "c.json", json.dumps([two, one])))[0], "a")


def one_of(articles: list[Article], name: str) -> str:
    """The digest of the article of this id."""
    return next(a.sha256 for a in articles if a.id == name)


def test_boxes_left_open_do_not_hide_the_text(tmp_path: Path) -> None:
    """Publishers' templates leave hundreds of `<div>` open; libxml2 drops what lies deeper than 256 elements."""
    plain = one(write(tmp_path / "a.html", PAGE))
    opened = PAGE.replace("<body>", "<body>" + "<div class='x'>" * 900)
    assert opened != PAGE
    article = one(write(tmp_path / "b.html", opened))
    assert article.text == plain.text
    assert article.sha256 == hashlib.sha256(opened.encode()).hexdigest()


def test_folder_in_order_with_unique_ids(tmp_path: Path) -> None:
    for name in ("b/x.txt", "a/x.txt", "x.txt", ".hidden.txt", ".git/y.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, REPORT)
    write(tmp_path / "c.jsonl", "\n".join(json.dumps({"id": "x.txt", "text": REPORT}) for _ in range(3)))
    articles, problems = run(tmp_path)
    assert not problems
    assert [Path(a.file).relative_to(tmp_path).as_posix() for a in articles] == [
        "a/x.txt", "b/x.txt", "c.jsonl", "c.jsonl", "c.jsonl", "x.txt"
    ]  # fmt: skip
    assert len({a.id for a in articles}) == 6
    assert articles[0].id == "x.txt"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    record = {"id": "s", "text": REPORT}
    for raw in (json.dumps([record]), json.dumps(record), PAGE, FEED, MAIL, REPORT):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw.encode())))
        articles, _ = run("-")
        assert len(articles) == 1
        assert articles[0].file == "-"


def test_what_cannot_be_read_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    write(tmp_path / "01-leer.txt", "")
    write(tmp_path / "02-weiss.txt", "\ufeff \r\n\t")
    write(tmp_path / "03-bild.txt", bytes(range(256)) * 7)
    write(tmp_path / "04.docx", "x")
    write(tmp_path / "05-gross.txt", "x" * 3_000)
    write(tmp_path / "06.html", "<html></html>")
    write(tmp_path / "07.xml", "<kein-feed/>")
    write(tmp_path / "08.eml", "Subject: leer\n\n")
    write(tmp_path / "09-gut.txt", REPORT)
    articles, problems = run(tmp_path / "fehlt.txt", tmp_path, limits=Limits(file_bytes=2_000))
    assert [a.id for a in articles] == ["09-gut.txt"]
    assert [Path(p.where).name[:2] for p in problems] == ["fe", "01", "02", "03", "04", "05", "06", "07", "08"]
    assert all("\n" not in p.message and p.message for p in problems)


def test_limits_on_length_and_number(tmp_path: Path) -> None:
    for n in range(4):
        write(tmp_path / f"{n}.txt", REPORT)
    articles, problems = run(tmp_path, limits=Limits(article_chars=50, articles=2))
    assert [a.text for a in articles] == [REPORT[:50]] * 2
    assert len(problems) == 3
    assert "mehr als 2 Artikel" in problems[-1].message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_fifos_loops_and_links_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write(tmp_path / "secret.txt", REPORT)
    write(folder / "a.txt", REPORT)
    os.mkfifo(folder / "b.txt")
    (folder / "c").symlink_to(folder, target_is_directory=True)
    (folder / "d.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "e.txt").symlink_to("e.txt")
    (folder / "f.txt").symlink_to("a.txt")
    articles, problems = run(folder)
    assert [a.id for a in articles] == ["a.txt", "f.txt"]
    assert [Path(p.where).name for p in problems] == ["b.txt", "c", "d.txt", "e.txt"]
    assert run(folder / "b.txt")[1][0].message


def test_ids_are_names_on_one_line(tmp_path: Path) -> None:
    ids = ["../../etc/passwd", "a\x00b\u202ec\nd", "\u200b", "x" * 1_000, "y" * 5_000]
    articles, _ = run(write(tmp_path / "c.jsonl", "\n".join(json.dumps({"id": i, "text": REPORT}) for i in ids)))
    assert len({a.id for a in articles}) == 5
    assert all(a.id.isprintable() and a.id.strip() and len(a.id) <= 2_000 for a in articles)
    assert "x" * 1_000 in {a.id for a in articles}  # a given id is kept; addresses of pages make long ones


def test_nul_bytes_and_invisible_characters_stay_in_the_text(tmp_path: Path) -> None:
    raw = f"{REPORT}\x00 \u202e\u200b {REPORT}"
    assert one(write(tmp_path / "a.txt", raw)).text == raw


def test_hostile_feeds_expand_and_fetch_nothing(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret", "geheim")

    def feed(declarations: str, title: str) -> str:
        item = f"<rss><channel><item><title>{title}</title></item></channel></rss>"
        return f'<?xml version="1.0"?><!DOCTYPE rss [{declarations}]>{item}'

    outside = feed(f'<!ENTITY e SYSTEM "file://{secret}">', "&e;")
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = feed(f'<!ENTITY a0 "ha">{levels}', "&a11;")
    for name, raw in (("a.xml", outside.encode()), ("b.xml", bomb.encode()), ("c.xml", outside.encode("utf-16"))):
        articles, problems = run(write(tmp_path / name, raw))
        assert not articles
        assert problems
    deep = "<rss><channel><item><description>" + "<div>" * 50_000 + REPORT
    run(write(tmp_path / "d.xml", deep))


def test_hostile_pages_and_mails_end(tmp_path: Path) -> None:
    part = "--a\nContent-Type: multipart/mixed; boundary=a\n\n"
    pages = {
        "deep.html": "<html><body>" + "<div><p>" * 20_000 + REPORT,
        "many.html": "<html><body><article>" + "<p>a" * 200_000,
        "wide.html": PAGE.replace("<p>", '<p title="' + "x" * 2_000_000 + '">', 1),
        "open.html": "<!--" * 20_000 + PAGE,
        "json.html": PAGE.replace('{"@graph"', "[" * 50_000 + '{"@graph"'),
        "binary.html": bytes(range(256)) * 200,
        "parts.eml": "Content-Type: multipart/mixed; boundary=a\n\n" + part * 2_000,
        "charset.eml": f"Subject: =?x-unknown?q?=FF?=\nDate: 99 Foo\nContent-Type: text/plain; charset=qqq\n\n{REPORT}",
    }  # fmt: skip
    for name, raw in pages.items():
        articles, problems = run(write(tmp_path / name, raw))
        assert len(articles) + len(problems) >= 1, name


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))))
def test_no_bytes_crash_a_reader(reader: object, data: bytes) -> None:
    for start in (b"", b'{"text": "', b"<html><p>", b"<?xml version='1.0'?><rss><channel><item>", b"Subject: x\n\n"):
        for item in reader.read("x", start + data, Limits()):  # type: ignore[attr-defined]
            assert isinstance(item, Problem) or item.text.encode("utf-8") is not None
