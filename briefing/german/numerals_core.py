"""The plain value of a number that starts at a token.

A core number is figures, number words, or both (*2,5 Millionen*, *zwei hundert tausend*, *drei Viertel*),
without bounds and units around it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import lru_cache

from briefing.german.numerals_tokens import SPACES, Tokens
from briefing.german.numerals_words import ABBREVIATED, EIN, VULGAR, WordNumber, ratio, read_word

_HIGHEST = 30  # the highest power that is read
LONGEST = 40  # figures; what is longer is an identifier, not a number


VAGUE = frozenset(
    {
        "mehrere",
        "mehreren",
        "mehrerer",
        "einige",
        "einigen",
        "einiger",
        "viele",
        "vielen",
        "wenige",
        "wenigen",
        "paar",
        "zig",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """A plain number over the tokens `first` to `last` (exclusive).

    `mantissa` is what stands before the scale word (2.5 in *2,5 Millionen*), `scale` the scale (10⁶ there,
    else 1); `form`: figures, words, plural (*Tausende*), part (*ein Drittel*), compound (*400-Milliarden-…*).
    """

    first: int
    last: int
    value: Decimal
    mantissa: Decimal
    scale: Decimal
    form: str


_WIDE = Context(prec=2 * LONGEST + 30)


def figures(tokens: Tokens, i: int) -> tuple[Decimal, int, str] | None:
    """Number in figures from token `i`: value, next token, the figures as printed without grouping."""
    first = tokens.at(i)
    if not first.digits or len(first.text) > LONGEST:
        return None
    whole, j = first.text, i + 1
    separator = _group_separator(tokens, i)
    if separator:
        while _is_group(tokens, j, separator):
            j += 1 if separator in SPACES else 2
            whole += tokens.at(j - 1).text
            if len(whole) > LONGEST:
                return None
    decimals = ""
    mark, digits = tokens.at(j), tokens.at(j + 1)
    if digits.digits and digits.glued and mark.glued and len(digits.text) <= LONGEST:
        comma = mark.text == "," and separator != ","
        point = mark.text == "." and (separator == "," or (not separator and len(digits.text) < 3))
        if comma or point:
            decimals, j = digits.text, j + 2
    text = whole + ("." + decimals if decimals else "")
    return Decimal(text), j, text


def _group_separator(tokens: Tokens, i: int) -> str:
    """The separator of thousands that follows the figures at `i`: full stop, space, apostrophe, or none."""
    if len(tokens.at(i).text) > 3 or tokens.at(i).text.startswith("0"):
        return ""
    for separator in (".", "'", "’", ","):
        # one English comma is a German decimal (1,500); two of them are thousands (1,500,000)
        if _is_group(tokens, i + 1, separator) and (separator != "," or _is_group(tokens, i + 3, separator)):
            return separator
    gap = tokens.at(i + 1).gap
    if len(gap) == 1 and gap in SPACES and _is_group(tokens, i + 1, gap):
        before = tokens.at(i - 1)
        mixed = tokens.at(i + 2).text in (".", ":") and tokens.at(i + 2).glued and tokens.at(i + 3).digits
        if not (before.digits or (mixed and tokens.at(i + 3).glued)):
            return gap
    return ""


def _is_group(tokens: Tokens, j: int, separator: str) -> bool:
    """Whether a separator and a group of three figures stand at token `j`."""
    if separator in SPACES:
        group = tokens.at(j)
        return group.digits and len(group.text) == 3 and group.gap == separator
    mark, group = tokens.at(j), tokens.at(j + 1)
    return mark.text == separator and mark.glued and group.digits and group.glued and len(group.text) == 3


def starts_with_point(tokens: Tokens, i: int) -> bool:
    """Whether a decimal point without a figure before it starts a number: *.25*."""
    point, digits = tokens.at(i), tokens.at(i + 1)
    if point.text != "." or (point.glued and i) or not (digits.digits and digits.glued):
        return False
    after = tokens.at(i + 2)
    return len(digits.text) <= LONGEST and not (after.glued and (after.word or after.text in ".-/:"))


@lru_cache(maxsize=4096)
def word_number(low: str) -> WordNumber | None:
    """`read_word` without what is no number by itself in running text."""
    return None if low == "und" else read_word(low)


def core_at(tokens: Tokens, i: int) -> Core | None:
    """The longest plain number that starts at token `i`, or None."""
    core = _plain_at(tokens, i)
    return core if core is None else _raised(tokens, core)


def _raised(tokens: Tokens, core: Core) -> Core:
    """*zehn hoch drei, 10^6*: the power; other numbers as they are."""
    if core.scale != 1 or tokens.at(core.last).low not in ("hoch", "^") or not tokens.joined(core.last):
        return core
    k = core.last + 1
    minus = tokens.at(k).low in ("minus", "-", "−")
    power = _plain_at(tokens, k + 1 if minus else k)
    if power is None or power.value != int(power.value) or not 0 <= power.value <= _HIGHEST or core.value <= 0:
        return core
    value = _WIDE.power(core.value, -power.value if minus else power.value)
    return replace(core, last=power.last, value=value, mantissa=value)


def _plain_at(tokens: Tokens, i: int) -> Core | None:
    token = tokens.at(i)
    if starts_with_point(tokens, i):
        value = Decimal(f"0.{tokens.at(i + 1).text}")
        return _with_scale(tokens, i, i + 2, value, "figures")
    if token.digits:
        return _from_figures(tokens, i)
    if token.word:
        if token.text in VULGAR:
            value = ratio(*VULGAR[token.text])
            return _with_scale(tokens, i, i + 1, value, "figures")
        return _from_words(tokens, i)
    return None


def _from_figures(tokens: Tokens, i: int) -> Core | None:
    read = figures(tokens, i)
    if read is None:
        return None
    value, j, _ = read
    follower = tokens.at(j)
    if follower.text in VULGAR and len(follower.gap) <= 1 and tokens.joined(j) and value == int(value):
        value += ratio(*VULGAR[follower.text])
        j += 1
    else:
        value, j = _slash_fraction(tokens, i, j, value)
    return _with_scale(tokens, i, j, value, "figures")


def _slash_fraction(tokens: Tokens, i: int, j: int, value: Decimal) -> tuple[Decimal, int]:
    """*2/3* and *3 1/2*; a proper fraction only, so that 2020/21 and 24/7 stay what they are."""

    def proper(k: int) -> tuple[int, int] | None:
        above, slash, below = tokens.at(k), tokens.at(k + 1), tokens.at(k + 2)
        if not (above.digits and below.digits and slash.text in "/⁄" and slash.glued and below.glued):
            return None
        if len(above.text) > 3 or len(below.text) > 4 or tokens.at(k + 3).text == "/":
            return None
        pair = int(above.text), int(below.text)
        return pair if 0 < pair[0] < pair[1] else None

    if j == i + 1:
        here = proper(i)
        if here is not None:
            return ratio(*here), i + 3
        then = proper(j)
        if then is not None and len(tokens.at(j).gap) == 1 and value < 1000:
            return value + ratio(*then), j + 3
    return value, j


def _with_scale(tokens: Tokens, first: int, j: int, value: Decimal, form: str, below: Decimal | None = None) -> Core:
    """Scale words after the number (*Tausend, Mio., Milliarden, Dutzend*), also hyphenated (*400-Milliarden-*)."""
    scale, mantissa = Decimal(1), value
    k, hyphen = j, False
    if tokens.at(k).text == "-" and tokens.at(k).glued and tokens.at(k + 1).word and tokens.at(k + 1).glued:
        k, hyphen = k + 1, True
    while tokens.joined(k) or _wrapped(tokens, k):
        found = _scale_at(tokens, k)
        if found is None or (scale > 1 and found[0] < 1000) or (below is not None and found[0] >= below):
            break
        step, k = found
        scale = _WIDE.multiply(scale, step)
        value = _WIDE.multiply(value, step)
        j = k
        if hyphen:
            form = "compound"
            break
        rest = _lower_part(tokens, j, step)
        if rest is not None:
            value, j = value + rest.value, rest.last
            break
    return Core(first=first, last=j, value=value, mantissa=mantissa, scale=scale, form=form)


_SCALES = frozenset({"millionen", "milliarden", "billionen", "million", "milliarde", "billion"})


def _wrapped(tokens: Tokens, k: int) -> bool:
    """Whether a scale word opens a line that goes on the one before: *5,5* at its end, *Milliarden Euro*."""
    return tokens.at(k).gap.count("\n") == 1 and tokens.at(k).low in _SCALES


def _scale_at(tokens: Tokens, k: int) -> tuple[Decimal, int] | None:
    token = tokens.at(k)
    if not token.word:
        return None
    if token.text == "k" and token.glued and not (tokens.at(k + 1).word and tokens.at(k + 1).glued):
        return Decimal(1000), k + 1
    number = word_number(token.low)
    if token.low in ("tausend", "hundert"):
        return Decimal(1000 if token.low == "tausend" else 100), k + 1
    if number is None or number.kind not in ("scale", "dozen"):
        return None
    if token.low in ABBREVIATED:
        stop = tokens.at(k + 1)
        # the full stop belongs to the abbreviation unless it ends the text
        abbreviated = stop.text == "." and stop.glued and tokens.joined(k + 2)
        if token.low in ("bio", "mill") and not abbreviated and stop.text != "-":
            return None
        return number.value, k + 2 if abbreviated else k + 1
    return number.value, k + 1


def _lower_part(tokens: Tokens, j: int, step: Decimal) -> Core | None:
    """What is added after a scale word: *eine Million* **zweihunderttausend**, *drei Milliarden* **2 Millionen**."""
    if not tokens.joined(j):
        return None
    k = j + 1 if tokens.at(j).low == "und" and tokens.joined(j + 1) else j
    token = tokens.at(k)
    number = word_number(token.low) if token.word else None
    bare_ein = token.low in EIN and token.low != "eins"
    if number is not None and number.kind == "small" and not (bare_ein and k != j):
        rest = _from_words(tokens, k, below=step)
        if rest is not None and rest.form == "words" and 0 < rest.value < step:
            return rest
    if token.digits and k == j:
        rest = _from_figures(tokens, k)
        if rest is not None and rest.scale >= 10**6 and rest.value < step:
            return rest
    return None


def _from_words(tokens: Tokens, i: int, *, below: Decimal | None = None) -> Core | None:
    """A number in words: *zwölf, zwei hundert tausend, eine halbe Million, drei Viertel, null Komma acht*."""
    token = tokens.at(i)
    number = word_number(token.low)
    if number is None or number.kind == "ordinal":
        return None
    if token.low in ABBREVIATED:
        return None
    if number.kind in ("part", "half", "dozen", "plural", "scale"):
        return _bare_scale(tokens, i, number)
    ein = token.low in EIN and token.low != "eins"
    value, j = number.value, i + 1
    if number.kind == "small":
        value, j = _separate_words(tokens, j, value)
    part = _parts(tokens, j, value, ein)
    if part is not None:
        return _with_scale(tokens, i, part[1], part[0], "part")
    value, j = _spoken_decimals(tokens, j, value)
    core = _with_scale(tokens, i, j, value, "words", below)
    if core.scale == 1 and ein and core.last == i + 1 and below is None:
        return None
    return core


def _bare_scale(tokens: Tokens, i: int, number: WordNumber) -> Core | None:
    """Words that are a number without a numeral before them: *Tausende, halb so viele, ein Dutzend*."""
    if number.kind == "plural":
        return Core(first=i, last=i + 1, value=number.value, mantissa=Decimal(1), scale=number.value, form="plural")
    if number.kind == "dozen" and tokens.at(i - 1).low in VAGUE and tokens.joined(i):
        return Core(first=i, last=i + 1, value=number.value, mantissa=Decimal(1), scale=number.value, form="plural")
    if number.kind == "scale" and tokens.at(i).low.endswith("n"):
        return Core(first=i, last=i + 1, value=number.value, mantissa=Decimal(1), scale=number.value, form="plural")
    return None


def _separate_words(tokens: Tokens, j: int, value: Decimal) -> tuple[Decimal, int]:
    """Cardinals written apart: *zwei hundert tausend drei*, *hundert und zwanzig*."""
    while tokens.joined(j):
        tens = word_number(tokens.at(j + 1).low) if value < 10 and tokens.at(j).low == "und" else None
        if tens is not None and tens.kind == "small" and tens.value % 10 == 0 and 20 <= tens.value <= 90:
            value, j = value + tens.value, j + 2  # zwei und zwanzig
            continue
        k = j + 1 if tokens.at(j).low == "und" and value >= 100 and tokens.joined(j + 1) else j
        word = tokens.at(k)
        number = word_number(word.low) if word.word else None
        if number is None or number.kind != "small" or (word.low in EIN and word.low != "eins" and k != j):
            break
        step = number.value
        if k == j and step in (100, 1000) and 0 < value % 1000 < (100 if step == 100 else 1000):
            value = value - value % 1000 + value % 1000 * step if step == 100 else value * step
        elif value >= 100 and 0 < step < _room(value):
            value += step
        else:
            break
        j = k + 1
    return value, j


def _room(value: Decimal) -> int:
    """The power of ten up to which figures may be added: 200 → 100, 2000 → 1000, 220 → 10."""
    room, number = 1, int(value)
    while number and number % 10 == 0:
        room, number = room * 10, number // 10
    return room if room != 10 else 1


_PART_ADJECTIVES = frozenset({"gutes", "knappes", "gute", "knappe", "guten", "knappen", "volles", "volle", "ganzes"})


def _parts(tokens: Tokens, j: int, value: Decimal, ein: bool) -> tuple[Decimal, int] | None:
    """*drei Viertel, ein gutes Drittel, zwei und ein halb, eine halbe (Million), ein dreiviertel*."""
    if not tokens.joined(j):
        return None
    token = tokens.at(j)
    k = j + 1 if ein and token.low in _PART_ADJECTIVES and tokens.joined(j + 1) else j
    if token.text == "-" and token.glued and tokens.at(j + 1).glued:
        k = j + 1
    number = word_number(tokens.at(k).low) if tokens.at(k).word else None
    if number is not None and number.kind == "part" and value == int(value) and 0 < value < 1000:
        return _times(value, number.value), k + 1
    if number is not None and number.kind == "half" and k == j and (ein or value < 100):
        if ein and value == 1:
            return Decimal("0.5"), k + 1
        if tokens.at(k - 1).low == "ein":
            return value + Decimal("0.5"), k + 1
    if ein and number is not None and number.kind == "mixed" and number.value >= 1000:  # eine Viertelmillion
        return number.value, k + 1
    if ein and number is not None and tokens.at(k).low == "dreiviertel":
        return Decimal("0.75"), k + 1
    if token.low == "und" and tokens.joined(j + 1):
        return _mixed_after_und(tokens, j + 1, value)
    if token.low == "ein" and tokens.at(j + 1).low in ("halb", "halbe") and tokens.joined(j + 1):
        return value + Decimal("0.5"), j + 2
    return None


def _times(above: Decimal, part: Decimal) -> Decimal:
    """*drei* × *Achtel*; the denominator is restored first, as 1/3 is stored rounded."""
    return ratio(int(above), int((1 / part).to_integral_value()))


def _mixed_after_und(tokens: Tokens, k: int, value: Decimal) -> tuple[Decimal, int] | None:
    """*fünf und ein Drittel*, *zwei und drei Viertel*, *ein und ein halb*."""
    above = word_number(tokens.at(k).low) if tokens.at(k).word else None
    below = word_number(tokens.at(k + 1).low) if tokens.joined(k + 1) and tokens.at(k + 1).word else None
    if above is not None and above.kind in ("mixed", "half") and above.value < 1 and tokens.at(k).low.endswith("halb"):
        return value + above.value, k + 1
    if above is None or below is None or above.kind != "small" or not 0 < above.value < 100:
        return None
    if below.kind == "part":
        return value + _times(above.value, below.value), k + 2
    if below.kind == "half" and tokens.at(k + 1).low == "halb" and above.value == 1:
        return value + Decimal("0.5"), k + 2
    return None


def _spoken_decimals(tokens: Tokens, j: int, value: Decimal) -> tuple[Decimal, int]:
    """*null Komma acht*, *drei Komma eins vier*."""
    if tokens.at(j).low != "komma" or not tokens.joined(j):
        return value, j
    decimals, k = "", j + 1
    while tokens.joined(k) and len(decimals) < LONGEST:
        number = word_number(tokens.at(k).low) if tokens.at(k).word else None
        if number is None or number.kind != "small" or number.value > 99:
            break
        decimals += str(int(number.value))
        k += 1
    return (value + Decimal("0." + decimals), k) if decimals else (value, j)
