"""Papers around an event: before it, at the door, and after it. Each is made by the module of its name."""

from importlib import import_module
from typing import Any

from exports.document import (
    ABOUT_ACTIVITY,
    DATE,
    LINE,
    NUMBER,
    ON_PAPER,
    ONE_OF,
    YES_NO,
    Choice,
    Document,
)
from exports.papers.asked import Asked, question
from resources.texts import N_, Texts


def _paper(
    key: str,
    title: str,
    *choices: Choice,
    formats: tuple[str, ...] = ("pdf",),
    nameless: bool = False,
) -> Document:
    def make(asked: Asked, t: Texts, kind: str) -> bytes:
        made: Any = import_module(f"exports.papers.{key}")
        return bytes(made.make(asked, t, t(title), kind))

    return Document(key, title, formats, (ABOUT_ACTIVITY, *choices), question, make, nameless)


PAPERS = (
    _paper(
        "invitation",
        N_("Invitation"),
        ON_PAPER,
        Choice("number", N_("Number of the letter"), LINE),
        Choice("date", N_("Date of the letter"), DATE),
        Choice("contact", N_("Whom to tell (name, phone)"), LINE),
        Choice("each", N_("A letter to everybody by name"), YES_NO, default=True),
        formats=("pdf", "xlsx"),
    ),
    _paper("text_summary", N_("Summary for WhatsApp"), formats=("txt",), nameless=True),
    _paper(
        "agenda",
        N_("Agenda"),
        ON_PAPER,
        nameless=True,
    ),
    _paper(
        "badges",
        N_("Name badges"),
        Choice(
            "size",
            N_("Size of a badge"),
            ONE_OF,
            "card",
            (
                ("card", N_("86 × 54 mm, ten on A4")),
                ("wide", N_("90 × 60 mm, eight on A4")),
                ("large", N_("95 × 85 mm, six on A4")),
                ("a6", N_("A6, four on A4")),
            ),
        ),
        Choice("code", N_("With a code for the door"), YES_NO, default=True),
    ),
    _paper(
        "place_cards",
        N_("Place cards"),
        Choice("everybody", N_("For participants as well"), YES_NO, default=True),
    ),
    _paper(
        "transport_list",
        N_("Receipt list for transport"),
        ON_PAPER,
        Choice("rate", N_("Rupiah a day"), NUMBER),
        formats=("pdf", "xlsx"),
    ),
    _paper(
        "official_record",
        N_("Official record"),
        ON_PAPER,
        Choice("number", N_("Number of the record"), LINE),
        nameless=True,
    ),
    _paper(
        "certificates",
        N_("Certificates"),
        Choice("pattern", N_("Pattern of the numbers (empty: as in the settings)"), LINE),
        Choice("first", N_("First number"), NUMBER, 1),
        Choice("team", N_("For speakers and team as well"), YES_NO, default=False),
        Choice(
            "languages",
            N_("Language"),
            ONE_OF,
            "document",
            (
                ("document", N_("As all documents")),
                ("both", N_("Both languages on each")),
                ("person", N_("English for people from other countries")),
            ),
        ),
    ),
)
