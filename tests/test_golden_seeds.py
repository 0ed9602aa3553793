"""The rendered samples, byte for byte: what a change of aggregation or rendering changes is seen in its diff.

The analyses are stored beside them, so a processor with other arithmetic gives the same files.
`UPDATE_GOLDEN=1 python -m pytest tests/test_golden_seeds.py` analyses anew and writes all of them.
"""

from __future__ import annotations

import gzip
import os
import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from briefing import analyse
from briefing.aggregate.assemble import aggregate
from briefing.config import Config
from briefing.intake import read_all
from briefing.model import Analysis
from briefing.render import render

GOLDEN = Path(__file__).parent / "golden" / "seeds"
ANALYSES = GOLDEN / "analyses.json.gz"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))
_TYPE: TypeAdapter[list[Analysis]] = TypeAdapter(list[Analysis])
_FONT = re.compile(rb"data:font/woff2;base64,[A-Za-z0-9+/=]+")


@pytest.fixture(scope="module")
def rendered(root: Path) -> dict[str, bytes]:
    """The text formats of the samples from the stored analyses; fonts in the HTML cut out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        articles, problems = read_all(["seeds"], Config())
    if UPDATE:
        GOLDEN.mkdir(parents=True, exist_ok=True)
        made = analyse.analyse_chunk(articles)
        ANALYSES.write_bytes(gzip.compress(_TYPE.dump_json(made), mtime=0))
    analyses = {item.article: item for item in _TYPE.validate_json(gzip.decompress(ANALYSES.read_bytes()))}
    versions = (("briefing", "golden"), ("model", "golden"), ("spacy", "golden"))
    briefing = aggregate(articles, analyses, problems=problems, made_with=versions)
    by_id = {article.id: article for article in articles}
    files = render(briefing, by_id, formats=("md", "html", "json"))
    return {name: _FONT.sub(b"font", content) for name, content in files.items()}


@pytest.mark.parametrize("name", ["briefing.md", "briefing.html", "briefing.json"])
def test_the_samples_look_as_before(rendered: dict[str, bytes], name: str) -> None:
    path = GOLDEN / name
    if UPDATE:
        path.write_bytes(rendered[name])
    assert rendered[name].decode("utf-8") == path.read_text("utf-8")
