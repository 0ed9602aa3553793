"""Texts and articles as hypothesis makes them: German debris, any characters, both mixed."""

from __future__ import annotations

from hypothesis import strategies as st

from briefing.model import Article
from briefing.read import blocks

WORDS = """Ministerin Karl Maier Angela Merkel Nato Berlin Moskau der die das dem den er sie sagte erklärte laut zufolge
    Angaben nach dass ob nicht sei habe würden und oder zwei zweieinhalb hundert Millionen Dutzend rund bis zu zwischen
    Prozent Euro Soldaten Tote Verletzte getötet am Montag Dienstag 28. Oktober 2024 gestern im März um 20 Uhr unklar
    bestätigt dementierte Widerspruch dpa Reuters (dpa) - – : ; , . ! ? … „ “ ‚ ‘ » « › ‹ " ' ( ) [ ] * _ # | 1 3,5
    1.000 50.000 -jährige 1/2 % & < > Dr. Prof. z. B. u. a. Nr. St.""".split()
debris = st.lists(st.sampled_from([*WORDS, "\n", "\n\n"]), max_size=60).map(" ".join)
glued = st.lists(st.sampled_from(WORDS), max_size=20).map("".join)
anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=80)
texts = st.one_of(debris, glued, anything, st.lists(st.one_of(debris, anything), max_size=4).map("\n".join))


@st.composite
def articles(draw: st.DrawFn, number: int = 0) -> Article:
    """An article with any text, labelled as the reader labels it."""
    text = draw(texts.filter(str.strip))
    short = st.one_of(st.none(), anything)
    return Article(
        id=f"a{number}",
        file=draw(anything),
        text=text,
        title=draw(short),
        published=draw(st.sampled_from([None, "2024-10-28", "2024-10", "2024"])),
        publisher=draw(short),
        agency=draw(short),
        author=draw(short),
        url=draw(short),
        blocks=blocks.label(text, None),
    )
