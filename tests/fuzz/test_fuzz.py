"""The fuzz targets on hypothesis' examples, the whole way of any articles, and a short coverage-guided run."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import articles, texts
from targets import BYTES, TEXTS

from briefing import analyse
from briefing.aggregate.assemble import aggregate
from briefing.config import Look
from briefing.model import Article
from briefing.render import render
from briefing.verify import verify_files

HERE = Path(__file__).parent
SECONDS = 5  # of a coverage-guided run within the tests; `python tests/fuzz/guided.py NAME` runs longer


@pytest.mark.parametrize("name", TEXTS)
@given(text=texts)
def test_promises_hold_on_any_text(name: str, text: str) -> None:
    TEXTS[name](text)


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.tuples(articles(0), articles(1)))
def test_any_articles_become_a_briefing_that_verifies(pair: tuple[Article, ...]) -> None:
    analyses = {found.article: found for found in analyse.analyse_chunk(list(pair))}
    assert not [problem for found in analyses.values() for problem in found.problems]
    briefing = aggregate(pair, analyses, single=True)
    by_id = {article.id: article for article in pair}
    files = render(briefing, by_id, formats=("md", "html", "json"), look=Look())
    verify_files(files, by_id)


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed")
@pytest.mark.parametrize("name", [*BYTES, *TEXTS])
def test_a_short_guided_run_finds_nothing(name: str, tmp_path: Path) -> None:
    limits = [f"-max_total_time={SECONDS}", f"-artifact_prefix={tmp_path}/"]
    command = [sys.executable, str(HERE / "guided.py"), name, *limits]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
