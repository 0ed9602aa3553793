"""spaCy's German tokenizer with three changes that news text needs."""

from __future__ import annotations

from spacy.lang.de import GermanDefaults
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_suffix_regex, registry

SUFFIXES = (
    r"(?<=[0-9]{3})\.",
    r"(?<=[0-9],[0-9])\.",
    r"(?<=:[0-9]{2})\.",
    r"(?<=[0-9]:[0-9])\.",
)
"""A full stop after a year, a decimal or a time ends the sentence; after one or two digits it is an ordinal."""

INFIXES = (r"(?<=[A-Za-zÄÖÜäöüß0-9.!?])[\"'](?=-[A-Za-zÄÖÜäöüß])",)
"""„Spiegel“-Bericht: the name between the quotation marks is a token of its own."""


def customise(nlp: Language) -> None:
    """Change the pipeline's tokenizer in place; the saved pipeline carries the rules with it."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    tokenizer.suffix_search = compile_suffix_regex([*(GermanDefaults.suffixes or ()), *SUFFIXES]).search
    tokenizer.infix_finditer = compile_infix_regex([*(GermanDefaults.infixes or ()), *INFIXES]).finditer


@registry.callbacks("training.tokenizer.v1")
def tokenizer_callback():  # type: ignore[no-untyped-def]
    """Make the callback that a training configuration names in `[initialize.before_init]`."""
    return customise
