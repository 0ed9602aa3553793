"""Names: who and what the article speaks of, under which full name, in which function, and whether it acts.

`find_names` merges the entities of the trained pipeline with rules (word lists of states, organisations, titles
and first names; position beside a title) and resolves them inside the article. Without a trained pipeline only
the rules speak. See `names_find` (where), `names_roles` (functions), `names_acts` (who acts, capitals that stand
for governments) and `names_resolve` (full names).
"""

from __future__ import annotations

from spacy.tokens import Doc

from briefing.analyse import (
    items,
    names_acts,
    names_affiliations,
    names_bodies,
    names_called,
    names_find,
    names_firms,
    names_heads,
    names_org_roles,
    names_predicates,
    names_resolve,
    names_roles,
    names_several,
)
from briefing.analyse.names_text import Mention, Words, words_of


def find_names(doc: Doc) -> Doc:
    """Write the names of `doc` under `items.NAMES`, in text order and without overlaps."""
    words = words_of(doc)
    mentions = names_find.mentions_of(words)
    names_firms.add_firms(words, mentions)
    names_roles.add_roles(words, mentions)
    names_org_roles.add_organisation_roles(words, mentions)
    names_acts.add_acts(words, mentions)
    names_resolve.resolve(words, mentions)
    names_predicates.add_predicates(words, mentions)
    names_called.add_served_as(words, mentions)
    names_called.add_said_to_be(words, mentions)
    names_called.add_called_again(words, mentions)
    names_roles.spread(words, mentions)
    names_several.add_shared(words, mentions)
    names_affiliations.add_affiliations(words, mentions)
    mentions += names_heads.called_again(words, mentions)
    mentions += names_bodies.bodies_of(words, mentions)
    mentions.sort(key=lambda mention: mention.start)
    items.write(doc, items.NAMES, [_item(words, mention) for mention in mentions])
    return doc


def _item(words: Words, mention: Mention) -> items.NameItem:
    role = [words.start[mention.role[0]], words.end[mention.role[1] - 1]] if mention.role else None
    return {
        "start": words.start[mention.start],
        "end": words.end[mention.end - 1],
        "label": mention.label,
        "name": mention.name,
        "role": role,
        "acts": mention.acts,
        "gender": mention.gender,
        "number": mention.number,
        "rule": mention.rule,
    }
