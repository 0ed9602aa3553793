"""Write the files of a briefing, all together or not at all; mail a built briefing.

A build never mails: `send` takes the `briefing.eml` that a build wrote, addresses it and hands it to an
SMTP server. What was sent is recorded beside it, so that the same briefing does not go out twice.
"""

from __future__ import annotations

import contextlib
import datetime
import email
import email.policy
import email.utils
import json
import os
import shlex
import shutil
import smtplib
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from briefing.config import FORMATS, Mail
from briefing.errors import BriefingError, UsageError
from briefing.exchange import exchange

SENT = "sent.json"  # in the briefing's folder: what was sent when to how many
PASSWORD = "BRIEFING_SMTP_PASSWORD"
OWN = frozenset(f"briefing.{name}" for name in FORMATS)
STAGE = ".briefing-"  # begins the name of a folder in which files wait until all are there
ASIDE = "aside"  # in such a folder: the old folder, while the new one takes its place
STALE = 3600  # seconds after which such a folder is the remains of a killed build
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def write(folder: Path, files: Mapping[str, bytes], *, latest: Path | None = None) -> None:
    """Put `files` (name → content) into `folder`; on any failure the folder stays as it was.

    Old and new folder change places in one step, so a build killed at any moment leaves the old files or
    the new ones. On a file system without that step the old folder is put aside and the new one put in its
    place; killed between the two, the next `write` puts the old one back. Only where a folder cannot be renamed
    at all (a mounted one) the files are, one by one.

    Files of an earlier build in a format that is not among `files` are removed, so that a folder never
    mixes two briefings; everything else in it is left alone. `latest` is a symbolic link that points to
    the folder once all files are there. Raises `BriefingError` when something cannot be written.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _recover(folder)
        _sweep(folder.parent)
        with _stage(folder.parent) as stage:
            new = stage / "new"
            new.mkdir()
            for name, content in files.items():
                _write_through(new / name, content)
            if not folder.is_dir():
                new.rename(folder)
            elif not _swapped(new, folder.resolve(), stage / ASIDE):
                _exchange(new, folder, stage / "old", [*files, *sorted(OWN - files.keys())])
        _sync_folder(folder)
        if latest is not None:
            _point(latest, folder)
    except OSError as error:
        raise BriefingError(f"{error.filename or folder}: not written: {error.strerror or error}") from error


@contextlib.contextmanager
def _stage(parent: Path) -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix=STAGE, dir=parent))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _recover(folder: Path) -> None:
    """Put back the folder that a killed build had put aside."""
    place = folder.resolve()
    if not place.exists():
        for path in sorted(folder.parent.glob(f"{STAGE}*/{ASIDE}/{place.name}")):
            path.rename(place)
            return


def _sweep(parent: Path) -> None:
    """Remove what killed builds left behind, unless it holds the only copy of earlier files."""
    before = time.time() - STALE
    for path in sorted(parent.glob(f"{STAGE}*")):
        with contextlib.suppress(OSError):
            alone = (path / "old").exists() or any(not (parent / p.name).exists() for p in path.glob(f"{ASIDE}/*"))
            if path.is_dir() and path.stat().st_mtime < before and not alone:
                shutil.rmtree(path)


def _swapped(new: Path, folder: Path, aside: Path) -> bool:
    """Let `new`, with all that is not a briefing's own in `folder`, take the place of `folder`; whether it could."""
    complete = new.with_name("complete")
    try:
        shutil.copytree(new, complete, copy_function=os.link)
        for path in sorted(folder.iterdir()):
            target = complete / path.name
            if path.name in OWN or target.exists():
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.copytree(path, target, symlinks=True, copy_function=os.link)
            else:
                os.link(path, target, follow_symlinks=False)
        shutil.copymode(folder, complete)
    except (OSError, shutil.Error):  # links that a file system refuses: nothing has changed yet
        shutil.rmtree(complete, ignore_errors=True)
        return False
    return exchange(complete, folder) or _replaced(complete, folder, aside)


