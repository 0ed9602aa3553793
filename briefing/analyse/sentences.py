"""Sentence borders that no parser may move: ends of lines, and none inside dates and abbreviations.

German dates, ordinals and abbreviations end in a full stop (*28. Oktober*, *z. B.*, *Dr.*, *Nr. 3*),
so a full stop alone ends nothing. All borders are set before the parser runs: measured on the
treebanks, these rules find more of them than a parser trained on a few thousand sentences.
"""

from __future__ import annotations

import re
from typing import Any, cast

import numpy
from spacy.tokens import Doc, Token

from briefing.analyse import items

ABBREVIATIONS = frozenset(
    """abs. abschn. abt. allg. anm. art. aufl. ausg. bd. betr. bspw. bzgl. bzw. ca. chr. dipl. dr. dt. ebd. ehem.
    einschl. engl. etc. ev. evtl. fa. ff. frhr. fr. franz. gb. geb. gegr. gem. ggf. hl. hrsg. i.d.r. inkl. ing. inh.
    jh. jhdt. jr. kath. kap. lt. m. max. min. mind. mio. mrd. mr. mrs. ms. nr. o. op. pf. pkt. prof. rd. rep. rer. röm.
    s. sen. sog. sr. st. std. str. tel. u. u.a. usw. v. v.a. vgl. vol. z. z.b. z.t. zit. zzgl. d.h. i. h. a. b. d. t.
    e. k. n. chr. ltd. co. corp. inc. gen. col. lt. sgt. maj. hrn. nat. phil. med. jur. habil. oec. p. l. w. f. c. g.
    r. q. j. y. x.""".split()
)
MONTHS = frozenset(
    """januar jänner februar feber märz april mai juni juli august september oktober november dezember
    jan. feb. mrz. apr. jun. jul. aug. sep. sept. okt. nov. dez. quartal jahrhundert jahrhunderts halbjahr tag
    lebensjahr geburtstag todestag jahrestag""".split()
)
# Abbreviations that may end a sentence when a word of a closed class follows with a capital letter.
MAY_END = frozenset(
    "etc. usw. u.a. mio. mrd. co. jh. jhdt. chr. std. str. inc. ltd. corp. jr. sr. ff. b. a. o. ä.".split()
)
# Words of closed classes: with a capital letter they begin a sentence.
STARTERS = frozenset(
    """der die das den dem des ein eine einer einem einen dieser diese dieses diesem diesen jener jene jenes er sie es
    wir ich ihr man sein seine ihre unser unsere alle viele einige mehrere manche beide jeder jede jedes kein keine
    in im am an auf aus bei beim mit nach von vom vor zu zum zur für über unter um durch gegen ohne seit bis während
    wegen trotz laut zwischen neben hinter innerhalb und aber oder doch denn sondern auch nur noch nun dann danach
    damit dabei dafür dagegen daher darum deshalb dennoch trotzdem jedoch zudem außerdem allerdings unterdessen
    inzwischen zuvor zuletzt zunächst bereits schon jetzt heute gestern morgen so hier dort da wenn weil als ob dass
    obwohl nachdem bevor sobald solange wie wer was wo wann warum nicht sollte könnte""".split()
)
COMPANY_FORMS = frozenset(
    {"KG", "KGaA", "OHG", "GmbH", "AG", "SE", "Ltd.", "Inc.", "LLC", "LP", "Kommanditgesellschaft"}
)
"""What stands behind *& Co.* in the name of a company."""
LONGEST = 400
"""Tokens of a sentence at most; longer ones are lists and tables without full stops, or attacks."""

_CLOSING = frozenset({'"', "'", ")", "]", "“", "”", "’", "»", "«"})
_HARD = frozenset({"!", "?", "?!", "!?", "!!", "??", "!!!", "???"})
_DOTS = frozenset({"…", "...", "....", ".."})
_ORDINAL = re.compile(r"^(?:\d{1,3}|[IVXLC]{1,7})\.$")
_INITIAL = re.compile(r"^[A-ZÄÖÜ]\.$")  # Stephan E. Er: a surname cut short, unlike the middle one of George W. Bush
_NAMED_NUMBER = re.compile(r"^[^\W\d][^\s.]{0,40}-\d{1,4}\.$")  # Covid-19., MH-17.: no ordinal
_LONG_NUMBER = re.compile(r"^\d[\d.,]{3,20}\.$")


