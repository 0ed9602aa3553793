"""The six articles on an invented earthquake in an invented country."""

from __future__ import annotations

from briefing.model import Article, Block, Span

TEXTS = {
    "a1": """Schweres Erdbeben im Norden von Sarvanien: Hunderte Tote befürchtet
Merow (abp) - Ein Erdbeben der Stärke 6,9 hat in der Nacht zum Montag den Norden von Sarvanien erschüttert. \
Nach Angaben des Innenministeriums kamen mindestens 412 Menschen ums Leben, rund 1.500 wurden verletzt. \
Das Zentrum lag 14 Kilometer südlich der Provinzhauptstadt Talin.
„Wir rechnen damit, dass die Zahl der Opfer weiter steigt“, sagte Innenministerin Jelena Marow am Vormittag in \
Merow. \
Die Regierung habe den Notstand ausgerufen und 3.000 Soldaten in das Gebiet geschickt. \
Wie viele Menschen noch unter den Trümmern liegen, war zunächst unklar.
Präsident Anton Belis bat das Ausland um Hilfe. „Jede Stunde zählt“, sagte er im Staatsfernsehen. \
Die Bundesregierung will nach den Worten von Außenministerin Petra Lindner 120 Fachleute des Technischen Hilfswerks \
entsenden.""",
    "a2": """Beben in Sarvanien: Hilfsorganisationen sprechen von mehr als 600 Toten
Talin (NAG) - Nach dem Erdbeben im Norden Sarvaniens ist die Zahl der Toten nach Angaben des Roten Halbmonds \
auf mehr \
als 600 gestiegen. Die Behörden sprachen am Montagabend von 487 Toten. Der Sprecher des Roten Halbmonds, Emil Dora, \
sagte der NAG, in den Bergdörfern sei noch kein Helfer angekommen. „Dort oben ist niemand, der zählt“, sagte er.
Der Bürgermeister von Talin, Viktor Hasan, warf der Regierung vor, zu spät reagiert zu haben. Die ersten \
Soldaten seien \
erst nach elf Stunden eingetroffen. Das Verteidigungsministerium wies das zurück: Die Truppen seien drei \
Stunden nach \
dem Beben vor Ort gewesen.
Ob der Staudamm von Orve beschädigt ist, konnte das Energieministerium nicht bestätigen.""",
    "a3": """Erdbeben: Deutschland schickt Technisches Hilfswerk nach Sarvanien
Berlin. Deutschland beteiligt sich an der Hilfe für die Opfer des Erdbebens in Sarvanien. 120 Helferinnen und \
Helfer des \
Technischen Hilfswerks sollen am Dienstag nach Talin fliegen, wie Außenministerin Petra Lindner ankündigte. \
„Deutschland steht an der Seite der Menschen in Sarvanien“, sagte sie am Montag in Berlin. Zudem stelle die \
Bundesregierung zwei Millionen Euro bereit.
Das Geoforschungszentrum bezifferte die Stärke des Bebens auf 7,1. Es war das schwerste in der Region seit 1988. \
Die Schäden schätzte die Versicherungsgruppe Nordia auf 1,2 bis 2 Milliarden Euro.""",
    "a4": """Mehr als 600 Tote nach Beben in Sarvanien
Nach dem Erdbeben im Norden Sarvaniens ist die Zahl der Toten nach Angaben des Roten Halbmonds auf mehr als 600 \
gestiegen. Die Behörden sprachen am Montagabend von 487 Toten. Der Sprecher des Roten Halbmonds, Emil Dora, \
sagte der \
NAG, in den Bergdörfern sei noch kein Helfer angekommen. (NAG)""",
    "a5": """Belis besucht Erdbebengebiet – 530 Tote bestätigt
Der sarvanische Präsident Anton Belis hat am Dienstag das Erdbebengebiet besucht. „Wir werden Talin wieder \
aufbauen“, \
versprach der Staatschef vor Überlebenden. Bis Dienstagmittag wurden nach Regierungsangaben 530 Tote geborgen, 2.140 \
Menschen wurden verletzt.
Belis räumte ein, dass die Hilfe in den ersten Stunden nicht überall angekommen sei. Die Truppen waren nach \
seinen Worten \
nach vier Stunden in der Stadt. Am 15. Dezember soll eine Geberkonferenz in Wien stattfinden. Der Staudamm von \
Orve ist \
nach einer Prüfung durch Ingenieure unversehrt, teilte das Energieministerium mit.
Warum die neue Klinik einstürzte, ist nicht geklärt. \
Die Regierung erwartet Schäden von mindestens 3 Milliarden Euro.""",
    "a6": """Kommentar: Versagen mit Ansage
Wer in Sarvanien baut, weiß um die Gefahr. Dass ausgerechnet die neue Klinik einstürzte, ist kein Schicksal, sondern \
Schlamperei. Präsident Belis hatte versprochen, alle öffentlichen Gebäude bis 2023 nachzurüsten; geschehen ist \
z. B. in \
Talin so gut wie nichts. Die Regierung muss jetzt erklären, wohin 340 Millionen Euro für die Erdbebenvorsorge \
geflossen sind.""",
}

META = {
    "a1": ("Schweres Erdbeben im Norden von Sarvanien: Hunderte Tote befürchtet", "2024-11-25", "Morgenblatt", "abp"),
    "a2": (
        "Beben in Sarvanien: Hilfsorganisationen sprechen von mehr als 600 Toten",
        "2024-11-25",
        "Abendkurier",
        "NAG",
    ),
    "a3": ("Erdbeben: Deutschland schickt Technisches Hilfswerk nach Sarvanien", "2024-11-25", "Hauptstadtbote", None),
    "a4": ("Mehr als 600 Tote nach Beben in Sarvanien", "2024-11-25", "Regionalanzeiger", "NAG"),
    "a5": ("Belis besucht Erdbebengebiet – 530 Tote bestätigt", "2024-11-26", "Radio Mitte", None),
    "a6": ("Kommentar: Versagen mit Ansage", "2024-11-26", "Morgenblatt", None),
}


def at(article: str, words: str) -> Span:
    """The span of `words`, which stand in the article."""
    start = TEXTS[article].index(words)
    return Span(article=article, start=start, end=start + len(words))


def articles() -> dict[str, Article]:
    found = {}
    for number, (key, text) in enumerate(TEXTS.items(), start=1):
        title, published, publisher, agency = META[key]
        line = text.index("\n")
        found[key] = Article(
            id=key,
            file=f"{number:03}_{key}.txt",
            text=text,
            title=title,
            published=published,
            dated_by="dateline",
            publisher=publisher,
            agency=agency,
            author="Mira Holt" if key == "a6" else None,
            url=f"https://nachrichten.example/{key}" if key in ("a3", "a5") else None,
            blocks=(
                Block(start=0, end=line, kind="headline"),
                Block(start=line + 1, end=len(text), kind="opinion" if key == "a6" else "body"),
            ),
            sha256=f"{number:064x}",
        )
    return found