def _replaced(complete: Path, folder: Path, aside: Path) -> bool:
    """Put `folder` into `aside` and `complete` in its place; whether that was possible, else nothing has changed."""
    aside.mkdir()
    old = aside / folder.name
    try:
        folder.rename(old)
    except OSError:
        return False
    try:
        complete.rename(folder)
    except OSError:
        old.rename(folder)
        return False
    return True


def _write_through(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _exchange(new: Path, folder: Path, old: Path, names: Sequence[str]) -> None:
    """Move `names` from `new` into `folder`, their predecessors into `old`; undo all of it on a failure."""
    old.mkdir()
    undo: list[tuple[Path, Path]] = []
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).rename(old / name)
                undo.append((old / name, folder / name))
            if (new / name).exists():
                (new / name).rename(folder / name)
                undo.append((folder / name, new / name))
    except OSError:
        for source, target in reversed(undo):
            source.rename(target)
        raise


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # not every file system can open a folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _point(latest: Path, folder: Path) -> None:
    if latest.exists() and not latest.is_symlink():
        raise BriefingError(f"{latest}: exists and is no link; not replaced")
    latest.parent.mkdir(parents=True, exist_ok=True)
    with _stage(latest.parent) as stage:
        link = stage / "link"
        link.symlink_to(os.path.relpath(folder.resolve(), latest.parent.resolve()), target_is_directory=True)
        link.replace(latest)


# ── mail ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What `send` did: subject, visible recipients, number of blind copies, addresses the server refused."""

    subject: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    blind: int
    refused: tuple[str, ...] = ()
    dry_run: bool = False


def send(
    mail: Mail,
    folder: Path,
    *,
    groups: Sequence[str] | None = None,
    dry_run: bool = False,
    again: bool = False,
) -> Sent:
    """Mail `briefing.eml` of `folder` to the recipients of `mail`.

    `groups` names the groups of blind copies (None: all of them). A dry run checks everything and
    connects to nothing. Raises `UsageError` for a wrong configuration, `BriefingError` when the briefing
    was sent before and `again` is not set, or when the server cannot be reached or refuses.
    """
    message = _read(folder / "briefing.eml")
    blind = _blind(mail, groups)
    envelope = _address(message, mail, blind)
    record = folder / SENT
    before = _records(record)
    if before and not again:
        raise BriefingError(f"{folder}: already sent on {before[-1].get('at', '?')}; send again with --again")
    result = Sent(
        subject=str(message["Subject"]), to=mail.to, cc=mail.cc, blind=len(blind), refused=(), dry_run=dry_run
    )
    if dry_run:
        return result
    refused = _transmit(mail, message, envelope)
    now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
    entry = {"at": now, "message_id": str(message["Message-ID"]), "recipients": len(envelope), "refused": refused}
    _record(record, [*before, entry])
    return Sent(
        subject=result.subject, to=result.to, cc=result.cc, blind=result.blind, refused=tuple(refused), dry_run=False
    )


def _read(path: Path) -> EmailMessage:
    try:
        return email.message_from_bytes(path.read_bytes(), policy=email.policy.SMTP)
    except OSError as error:
        raise BriefingError(f"{path}: not read: {error.strerror}; build it with the format eml") from error


def _blind(mail: Mail, groups: Sequence[str] | None) -> tuple[str, ...]:
    chosen = list(mail.bcc) if groups is None else list(groups)
    for name in chosen:
        if name not in mail.bcc:
            raise UsageError(f"mail.bcc: no group {name!r} (known: {', '.join(mail.bcc) or 'none'})")
    return tuple(address for name in chosen for address in mail.bcc[name])


