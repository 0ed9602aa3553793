"""`briefing.eml`: text and HTML of the first page, the PDF attached. Equal input gives equal bytes.

It carries no sender and no recipients: those are added when it is sent. `X-Unsent` makes mail programs
open the file as a draft.
"""

from __future__ import annotations

import datetime
import email.policy
import email.utils
import hashlib
import textwrap
from collections.abc import Mapping
from email.message import EmailMessage
from typing import Any

import css_inline

from briefing.render.templates import Templates, fill
from briefing.render.typography import clean

WIDTH = 76  # characters of a line of the text part


def dump(data: Mapping[str, Any], templates: Templates, pdf: bytes) -> bytes:
    """The bytes of `briefing.eml` for the view `data` and the finished PDF."""
    style = templates.read("style/mail.css").decode("utf-8")
    html = fill(templates.html, "mail.html", {**data, "style": style})
    text = wrapped(fill(templates.text, "mail.txt", data))
    return message(
        subject=str(data["name"]),
        date=str(data["date_iso"]),
        text=text,
        html=inlined(html),
        pdf=pdf,
    )


def inlined(html: str) -> str:
    """`html` with its styles at the elements, as mail programs need them; nothing is loaded."""
    inliner = css_inline.CSSInliner(load_remote_stylesheets=False, keep_style_tags=False)
    return str(inliner.inline(html))


def message(*, subject: str, date: str, text: str, html: str, pdf: bytes) -> bytes:
    """A mail of `text`, `html` and the PDF; headers are single lines whatever the subject holds."""
    digest = hashlib.sha256(b"\0".join([subject.encode(), text.encode(), html.encode(), pdf])).hexdigest()
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["Subject"] = clean(subject)
    mail["Date"] = _sent(date)
    mail["Message-ID"] = f"<{digest[:32]}@briefing.invalid>"
    mail["X-Unsent"] = "1"
    mail.set_content(text, cte="quoted-printable")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename="briefing.pdf")
    mail["Content-Language"] = "de"
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_{digest[32:56]}_{number}")
    return mail.as_bytes()


def wrapped(text: str) -> str:
    """Lines folded to `WIDTH` characters, list items with a hanging indent; at most one empty line in a row."""
    lines: list[str] = []
    for line in text.split("\n"):
        if not line.strip():
            if lines and lines[-1]:
                lines.append("")
            continue
        indent = len(line) - len(line.lstrip(" -"))
        lines += textwrap.wrap(
            line, WIDTH, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
        )
    return "\n".join(lines).strip() + "\n"


def _sent(date: str) -> str:
    """Half past six on the day of the briefing, in universal time."""
    try:
        day = datetime.datetime.fromisoformat(date[:10])
    except ValueError:
        day = datetime.datetime(2000, 1, 1)
    return email.utils.format_datetime(day.replace(hour=6, minute=30, tzinfo=datetime.timezone.utc))
