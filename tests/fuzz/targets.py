"""What is fuzzed: functions that take any text or bytes and must hold their promises on it."""

from __future__ import annotations

from collections.abc import Callable

from briefing.analyse.fold import fold
from briefing.analyse.quotes_marks import find_single, find_stretches
from briefing.config import Limits
from briefing.german.dates import find_dates
from briefing.german.numerals import find_numbers, read_number
from briefing.model import Problem
from briefing.read import READERS, blocks
from briefing.render import typography


def readers(data: bytes) -> None:
    """No bytes crash a reader; the first byte chooses it."""
    reader = READERS[(data[0] if data else 0) % len(READERS)]
    for found in reader.read("x", data[1:], Limits()):
        assert isinstance(found, Problem) or isinstance(found.text, str)


def labels(text: str) -> None:
    """Blocks are in order, do not overlap and skip white space only."""
    end = 0
    for block in blocks.label(text, None):
        assert end <= block.start < block.end <= len(text)
        assert not text[end : block.start].strip()
        end = block.end


def numerals(text: str) -> None:
    """Numbers lie in the text, in order, and their bounds are in order."""
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert number.low is None or number.high is None or number.low <= number.high
        end = number.end
    read_number(text)


def dates(text: str) -> None:
    """Dates lie in the text and have a value, with and without a day of publication."""
    for published in (None, "2024-10-28"):
        for found in find_dates(text, published):
            assert 0 <= found.start < found.end <= len(text)
            assert found.value


def quotes(text: str) -> None:
    """Stretches in marks lie in the text, and none is empty of characters."""
    stretches = find_stretches(text)
    for stretch in (*stretches, *find_single(text, stretches)):
        assert 0 <= stretch.start <= stretch.end <= len(text)


def folding(text: str) -> None:
    """One character for one, in UTF-8; printing never fails."""
    assert len(fold(text)) == len(text)
    fold(text).encode("utf-8")
    typography.spaced(text).encode("utf-8")
    typography.quoted(text)


BYTES: dict[str, Callable[[bytes], None]] = {"readers": readers}
TEXTS: dict[str, Callable[[str], None]] = {
    "labels": labels,
    "numerals": numerals,
    "dates": dates,
    "quotes": quotes,
    "folding": folding,
}
