"""Time expressions of an article, resolved against its date."""

from __future__ import annotations

from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.dates_verbs import Tenses
from briefing.german import dates


def find_dates(doc: Doc) -> Doc:
    """Write the time expressions of `doc` outside boilerplate under `items.DATES`."""
    published = items.article_of(doc)["published"]
    found: list[items.DateItem] = [
        {"start": timex.start, "end": timex.end, "type": timex.type, "value": timex.value, "rule": timex.rule}
        for timex in dates.find_dates(items.text_of(doc), published, Tenses(doc).at)
        if items.block_at(doc, timex.start) != "boilerplate"
    ]
    items.write(doc, items.DATES, found)
    return doc
