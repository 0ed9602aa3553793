"""Name corpora become running text with character offsets."""

from __future__ import annotations

from pathlib import Path

from training import names, prepare


def test_tokens_become_text_and_characters(tmp_path: Path) -> None:
    rows = 'Der\tO\n"\tO\nTagesspiegel\tB-ORG\n"\tO\nlobt\tO\nKim\tB-PER\nJong\tI-PER\nUn\tI-PER\n.\tO\n\n'
    rows += "Hartz\tB-OTH\nIV\tI-OTH\n\n"
    (tmp_path / "a.conll").write_text(rows, "utf-8")
    first, second = names.read_bio(tmp_path / "a.conll")
    assert first.text == 'Der "Tagesspiegel" lobt Kim Jong Un.'
    assert [(first.text[s:e], label) for s, e, label in first.names] == [
        ("Tagesspiegel", "ORG"),
        ("Kim Jong Un", "PER"),
    ]
    assert second.names == ((0, 8, "MISC"),)


def test_neighbouring_names_stay_apart(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text("Berlin\tB-LOC\nParis\tB-LOC\nRom\tI-LOC\n\n", "utf-8")
    [only] = names.read_bio(tmp_path / "a.conll")
    assert [only.text[s:e] for s, e, _ in only.names] == ["Berlin", "Paris Rom"]


def test_pieces_keep_every_character_and_name() -> None:
    whole = names.Text(
        text="Berlin liegt.\n\nParis auch.\nRom", names=((0, 6, "LOC"), (15, 20, "LOC"), (27, 30, "LOC"))
    )
    parts = list(names.pieces(whole, 5))
    assert "".join(part.text for part in parts) == whole.text
    assert [part.text[s:e] for part in parts for s, e, _ in part.names] == ["Berlin", "Paris", "Rom"]
    joined = names.join(parts, [""] * len(parts))
    assert joined == whole


def test_a_name_inside_a_token_counts_as_not_annotated() -> None:
    text = names.Text(text="Der US-Präsident traf Merkel.", names=((4, 6, "LOC"), (22, 28, "PER")))
    doc = names.document(prepare.blank(), text)
    assert [(e.text, e.label_) for e in doc.ents] == [("Merkel", "PER")]
    assert [t.text for t in doc if t.ent_iob == 0] == ["US-Präsident"]


def test_a_name_across_a_line_break_counts_as_not_annotated() -> None:
    doc = names.document(prepare.blank(), names.Text(text="Angela\nMerkel kam.", names=((0, 13, "PER"),)))
    assert not doc.ents
