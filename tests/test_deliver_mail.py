"""Mail goes out once, encrypted, to the right people."""

from __future__ import annotations

import datetime
import ipaddress
import json
import socket
import ssl
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from briefing import deliver
from briefing.config import Mail
from briefing.errors import BriefingError, UsageError


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


class Inbox:
    """Keeps what arrives; refuses one address."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []
        self.encrypted: list[bool] = []

    async def handle_RCPT(  # noqa: D102, N802
        self, _server: Any, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address.startswith("unbekannt@"):
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, session: Session, envelope: Envelope) -> str:  # noqa: D102, N802
        self.envelopes.append(envelope)
        self.encrypted.append(session.ssl is not None)
        return "250 OK"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A self-made certificate for 127.0.0.1, with its key in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "certificate.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def server(inbox: Inbox, certificate: Path) -> Iterator[Controller]:
    """An SMTP server on loopback that takes a login only after STARTTLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def authenticate(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=(data.login, data.password) == (b"redaktion", b"geheim"), handled=False)

    controller = Controller(
        inbox,
        hostname="127.0.0.1",
        port=free_port(),
        tls_context=context,
        authenticator=authenticate,
        auth_required=False,
    )
    controller.start()
    yield controller
    controller.stop()


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    message = EmailMessage()
    message["Subject"] = "Lage – 28. Oktober 2024"
    message["Date"] = "Mon, 28 Oct 2024 06:30:00 +0000"
    message["Message-ID"] = "<abc@briefing.invalid>"
    message["X-Unsent"] = "1"
    message.set_content("Text")
    deliver.write(tmp_path / "28", {"briefing.eml": message.as_bytes()})
    return tmp_path / "28"


def settings(server: Controller, **given: Any) -> Mail:
    values: dict[str, Any] = {
        "host": "127.0.0.1",
        "port": server.port,
        "sender": "Lagezentrum <lage@amt.example>",
        "to": ("chefin@amt.example",),
        "cc": ("Büro <buero@amt.example>",),
        "bcc": {"presse": ("a@presse.example", "b@presse.example"), "intern": ("c@amt.example",)},
        "timeout": 10.0,
    }
    return Mail(**{**values, **given})


