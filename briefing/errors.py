"""Errors meant for the user. Everything else that is raised is a bug and shows its traceback."""

from __future__ import annotations


class BriefingError(Exception):
    """Something the user can mend: the message is one line that says what is wrong and where."""


class UsageError(BriefingError):
    """A wrong option or configuration key (exit status 2)."""
