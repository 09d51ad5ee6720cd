"""Questions about the settings of a workspace: what its papers look like and how it counts."""

import base64
import json
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries.activities import SignatoryRow
from db.rules.ages import DEFAULT_BANDS

NAME = "workspace.name"
LINES = "letterhead"
LOGO = "letterhead.logo"
PARTNER_LOGO = "letterhead.partner_logo"
SIGNATORIES = "papers.signatories"
CONSENT = "papers.consent"
PAPER = "papers.paper"
AGE_BANDS = "counting.age_bands"

ACCENT = "templates.accent"
LETTER_NUMBER = "templates.letter_number"
CERTIFICATE_NUMBER = "templates.certificate_number"
INVITATION = "templates.invitation"
CERTIFICATE = "templates.certificate"
BACKGROUND = "templates.certificate_background"
SECTIONS = "templates.sections"

USUAL_PAPER = "a4"

Said = tuple[str | None, str | None]
"""An own text in Indonesian and English, None where ours stands."""


@dataclass(frozen=True, slots=True)
class Templates:
    """How the documents of the workspace look and what they say; None is as on the first day.

    ``accent``: colour of headings. The numbers are patterns with ``{no}``. ``invitation``: how a letter closes;
    ``certificate``: what is added to it. ``certificate_background``: PNG or JPEG behind the whole page.
    ``sections``: document → keys of its sections, in their order.
    """

    accent: str | None = None
    letter_number: str | None = None
    certificate_number: str | None = None
    invitation: Said = (None, None)
    certificate: Said = (None, None)
    certificate_background: bytes | None = None
    sections: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def sections_of(self, document: str) -> tuple[str, ...]:
        """Keys of the sections of a document; none where nobody chose."""
        return dict(self.sections).get(document, ())


@dataclass(frozen=True, slots=True)
class Papers:
    """What every paper takes from the workspace.

    ``logo`` and ``partner_logo``: PNG or JPEG. ``signatories`` sign where an activity names nobody. ``consent``: the own
    sentence in Indonesian and English, None where ours stands. ``paper``: a4, f4 or f4_210.
    """

    name: str
    lines: tuple[str, ...]
    logo: bytes | None
    partner_logo: bytes | None
    signatories: tuple[SignatoryRow, ...]
    consent: tuple[str | None, str | None]
    paper: str
    templates: Templates = Templates()


def papers(reader: Reader) -> Papers:
    """Letterhead, sign-off, consent sentence and size of paper."""
    found = values(reader, NAME, LINES, LOGO, PARTNER_LOGO, SIGNATORIES, CONSENT, PAPER)
    indonesian, english = found.get(CONSENT, (None, None))
    return Papers(
        name=str(found[NAME]),
        lines=tuple(found.get(LINES, ())),
        logo=_picture(found.get(LOGO)),
        partner_logo=_picture(found.get(PARTNER_LOGO)),
        signatories=tuple(SignatoryRow(*one) for one in found.get(SIGNATORIES, ())),
        consent=(indonesian, english),
        paper=found.get(PAPER, USUAL_PAPER),
        templates=templates(reader),
    )


def templates(reader: Reader) -> Templates:
    """Colour, numbers, own texts, background and sections."""
    keys = (ACCENT, LETTER_NUMBER, CERTIFICATE_NUMBER, INVITATION, CERTIFICATE, BACKGROUND)
    found = values(reader, *keys, SECTIONS)
    return Templates(
        accent=found.get(ACCENT),
        letter_number=found.get(LETTER_NUMBER),
        certificate_number=found.get(CERTIFICATE_NUMBER),
        invitation=_said(found.get(INVITATION)),
        certificate=_said(found.get(CERTIFICATE)),
        certificate_background=_picture(found.get(BACKGROUND)),
        sections=tuple(
            (document, tuple(keys)) for document, keys in sorted(found.get(SECTIONS, {}).items())
        ),
    )


def _said(found: list[str | None] | None) -> Said:
    indonesian, english = found or (None, None)
    return indonesian, english


def _picture(encoded: str | None) -> bytes | None:
    return None if encoded is None else base64.b64decode(encoded)


def age_bands(reader: Reader) -> str:
    """Age bands of the workspace like ``0-17,18-24,25+``; programmes may have their own."""
    return str(values(reader, AGE_BANDS).get(AGE_BANDS, DEFAULT_BANDS))


def values(reader: Reader, *keys: str) -> dict[str, Any]:
    """Setting → value, of those that were set."""
    marks = ", ".join("?" * len(keys))
    rows = reader.each(f"SELECT id, value FROM setting WHERE removed = 0 AND id IN ({marks})", keys)
    return {key: json.loads(value) for key, value in rows}
