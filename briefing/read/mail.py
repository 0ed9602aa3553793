"""Newsletters as mail files (.eml): the plain part, else the HTML part; subject, sender and date."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from email import policy
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr

from briefing.config import Limits
from briefing.model import Problem
from briefing.read.decode import decode, is_binary, without_surrogates
from briefing.read.draft import Draft, Reader
from briefing.read.plain import to_text

HEADER = 4_000
"""Characters of a header line that are decoded: decoding takes quadratic time."""

PARTS = 200
"""Parts of a mail that are looked at."""


def read(where: str, data: bytes, limits: Limits) -> Iterator[Draft | Problem]:
    """The one article of a mail: its text; attachments are not read."""
    try:
        # compat32 keeps broken headers as they are; the modern policy raises on some of them.
        mail = BytesParser(policy=policy.compat32).parsebytes(data)
        text = _text(mail)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        yield Problem(where=where, message=f"keine lesbare E-Mail ({type(error).__name__})")
        return
    if not text.strip() or is_binary(text):
        yield Problem(where=where, message="E-Mail ohne Text, übergangen")
        return
    name, address = parseaddr(_header(mail, "From") or "")
    yield Draft(
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        title=_header(mail, "Subject"),
        published=_header(mail, "Date"),
        publisher=name or address.rpartition("@")[2] or None,
    )


def _text(mail: Message) -> str:
    """The first plain part that is no attachment, else the first HTML part as paragraphs."""
    html = ""
    for number, part in enumerate(mail.walk()):
        if number >= PARTS:
            break
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/plain":
            text = _decoded(part)
            if text.strip():
                return without_surrogates(text)
        elif kind == "text/html" and not html:
            html = _decoded(part)
    return without_surrogates(to_text(html))


def _decoded(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    charset = part.get_content_charset() or "utf-8"
    try:
        return payload.decode(charset)
    except (LookupError, UnicodeDecodeError, ValueError):
        return decode(payload)[0]


def _header(mail: Message, name: str) -> str | None:
    value = mail.get(name)
    if value is None:
        return None
    raw = str(value)[:HEADER]
    try:
        text = str(make_header(decode_header(raw)))
    except (LookupError, UnicodeDecodeError, ValueError):
        text = raw
    line = without_surrogates("".join(c if c.isprintable() else " " for c in text[:2_000]))
    return " ".join(line.split())[:500] or None


def _looks_like(head: bytes) -> bool:
    first = head.split(b"\n", 1)[0].lower()
    names = (b"from:", b"subject:", b"return-path:", b"received:", b"date:", b"mime-version:", b"delivered-to:")
    return first.startswith(names) and b"\nsubject:" in b"\n" + head.lower()


READER = Reader(name="mail", suffixes=(".eml",), read=read, looks_like=_looks_like)
