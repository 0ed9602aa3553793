"""`briefing.pdf`: A4, PDF/UA-1, embedded fonts, `briefing.json` attached; equal input gives equal bytes.

WeasyPrint gets one page of HTML and a fetcher that knows the templates only: no network, no other file.
"""

from __future__ import annotations

import base64
import contextlib
import datetime
import hashlib
import io
import mimetypes
import urllib.parse
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.render import hyphenation
from briefing.render.templates import Templates

BASE = "https://templates.invalid/style/"  # never resolved: the fetcher answers for it


def write(html: str, templates: Templates, *, date: str, attachment: bytes = b"") -> bytes:
    """The PDF of `html`; `date` (ISO) is its creation date, `attachment` the content of `briefing.json`."""
    try:
        import weasyprint
        from weasyprint.urls import URLFetcher, URLFetcherResponse
    except OSError as error:
        raise BriefingError(f"PDF: a system library of WeasyPrint is missing: {error}") from error
    hyphenation.prepare("de")

    class Fetcher(URLFetcher):  # type: ignore[misc]  # the library is untyped
        """Answers for template files and for images inside the page."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            content, kind = fetch(url, templates)
            return URLFetcherResponse(url, content, {"Content-Type": kind})

    day = _day(date)
    files = [
        weasyprint.Attachment(
            file_obj=io.BytesIO(attachment),
            name="briefing.json",
            description="Das Briefing als JSON, Schema briefing/1",
            created=day,
            modified=day,
            relationship="Data",
        )
    ]
    document = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=Fetcher())
    result: bytes = document.write_pdf(
        pdf_variant="pdf/ua-1",
        pdf_identifier=hashlib.sha256(html.encode("utf-8", "backslashreplace") + attachment).digest()[:16],
        attachments=files if attachment else None,
        optimize_images=False,
    )
    return result


def warm_up() -> None:
    """Load what every PDF needs, so that the first one of this process is set sooner."""
    with contextlib.suppress(BriefingError):  # said when a PDF is wanted
        write('<html lang="de"><p>Silbentrennung', Templates(), date="")


def write_elsewhere(html: str, folder: Path | None, date: str, attachment: bytes) -> bytes:
    """`write` for another process; `folder`: the user's templates."""
    return write(html, Templates(folder), date=date, attachment=attachment)


def fetch(url: str, templates: Templates) -> tuple[bytes, str]:
    """Content and media type of a template file or a data image; any other address raises `ValueError`."""
    if url.startswith("data:image/"):
        head, _, body = url.partition(",")
        content = base64.b64decode(body) if head.endswith(";base64") else urllib.parse.unquote_to_bytes(body)
        return content, head[5:].split(";")[0]
    parsed = urllib.parse.urlsplit(url)
    if parsed.scheme != "https" or parsed.netloc != "templates.invalid":
        raise ValueError(f"not fetched: {url[:80]}")
    name = urllib.parse.unquote(parsed.path).lstrip("/")
    try:
        return templates.read(name), mimetypes.guess_type(name)[0] or "application/octet-stream"
    except BriefingError as error:
        raise ValueError(str(error)) from error


def _day(date: str) -> datetime.datetime:
    try:
        return datetime.datetime.fromisoformat(date[:10])
    except ValueError:
        return datetime.datetime(2000, 1, 1)
