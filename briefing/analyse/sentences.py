"""Sentence borders that no parser may move: line breaks, and none inside dates and abbreviations.

German dates, ordinals and abbreviations end in a full stop (*28. Oktober*, *z. B.*, *Dr.*, *Nr. 3*),
so a full stop alone ends nothing. Where no trained parser runs, `split_by_rule` sets all borders.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

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
_CLOSING = frozenset({'"', "'", ")", "]", "“", "”", "’", "»", "«"})
_ENDS = frozenset({".", "!", "?", "…", "...", "?!", "!?", "!!", "..", "....", ":"})
_ORDINAL = re.compile(r"^(?:\d{1,3}|[IVXLC]+)\.$")


def _ends_sentence(token: Token, following: Token) -> bool:
    """Whether the sentence may end at `token`, given the next token that is not a closing mark."""
    text, after = token.text, following.text
    if text in ("!", "?", "?!", "!?", "!!"):
        return not after[:1].islower()
    if text in ("…", "...", "....", ".."):
        return after[:1].isupper()
    if text == ".":
        if after[:1].islower() or after[:1] in ",;)":
            return False
        before = token.doc[token.i - 1] if token.i else None
        if before is not None and not before.whitespace_ and not token.is_sent_start:
            whole = f"{before.text}.".lower()
            if whole in ABBREVIATIONS and len(before.text) > 1:
                return False
            if before.text.isdigit() and len(before.text) <= 2 and after.lower() in MONTHS:
                return False
            if len(before.text) == 1 and before.text.isalpha() and before.text.isupper():
                return False
        return True
    return False


def split_by_rule(doc: Doc) -> Doc:
    """Set every sentence border by rule (used where no parser is at hand)."""
    start_next = True
    for token in doc:
        token.is_sent_start = start_next and not token.is_space
        if token.is_space:
            start_next = start_next or "\n" in token.text
            continue
        start_next = False
        following = _next_word(token)
        if following is None:
            continue
        if token.text in _CLOSING and _closed_sentence(token):
            start_next = following.text[:1].isupper() or following.text[:1] in "\"'"
        elif token.text in _ENDS and following.i == token.i + 1:
            start_next = _ends_sentence(token, following)
    return doc


def _next_word(token: Token) -> Token | None:
    doc = token.doc
    following = token.i + 1
    while following < len(doc) and doc[following].is_space:
        following += 1
    return doc[following] if following < len(doc) else None


def _closed_sentence(token: Token) -> bool:
    before = token.i - 1
    while before >= 0 and token.doc[before].text in _CLOSING:
        before -= 1
    return before >= 0 and token.doc[before].text in (".", "!", "?", "…") and before == token.i - 1


@Language.component("briefing_sentences", assigns=["token.is_sent_start"])
def set_borders(doc: Doc) -> Doc:
    """Fix the borders the parser must respect: at each line break, and none within date or abbreviation.

    Runs before the parser, which fills in the rest.
    """
    after_break = True
    for token in doc:
        if token.is_space:
            # A white-space token closes the sentence before it and never begins one.
            token.is_sent_start = False if token.i else None
            after_break = after_break or "\n" in token.text
            continue
        if after_break:
            token.is_sent_start = True
        elif token.i and _inside(doc[token.i - 1], token):
            token.is_sent_start = False
        after_break = False
    return doc


def _inside(before: Token, token: Token) -> bool:
    """No sentence begins at `token` because `before` is an ordinal or an abbreviation."""
    lower = before.lower_
    if _ORDINAL.match(before.text) and token.lower_ in MONTHS:
        return True
    if lower in ABBREVIATIONS and lower not in ("etc.", "usw.", "co.", "st."):
        return True
    return token.text[:1].islower() and before.text == "."
