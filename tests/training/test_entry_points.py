"""`spacy.load` finds what the packaged pipeline needs, without importing the package first."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from briefing.analyse import OWN_MODEL

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TABLE: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))[
    "project"
]["entry-points"]


def test_entry_points_lead_somewhere() -> None:
    for group in ("spacy_factories", "spacy_architectures"):
        for target in TABLE[group].values():
            module, _, name = target.partition(":")
            assert callable(getattr(importlib.import_module(module), name))


def own_names(config: Any) -> set[str]:
    """All registered names in a pipeline's configuration that are ours."""
    if isinstance(config, dict):
        return {name for value in config.values() for name in own_names(value)}
    return {config} if isinstance(config, str) and config.startswith(("briefing.", "german_", "name_")) else set()


@pytest.mark.skipif(not (OWN_MODEL / "meta.json").is_file(), reason="no trained model in this checkout")
def test_all_that_the_model_names_is_registered() -> None:
    from spacy.util import load_config

    components = load_config(OWN_MODEL / "config.cfg")["components"]
    named = own_names(components)
    assert named <= {*TABLE["spacy_factories"], *TABLE["spacy_architectures"]}
    assert {"german_lemmatizer", "name_recogniser"} <= named
    assert json.loads((OWN_MODEL / "meta.json").read_text("utf-8"))["sources"]