def split_sentences(doc: Doc) -> Doc:
    """Set every sentence border of `doc`; a white-space token belongs to the sentence before it."""
    breaks = _breaks(doc)
    starts, at_line_start = {0, *_behind_datelines(doc)}, True
    for token in doc:
        if token.is_space:
            at_line_start = at_line_start or token.i in breaks
            continue
        if at_line_start:
            starts.add(token.i)
        at_line_start = False
        following = _after_closing(token, breaks)
        if following is not None and _ends(token, following):
            starts.add(following.i)
    _cut_endless(doc, starts)
    # All at once: each `token.is_sent_start = …` would look through the whole document.
    borders = numpy.array([[1 if number in starts else -1] for number in range(len(doc))], dtype="int64")
    return doc.from_array(["SENT_START"], cast(Any, borders.astype("uint64").reshape(-1, 1)))


def _behind_datelines(doc: Doc) -> list[int]:
    """The first words behind datelines and speakers' labels, which are no part of the sentence they open."""
    ends = [end for _, end, kind in items.article_of(doc)["blocks"] if kind == "dateline"]
    found: list[int] = []
    for token in doc:
        if len(found) == len(ends):
            break
        if not token.is_space and token.idx >= ends[len(found)]:
            found.append(token.i)
    return found


def _cut_endless(doc: Doc, starts: set[int]) -> None:
    """No sentence has more than `LONGEST` tokens, so that what looks through a sentence takes bounded time."""
    start = 0
    for number in range(len(doc)):
        if number in starts:
            start = number
        elif number - start >= LONGEST and not doc[number].is_space:
            starts.add(number)
            start = number


def _breaks(doc: Doc) -> set[int]:
    """The white-space tokens that end a line; those inside a paragraph are blanks by now (`flow`)."""
    return {token.i for token in doc if token.is_space and ("\n" in token.text or "\r" in token.text)}


def _after_closing(token: Token, breaks: set[int]) -> Token | None:
    """The first word after `token` and the closing marks that are glued to it; None at the end of a line."""
    doc, position = token.doc, token.i
    while position + 1 < len(doc) and not doc[position].whitespace_ and doc[position + 1].text in _CLOSING:
        position += 1
    position += 1
    while position < len(doc) and doc[position].is_space and position not in breaks:
        position += 1
    return doc[position] if position < len(doc) and position not in breaks else None


def _ends(token: Token, following: Token) -> bool:
    """Whether the sentence ends at `token`, given the first word after the marks that close it."""
    text, after = token.text, following.text
    if not text.endswith((".", "!", "?", "…")) or not following.i > token.i:
        return False
    if after[:1].islower() or after in (",", ";", ":", ")", ".", "-", "–"):
        return False
    if text in _HARD:
        return True
    if text in _DOTS:
        return after[:1].isupper() or after in _CLOSING
    if text == ".":
        return not _abbreviated(token, following)
    starter = following.lower_ in STARTERS
    if _ORDINAL.match(text):
        return starter and following.lower_ not in MONTHS
    if _LONG_NUMBER.match(text) or _NAMED_NUMBER.match(text):
        return True
    if text == "Co." and token.i and token.nbor(-1).text in ("&", "und"):
        return after[:1].isupper() and after not in COMPANY_FORMS
    return starter and (text.lower() in MAY_END or _INITIAL.match(text) is not None)


def _abbreviated(stop: Token, following: Token) -> bool:
    """Whether the separate full stop `stop` belongs to an abbreviation, an initial or an ordinal."""
    if not stop.i or stop.doc[stop.i - 1].whitespace_:
        return False
    before = stop.doc[stop.i - 1].text
    if len(before) == 1 and before.isupper():
        return following.lower_ not in STARTERS
    if before.isdigit() and len(before) <= 2:
        return following.lower_ in MONTHS
    return f"{before}.".lower() in ABBREVIATIONS and len(before) > 1 and following.lower_ not in STARTERS
