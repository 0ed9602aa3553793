"""A second opinion on what the rules found: logistic regression over features of each candidate.

The weights (`quotes_model.json`) were trained by `training/quotes.py` on our own annotation of
Wikinews articles. Without them every candidate of a sure rule stays and no doubtful one is added.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources

from briefing.analyse.quotes_indirect import Draft
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_shape import looks_like_title, words_of
from briefing.analyse.quotes_view import View
from briefing.german import reporting
from briefing.german.titles import title_of

MODEL = "quotes_model.json"
# So many different stretches are looked up in the whole text; more are no news article.
_COUNTED = 100
# Probability from which words that begin with a capital and hold no verb are taken for a speaker's.
_TITLE = 0.6
# Finds that need no second opinion: measured right in more than nine of ten cases by the rule alone.
_SURE = (
    "source/", "indirect/v2-konjunktiv", "indirect/v2-modal", "direct/frame", "direct/alone", "direct/repeated",
    "direct/view", "direct/inside/view", "direct/call", "free/indirect_free", "reported/forecast", "reported/judgement",
)  # fmt: skip


@cache
def _weights() -> dict[str, dict[str, float]]:
    try:
        text = resources.files("briefing.analyse").joinpath(MODEL).read_text("utf-8")
    except FileNotFoundError:
        return {}
    data: dict[str, dict[str, float]] = json.loads(text)
    return data


def group_of(draft: Draft) -> str:
    """Which of the classifiers judges the draft."""
    if draft.rule.startswith("direct"):
        return "direct"
    return draft.kind


def keep(view: View, drafts: list[Draft]) -> list[Draft]:
    """The drafts that are more likely right than the threshold of their kind."""
    models = _weights()
    if not models:
        return [d for d in drafts if not d.rule.endswith("/candidate")]
    counts = text_counts(view)
    kept = []
    for draft in drafts:
        weights = models.get(group_of(draft))
        if weights is None or draft.rule.startswith(_SURE):
            kept.append(draft)
            continue
        if probability(weights, features(view, draft, counts)) >= _threshold(view, draft, weights["#threshold"]):
            if draft.rule.endswith("/candidate"):
                draft.rule = draft.rule.replace("/candidate", "/judged")
            kept.append(draft)
    return kept


def _threshold(view: View, draft: Draft, usual: float) -> float:
    """What may be a title or a name by its words alone must be surer: of such finds only two in five were right."""
    first, last = draft.content[0]
    if draft.rule != "direct/candidate":
        return usual
    words = words_of(view, first, last)
    title = view.text[words[0]][:1].isupper() and looks_like_title(view, words)
    return max(usual, _TITLE) if title else usual


def probability(weights: dict[str, float], found: list[str]) -> float:
    """The logistic function of the summed weights."""
    total = weights["#bias"] + sum(weights.get(name, 0.0) for name in found)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def text_counts(view: View) -> dict[str, int]:
    """How often each stretch in marks occurs in the article: names are repeated, words of a speaker are not."""
    counts: dict[str, int] = {}
    for stretch in view.stretches:
        key = view.plain[stretch.start + 1 : stretch.end - 1].lower()
        counts[key] = counts.get(key, 0) + 1
    lower = view.plain.lower()
    for key in [k for k in counts if k.count(" ") <= 3][:_COUNTED]:
        counts[f"plain {key}"] = lower.count(key.strip()) if key.strip() else 1
    return counts


def features(view: View, draft: Draft, counts: dict[str, int]) -> list[str]:
    """Names of the features that hold for a draft."""
    found = [
        f"rule={draft.rule.replace('/candidate', '/judged')}",
        *_speaker_features(view, draft),
        *_cue_features(view, draft),
    ]
    first, last = draft.content[0][0], draft.content[-1][1]
    found.append(f"length={_bucket(sum(b - a for a, b in draft.content))}")
    if draft.kind == "direct":
        found += _direct_features(view, first, draft.content[0][1], counts)
    elif draft.kind == "reported":
        found += _act_features(view, draft, first, last)
    else:
        found += _clause_features(view, draft, first, last)
    return found


def _bucket(count: int) -> str:
    for limit in (2, 3, 4, 5, 6, 8, 10, 14, 20, 30):
        if count <= limit:
            return str(limit)
    return "more"


def _speaker_features(view: View, draft: Draft) -> list[str]:
    phrase = draft.speaker
    if phrase is None:
        return ["speaker=none", f"speaker=none {draft.rule}"]
    head, first = phrase.head, phrase.first
    kind = "noun"
    if view.tag[first] in ("PPER", "PDS", "PIS", "PRELS"):
        kind = f"pronoun {view.low[first]}"
    elif view.doc[view.index[head]].ent_type_ == "PER" or view.doc[view.index[phrase.last - 1]].ent_type_ == "PER":
        kind = "person"
    elif title_of(view.text[head]) is not None:
        kind = "title"
    elif reporting.is_institution(view.text[head]):
        kind = "institution"
    elif view.tag[head] == "NE" or view.doc[view.index[head]].ent_type_:
        kind = f"name {view.doc[view.index[head]].ent_type_}"
    found = [f"speaker={kind}", f"speaker={kind} {draft.rule}"]
    return [*found, f"speaker head={view.low[head]}"] if view.tag[head] == "NN" else found


def _cue_features(view: View, draft: Draft) -> list[str]:
    cue = draft.cue_of
    if cue is None:
        return ["cue=none"]
    clause = view.clauses[cue.clause]
    finite = clause.finite
    found = [f"cue={cue.lemma}", f"cue={cue.lemma} {draft.kind}", f"passive={cue.passive}", f"clause={clause.kind}"]
    if finite >= 0:
        token = view.doc[view.index[finite]]
        found.append(f"tense={token.morph.get('Tense', [''])} {token.tag_} mood={mood(view, clause)}")
    if any(view.low[i] in ("nicht", "kein", "keine", "nie") for i in range(clause.start, clause.end)):
        found.append("negated")
    return found


def _direct_features(view: View, first: int, last: int, counts: dict[str, int]) -> list[str]:
    words = words_of(view, first, last)
    lower = [i for i in words if view.text[i][:1].islower()]
    found = [
        f"finite={any(view.is_finite(i) for i in words)}",
        f"lower={_bucket(len(lower))}",
        f"title={looks_like_title(view, words)}",
        f"words={_bucket(len(words))}",
        f"first tag={view.tag[words[0]]}",
        f"last tag={view.tag[words[-1]]}",
        f"tags={' '.join(view.tag[i] for i in words[:4])}",
        f"first upper={view.text[words[0]][:1].isupper()}",
    ]
    for name, at in (("before", first - 1), ("before2", first - 2), ("after", last), ("after2", last + 1)):
        if 0 <= at < len(view.text):
            found += [f"{name} tag={view.tag[at]}", f"{name}={view.low[at]}"]
    before = view.text[first - 1] if first else ""
    if before in reporting.nouns("title_before"):
        found.append("title noun before")
    if before[:1].isupper() and title_of(before):
        found.append("function before")
    key = view.plain[view.start[first] + 1 : view.end[last - 1] - 1].lower()
    found.append(f"times={min(3, counts.get(key, 1))}")
    outside = counts.get(f"plain {key}", 1) if len(words) <= 4 else 1
    found.append(f"elsewhere={min(3, outside)}")
    sentence = view.sentence[first]
    begin, end = view.sentences[sentence]
    finite = [i for i in range(begin, end) if view.quoted[i] < 0 and view.is_finite(i)]
    found.append(f"konjunktiv around={any(view.konjunktiv(i) for i in finite)}")
    found.append(f"marks in sentence={min(4, len({view.quoted[i] for i in range(begin, end) if view.quoted[i] >= 0}))}")
    if first > begin and view.text[first - 1] == ":":
        found.append(f"colon lower={_bucket(len(lower))}")
    return found


def _act_features(view: View, draft: Draft, first: int, last: int) -> list[str]:
    cue = draft.cue_of
    found = [f"start tag={view.tag[first]}", f"quoted={any(view.quoted[i] >= 0 for i in range(first, last))}"]
    found.append(f"whole sentence={view.sentences[view.sentence[first]][0] == first}")
    found.append(f"first sentences={view.sentence[first] < 3}")
    if cue is not None:
        lemma = cue.lemma
        clause = view.clauses[cue.clause]
        joined = [i for i in range(clause.start, clause.end) if view.tag[i].startswith(("APPR", "KOKOM", "PAV"))]
        found += [f"{lemma} {view.low[i]}" for i in joined]
        nouns = [
            i
            for i in range(clause.start, clause.end)
            if view.tag[i] == "NN" and not (draft.speaker and draft.speaker.first <= i < draft.speaker.last)
        ]
        found += [f"noun={view.low[i]}" for i in nouns[:4]]
        found.append(f"nouns={_bucket(len(nouns))}")
        if cue.phrase:
            found.append(f"phrase={cue.phrase}")
    return found


def _is_perfect(view: View, i: int) -> bool:
    return view.low[i] in ("haben", "sein", "worden") and view.tag[i].endswith("INF")


def _clause_features(view: View, draft: Draft, first: int, last: int) -> list[str]:
    number = view.clause_at[first] if view.clause_at[first] >= 0 else view.clause_at[min(first + 1, last - 1)]
    found = [f"whole sentence={view.sentences[view.sentence[first]][0] == first}", f"opener={view.low[first]}"]
    if number >= 0:
        clause = view.clauses[number]
        found.append(f"content={clause.kind} mood={mood(view, clause)} {draft.rule}")
        if clause.finite >= 0:
            found.append(f"finite={view.low[clause.finite]} {draft.kind}")
    moods = {
        mood(view, view.clauses[k]) for k in {view.clause_at[i] for i in range(first, last) if view.clause_at[i] >= 0}
    }
    found.append(f"moods={sorted(moods)} {draft.rule}")
    if draft.kind in ("free_indirect", "indirect_free_indirect"):
        found.append(f"source={draft.source_rule}")
        paragraph = "\n" in view.plain[view.end[first - 1] : view.start[first]] if first else True
        found.append(f"paragraph={paragraph}")
        found.append(f"perfect={any(_is_perfect(view, i) for i in range(first, last))}")
        found.append(f"first tag={view.tag[first]}")
    return found
