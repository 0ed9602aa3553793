"""The whole way: folders of articles in, a briefing in every format out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefing.aggregate.assemble import aggregate
from briefing.build import Options, build, one_story, verify_folder
from briefing.config import Config
from briefing.errors import BriefingError
from briefing.intake import analyse_all, read_all

FORMATS = ("briefing.md", "briefing.html", "briefing.pdf", "briefing.eml", "briefing.json")


@pytest.fixture(scope="session")
def seeds_out(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The briefing of the samples in all formats, built once."""
    out = tmp_path_factory.mktemp("seeds")
    os.environ["BRIEFING_CACHE"] = str(tmp_path_factory.getbasetemp() / "seeds.sqlite")
    build(Config(), Options(inputs=(str(root / "seeds"),), folder=out))
    return out


@pytest.fixture(scope="session")
def seeds_json(seeds_out: Path) -> dict[str, object]:
    """Its JSON."""
    data: dict[str, object] = json.loads((seeds_out / "briefing.json").read_bytes())
    return data


@pytest.mark.slow
def test_all_formats_are_written(seeds_out: Path) -> None:
    assert {path.name for path in seeds_out.iterdir()} >= set(FORMATS)
    assert all((seeds_out / name).stat().st_size > 1000 for name in FORMATS)


@pytest.mark.slow
def test_the_paper_holds_no_quotation_of_its_own(root: Path, seeds_out: Path) -> None:
    def squashed(text: str) -> str:
        return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()

    known = squashed("".join(path.read_text("utf-8") for path in sorted((root / "seeds").glob("*.txt"))))
    known += squashed((seeds_out / "briefing.json").read_text("utf-8"))
    paper = PdfReader(seeds_out / "briefing.pdf")
    # Each passage of the appendix ends in links back; a mark opened in one is not closed in the next.
    pages = [part for page in paper.pages for part in page.extract_text().split("↑")]
    parts = [part for page in pages for quoted in re.findall(r"„([^„“]+)“", page) for part in quoted.split("…")]
    assert len(parts) > 20
    assert [part for part in parts if squashed(part) not in known] == []


@pytest.mark.slow
def test_the_samples_are_one_story_of_five_sources(seeds_json: dict[str, list[dict[str, list[object]]]]) -> None:
    assert len(seeds_json["sources"]) == 5
    assert len(seeds_json["stories"]) == 1
    story = seeds_json["stories"][0]
    for section in ("core", "actors", "quotes", "numbers", "disagreements", "open_questions", "timeline"):
        assert story[section], f"nothing in {section}"


@pytest.mark.slow
def test_a_second_build_analyses_nothing_and_gives_the_same_bytes(root: Path, seeds_out: Path, tmp_path: Path) -> None:
    os.environ["BRIEFING_CACHE"] = str(tmp_path / "cache.sqlite")
    options = Options(inputs=(str(root / "seeds"),), folder=tmp_path / "one")
    first = build(Config(), options)
    second = build(Config(), Options(inputs=(str(root / "seeds"),), folder=tmp_path / "two"))
    assert (first.analysed, second.analysed) == (5, 0)
    for name in FORMATS:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


@pytest.mark.slow
def test_a_cached_build_does_not_import_spacy(root: Path, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from briefing.build import Options, build\n"
        "from briefing.config import Config\n"
        "from briefing import analyse\n"
        "analyse.fingerprint = lambda model='': 'fixed'\n"
        f"result = build(Config(), Options(inputs=({str(root / 'seeds')!r},), folder=Path(sys.argv[1])))\n"
        "print(result.analysed, 'spacy' in sys.modules)\n"
    )
    environment = {**os.environ, "BRIEFING_CACHE": str(tmp_path / "cache.sqlite")}
    printed = [
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "out")],
            env=environment, cwd=root, capture_output=True, text=True, check=True,
        ).stdout.split()
        for _ in range(2)
    ]  # fmt: skip
    assert printed == [["5", "True"], ["0", "False"]]


@pytest.mark.slow
def test_the_order_of_the_inputs_does_not_matter(root: Path) -> None:
    articles, problems = read_all([str(root / "seeds")], Config())
    analyses, _ = analyse_all(articles, Config(), cache=False)
    one = aggregate(articles, analyses, problems=problems)
    other = aggregate(list(reversed(articles)), dict(reversed(list(analyses.items()))), problems=problems)
    assert one == other


@pytest.mark.slow
def test_a_changed_source_does_not_verify(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for path in sorted((root / "seeds").glob("*.txt"))[:2]:
        (folder / path.name).write_bytes(path.read_bytes())
    build(Config(formats=("md", "json")), Options(inputs=(str(folder),), folder=tmp_path / "out"))
    assert verify_folder(tmp_path / "out", Config()) > 20
    changed = min(folder.iterdir())
    changed.write_bytes(changed.read_bytes() + b" und mehr")
    with pytest.raises(BriefingError, match="has changed since"):
        verify_folder(tmp_path / "out", Config())
    changed.unlink()
    with pytest.raises(BriefingError, match="cannot be read any more"):
        verify_folder(tmp_path / "out", Config())


def test_nothing_to_read_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(BriefingError, match="no readable article"):
        build(Config(), Options(inputs=(str(tmp_path / "in"),), folder=tmp_path / "out"))
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_a_broken_file_is_a_problem_and_the_others_are_read(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    seed = min((root / "seeds").glob("*.txt"))
    (folder / seed.name).write_bytes(seed.read_bytes())
    (folder / "leer.txt").write_bytes(b"")
    (folder / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = build(Config(formats=("json",)), Options(inputs=(str(folder),), folder=tmp_path / "out"))
    assert result.briefing.coverage.read == 1
    assert any("leer.txt" in problem.where for problem in result.problems)


def test_only_the_wanted_story() -> None:
    from briefing.model import Briefing, Coverage, Story

    coverage = Coverage(read=2, skipped=0, outlets=1, origins=2, oldest=None, newest=None)
    stories = tuple(Story(id=f"S{n}", title=title, sources=()) for n, title in enumerate(("Beben", "Streik")))
    briefing = Briefing(title="Lage", date="", coverage=coverage, sources=(), stories=stories)
    assert one_story(briefing, "streik").title == "Streik"
    assert one_story(briefing, "S0").stories[0].title == "Beben"
    with pytest.raises(BriefingError, match="no story 'Wahl'"):
        one_story(briefing, "Wahl")
