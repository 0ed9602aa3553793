"""What a text must contain for a regular expression to match it: a cheap test before an expensive one."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:[:=!>]|<[=!]|[aiLmsux-]+:)|[()|]|[^\\\[()|]")
_QUANTIFIERS = "?*{"
_LEAST = 3  # letters of a literal that rules out enough


def needed(pattern: str) -> str:
    """The longest run of letters outside all groups and classes of `pattern`, which every match contains.

    Empty where none is certain: alternatives at the top, or no such run of at least `_LEAST` letters. The letters
    count as written, so the pattern must not ignore case as a whole.
    """
    depth, run, runs = 0, "", [""]
    for match in _TOKEN.finditer(pattern):
        token = match[0]
        if token == "|" and depth == 0:
            return ""
        depth += (token[0] == "(") - (token == ")")
        if depth == 0 and len(token) == 1 and token.isalpha():
            run += token
            continue
        optional = token in _QUANTIFIERS and depth == 0
        runs.append(run[:-1] if optional else run)
        run = ""
    longest = max([*runs, run], key=len)
    return longest if len(longest) >= _LEAST else ""
