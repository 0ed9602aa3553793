"""`briefing check`: is everything there that a build and a mailing need?"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

from briefing.build import templates_of
from briefing.config import Config
from briefing.errors import BriefingError
from briefing.intake import cache_path
from briefing.store import Store

Check = tuple[str, bool, str]


def checks(config: Config) -> Iterator[Check]:
    """(what, good or not, one line) for configuration, model, templates, PDF, cache and mail server."""
    yield "configuration", True, f"input {config.input}, output {config.output}, formats {', '.join(config.formats)}"
    named = {"model": _model, "templates": _templates, "PDF": _pdf, "cache": _cache, "mail": _mail}
    for name, check in named.items():
        yield _guarded(name, check, config)


def _guarded(name: str, check: Callable[[Config], str], config: Config) -> Check:
    try:
        return name, True, check(config)
    except BriefingError as error:
        return name, False, str(error)
    except (OSError, ImportError, smtplib.SMTPException) as error:
        return name, False, f"{type(error).__name__}: {error}"


def _model(config: Config) -> str:
    from briefing import analyse
    from briefing.analyse import pipeline

    nlp = pipeline.load(config.model)
    return f"{analyse.describe_model(config.model)} ({', '.join(nlp.pipe_names)})"


def _templates(config: Config) -> str:
    from briefing.render.templates import Templates

    own = templates_of(config)
    if config.look.logo and not Path(config.look.logo).is_file():
        raise BriefingError(f"look.logo: {config.look.logo}: no such file")
    return f"{Templates(own).check()} templates compile{f', yours from {own}' if own else ''}"


def _pdf(_: Config) -> str:
    # Importing it loads Pango; without the system library this fails with an OSError that names it.
    import weasyprint

    return f"WeasyPrint {weasyprint.__version__}, system libraries found"


def _cache(config: Config) -> str:
    path = cache_path()
    with Store(path, config.cache_megabytes) as store:
        entries, size = store.size()
    return f"{path}: {entries} entries, {size / 1e6:.1f} MB"


def _mail(config: Config) -> str:
    mail = config.mail
    if not mail.host:
        return "no mail server configured ([mail] host in briefing.toml)"
    context = ssl.create_default_context()
    kind = smtplib.SMTP_SSL if mail.security == "ssl" else smtplib.SMTP
    with kind(mail.host, mail.port, timeout=mail.timeout) as server:
        if mail.security == "starttls":
            server.starttls(context=context)
        server.noop()
    return f"{mail.host}:{mail.port} answers ({mail.security})"