def _address(message: EmailMessage, mail: Mail, blind: Sequence[str]) -> list[str]:
    """Sets sender, recipients, subject and date; returns the addresses of the envelope, each once."""
    if not mail.sender:
        raise UsageError("mail.sender: missing")
    if not (mail.to or mail.cc or blind):
        raise UsageError("mail.to: no recipients")
    checked = {address: _checked(address) for address in (mail.sender, *mail.to, *mail.cc, *blind)}
    del message["X-Unsent"], message["Date"]
    message["Date"] = email.utils.localtime()
    message["From"] = mail.sender
    message["To"] = ", ".join(mail.to) or "undisclosed-recipients:;"
    if mail.cc:
        message["Cc"] = ", ".join(mail.cc)
    if mail.subject:
        message.replace_header("Subject", " ".join(mail.subject.split()))
    return list(dict.fromkeys(checked[address] for address in (*mail.to, *mail.cc, *blind)))


def _checked(address: str) -> str:
    """The plain address of `Name <name@host>`; raises `UsageError` for one that could not be mailed to."""
    plain = email.utils.parseaddr(address)[1]
    user, _, host = plain.rpartition("@")
    if any(ord(character) < 32 for character in address) or not user or not host or " " in plain:
        raise UsageError(f"mail: not an address: {address!r}")
    return plain


def _transmit(mail: Mail, message: EmailMessage, envelope: Sequence[str]) -> list[str]:
    """Hand the mail to the server; the addresses it refused while it took others."""
    where = f"{mail.host}:{mail.port}"
    if not mail.host:
        raise UsageError("mail.host: missing")
    try:
        with _connection(mail) as server:
            if mail.user:
                if mail.security == "none" and mail.host not in LOOPBACK:
                    raise UsageError("mail.security: a password is not sent without encryption; use starttls or ssl")
                server.login(mail.user, password(mail))
            return sorted(server.sendmail(_checked(mail.sender), list(envelope), message.as_bytes()))
    except smtplib.SMTPAuthenticationError as error:
        raise BriefingError(f"{where}: login of {mail.user!r} refused ({error.smtp_code})") from error
    except smtplib.SMTPRecipientsRefused as error:
        raise BriefingError(f"{where}: all recipients refused: {', '.join(sorted(error.recipients))}") from error
    except ssl.SSLError as error:
        raise BriefingError(f"{where}: no secure connection: {error.reason or error}") from error
    except (smtplib.SMTPException, OSError) as error:
        raise BriefingError(f"{where}: not sent: {error}") from error


def _connection(mail: Mail) -> smtplib.SMTP:
    if mail.security == "ssl":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(mail.host, mail.port, timeout=mail.timeout, context=context)
    server = smtplib.SMTP(mail.host, mail.port, timeout=mail.timeout)
    if mail.security == "starttls":
        try:
            server.starttls(context=ssl.create_default_context())
        except BaseException:
            server.close()
            raise
    return server


def password(mail: Mail) -> str:
    """The password from the environment, else the first line that `password_command` prints."""
    given = os.environ.get(PASSWORD)
    if given is not None:
        return given
    if not mail.password_command:
        raise UsageError(f"mail: a user but no password; set {PASSWORD} or mail.password_command")
    try:
        done = subprocess.run(
            shlex.split(mail.password_command), capture_output=True, text=True, timeout=60, check=True
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise BriefingError(f"mail.password_command: failed: {type(error).__name__}") from error
    return done.stdout.split("\n", 1)[0]


def _records(path: Path) -> list[dict[str, object]]:
    if not path.exists():
        return []
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BriefingError(f"{path}: not readable: {error}") from error
    return found if isinstance(found, list) else [found]


def _record(path: Path, entries: list[dict[str, object]]) -> None:
    try:
        temporary = path.with_suffix(".tmp")
        _write_through(temporary, (json.dumps(entries, indent=1) + "\n").encode())
        temporary.replace(path)
    except OSError as error:
        raise BriefingError(f"{path}: sent, but not recorded: {error.strerror}") from error