@pytest.mark.usefixtures("trusted")
def test_it_goes_out_encrypted_with_login_and_blind_copies_unseen(
    server: Controller, inbox: Inbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(deliver.PASSWORD, "geheim")
    done = deliver.send(settings(server, user="redaktion"), folder)
    envelope = inbox.envelopes[0]
    assert inbox.encrypted == [True]
    assert envelope.mail_from == "lage@amt.example"
    assert envelope.rcpt_tos == [
        "chefin@amt.example",
        "buero@amt.example",
        "a@presse.example",
        "b@presse.example",
        "c@amt.example",
    ]
    raw = envelope.content
    assert isinstance(raw, bytes)
    message = message_from_bytes(raw)
    assert message["To"] == "chefin@amt.example"
    assert message["Bcc"] is None
    assert b"presse.example" not in raw
    assert message["X-Unsent"] is None
    assert message["Message-ID"] == "<abc@briefing.invalid>"
    assert (done.blind, done.refused, done.dry_run) == (3, (), False)


@pytest.mark.usefixtures("trusted")
def test_twice_needs_again(server: Controller, inbox: Inbox, folder: Path) -> None:
    mail = settings(server)
    deliver.send(mail, folder, groups=["intern"])
    with pytest.raises(BriefingError, match="already sent on 2"):
        deliver.send(mail, folder)
    assert len(inbox.envelopes) == 1
    assert inbox.envelopes[0].rcpt_tos[-1] == "c@amt.example"
    deliver.send(mail, folder, again=True)
    assert len(inbox.envelopes) == 2
    assert [entry["recipients"] for entry in json.loads((folder / deliver.SENT).read_text("utf-8"))] == [3, 5]


@pytest.mark.usefixtures("trusted")
def test_a_refused_login_is_one_line_and_nothing_is_sent(
    server: Controller, inbox: Inbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(deliver.PASSWORD, "falsch")
    with pytest.raises(BriefingError, match=r"login of 'redaktion' refused \(535\)"):
        deliver.send(settings(server, user="redaktion"), folder)
    assert inbox.envelopes == []
    assert not (folder / deliver.SENT).exists()


def test_an_unknown_certificate_is_not_trusted(server: Controller, inbox: Inbox, folder: Path) -> None:
    with pytest.raises(BriefingError, match="no secure connection"):
        deliver.send(settings(server), folder)
    assert inbox.envelopes == []


@pytest.mark.usefixtures("trusted")
def test_tls_from_the_first_byte(inbox: Inbox, folder: Path, certificate: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port(), ssl_context=context)
    controller.start()
    try:
        deliver.send(settings(controller, security="ssl"), folder)
    finally:
        controller.stop()
    assert len(inbox.envelopes) == 1


@pytest.mark.usefixtures("trusted")
def test_refused_recipients_are_reported(server: Controller, folder: Path) -> None:
    done = deliver.send(settings(server, to=("unbekannt@amt.example", "chefin@amt.example")), folder)
    assert done.refused == ("unbekannt@amt.example",)
    with pytest.raises(BriefingError, match="all recipients refused"):
        deliver.send(settings(server, to=("unbekannt@amt.example",), cc=(), bcc={}), folder, again=True)


def test_a_dry_run_connects_to_nothing(folder: Path) -> None:
    mail = Mail(host="nirgends.invalid", sender="lage@amt.example", to=("chefin@amt.example",), subject="Neu\r\nBcc: x")
    done = deliver.send(mail, folder, dry_run=True)
    assert done.dry_run
    assert done.subject == "Neu Bcc: x"
    assert not (folder / deliver.SENT).exists()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"sender": ""}, "mail.sender"),
        ({"to": (), "cc": (), "bcc": {}}, "no recipients"),
        ({"to": ("kein Empfänger",)}, "not an address"),
        ({"to": ("a@b.example\r\nBcc: c@d.example",)}, "not an address"),
        ({"host": ""}, "mail.host"),
        ({"user": "x", "security": "none", "host": "mail.amt.example"}, "not sent"),
    ],
)
def test_a_wrong_configuration_is_named(folder: Path, given: dict[str, Any], message: str) -> None:
    values: dict[str, Any] = {"host": "127.0.0.1", "port": 1, "sender": "a@b.example", "to": ("c@d.example",)}
    with pytest.raises(BriefingError, match=message):
        deliver.send(Mail(**{**values, **given}), folder)


def test_unknown_group_missing_mail_and_missing_server(folder: Path, tmp_path: Path) -> None:
    mail = Mail(host="127.0.0.1", port=1, sender="a@b.example", to=("c@d.example",))
    with pytest.raises(UsageError, match="no group 'x'"):
        deliver.send(mail, folder, groups=["x"])
    with pytest.raises(BriefingError, match=r"briefing\.eml: not read"):
        deliver.send(mail, tmp_path)
    with pytest.raises(BriefingError, match="not sent"):
        deliver.send(mail, folder)


def test_the_password_comes_from_the_environment_or_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(deliver.PASSWORD, raising=False)
    assert deliver.password(Mail(password_command="printf 'geheim\\nzweite Zeile'")) == "geheim"
    with pytest.raises(UsageError, match="no password"):
        deliver.password(Mail())
    for command in ("false", "/nirgends/programm", "'"):
        with pytest.raises(BriefingError, match="password_command: failed"):
            deliver.password(Mail(password_command=command))
    monkeypatch.setenv(deliver.PASSWORD, "aus der Umgebung")
    assert deliver.password(Mail(password_command="false")) == "aus der Umgebung"
