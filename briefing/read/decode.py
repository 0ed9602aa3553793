"""Bytes to text, and text to something every later stage can write as UTF-8."""

from __future__ import annotations

import codecs
import re

HEAD = 10_000
"""Characters looked at to decide whether something is text at all."""

# Everything below space but tab, line breaks, vertical tab and form feed; NUL counts double as a sign of binary data.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MULTIBYTE = re.compile("[\u0080-\ufffc\ufffe-\U0010ffff]")


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of `data` and, if anything had to be guessed, a note (German, one line).

    UTF-8 first. Its byte order mark stays in the text as U+FEFF (positions agree with a plain
    UTF-8 decoding; all stages treat it as white space); that of UTF-16 and UTF-32 is dropped.
    Where UTF-8 fails, the file is UTF-8 with a few broken bytes (each replaced by U+FFFD) if most
    of its non-ASCII characters are valid, else Windows-1252.
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return _forced(data, "utf-32")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _forced(data, "utf-16")
    silent = _silent_utf16(data)
    if silent:
        return _forced(data, silent)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    if len(_MULTIBYTE.findall(mended)) > broken:
        return mended, f"{broken} ungültige Stellen in UTF-8 durch \ufffd ersetzt"
    return data.decode("cp1252", "replace"), "weder UTF-8 noch UTF-16, als Windows-1252 gelesen"


def _forced(data: bytes, encoding: str) -> tuple[str, str | None]:
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), f"fehlerhaftes {encoding.upper()}, Stellen durch \ufffd ersetzt"


def _silent_utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: in European text every other byte is zero."""
    head = data[:4_000]
    if len(head) < 8 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def is_binary(text: str) -> bool:
    """Whether control characters are too many (over one in fifty) for this to be an article."""
    head = text[:HEAD]
    return len(_CONTROL.findall(head)) * 50 > len(head)


def without_surrogates(text: str) -> str:
    r"""`text` with lone surrogates (JSON's `\ud800`) replaced one for one: they cannot be written as UTF-8."""
    return _SURROGATE.sub("\ufffd", text)
