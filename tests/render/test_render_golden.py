"""The text formats of the invented briefing, word for word. UPDATE_GOLDEN=1 writes them anew."""

from __future__ import annotations

import email
import email.policy
import os
import re
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent.parent / "golden" / "render"


def shown(name: str, files: dict[str, bytes]) -> str:
    if name == "briefing.txt":
        message = email.message_from_bytes(files["briefing.eml"], policy=email.policy.default)
        body = message.get_body(("plain",))
        assert body is not None
        return str(body.get_content()).replace("\r\n", "\n")
    return re.sub(r"data:font/woff2;base64,[A-Za-z0-9+/=]+", "data:font/woff2;base64,…", files[name].decode("utf-8"))


@pytest.mark.parametrize("name", ["briefing.md", "briefing.html", "briefing.txt", "briefing.json"])
def test_golden(name: str, files: dict[str, bytes]) -> None:
    now = shown(name, files)
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(now, "utf-8")
    assert path.read_text("utf-8") == now
