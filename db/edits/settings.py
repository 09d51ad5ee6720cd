"""What users set for the whole workspace: its name, its papers, how it counts."""

import base64
import binascii
import json
from dataclasses import dataclass, field

from sqlmodel import Session

from db.edits.activities import SignatoryDraft
from db.edits.drafts import REQUIRED, TOO_LONG, Draft, Findings
from db.edits.edit import edit, refuse
from db.engine import Reader
from db.errors import Problem
from db.models import Setting
from db.queries import settings as questions
from db.rules.ages import DEFAULT_BANDS, bands_text
from db.rules.colours import READABLE, WHITE, contrast, is_colour
from resources.texts import N_

MOST_LINES, LONGEST_LINE = 6, 120
MOST_SIGNATORIES = 3
LONGEST_SENTENCE = 600
BIGGEST_LOGO = 300_000  # bytes; it travels with every exchange
BIGGEST_BACKGROUND = 900_000
NUMBER_PLACE = "{no}"
PAPERS = ("a4", "f4", "f4_210")

TOO_MANY_LINES = N_("A letterhead has at most {most} lines below the name.")
LINE_TOO_LONG = N_("Line {number} is too long: at most {most} characters.")
TOO_MANY_SIGN = N_("At most {most} people sign side by side.")
NOT_A_PICTURE = N_("This must be a PNG or JPEG picture.")
TOO_BIG = N_("The picture is too big: at most {most} kB.")
NOT_A_COLOUR = N_("Give the colour as # with six digits, like #0B6E69.")
TOO_PALE = N_("This colour is too pale to be read on paper. Choose a darker one.")
NO_NUMBER = N_("The pattern needs {place}, where the number goes.")
NOT_A_PAPER = N_("There is no such size of paper. Possible: {papers}.")

_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff")


@dataclass(slots=True)
class NameDraft(Draft):
    """The name of the workspace: it stands on top of every paper."""

    name: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field."""
        findings = Findings(self)
        findings.required("name")
        return findings.problems


@dataclass(slots=True)
class PapersDraft(Draft):
    """What papers take from the workspace.

    ``lines`` stand below the name; the logos: PNG or JPEG in base64; the consent sentences are None
    where ours shall stand, and may name the office as ``{office}``.
    """

    lines: list[str] = field(default_factory=list)
    logo: str | None = None
    partner_logo: str | None = None
    signatories: list[SignatoryDraft] = field(default_factory=list)
    consent_id: str | None = None
    consent_en: str | None = None
    paper: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        self._check_lines(findings)
        for name in ("logo", "partner_logo"):
            _check_picture(self, findings, name, BIGGEST_LOGO)
        self._check_signatories(findings)
        for name in ("consent_id", "consent_en"):
            if len(getattr(self, name) or "") > LONGEST_SENTENCE:
                findings.note(name, TOO_LONG, most=LONGEST_SENTENCE)
        if self.paper not in (None, *PAPERS):
            findings.note("paper", NOT_A_PAPER, papers=", ".join(PAPERS))
        return findings.problems

    def _check_lines(self, findings: Findings) -> None:
        self.lines = [text for line in self.lines if (text := _clean(line))]
        if len(self.lines) > MOST_LINES:
            findings.note("lines", TOO_MANY_LINES, most=MOST_LINES)
        for number, line in enumerate(self.lines, start=1):
            if len(line) > LONGEST_LINE:
                findings.note("lines", LINE_TOO_LONG, number=number, most=LONGEST_LINE)

    def _check_signatories(self, findings: Findings) -> None:
        signing = [
            SignatoryDraft(
                _clean(one.caption) or "", *map(_clean, (one.name, one.position, one.number))
            )
            for one in self.signatories
        ]
        for number, one in enumerate(signing):
            if not one.caption and (one.name or one.position or one.number):
                findings.note(f"signatories[{number}].caption", REQUIRED)
        self.signatories = [one for one in signing if one.caption]
        if len(self.signatories) > MOST_SIGNATORIES:
            findings.note("signatories", TOO_MANY_SIGN, most=MOST_SIGNATORIES)


@dataclass(slots=True)
class TemplatesDraft(Draft):
    """How documents look and what they say; None is as on the first day.

    ``certificate_background``: PNG or JPEG in base64. ``sections``: document → keys in their order.
    """

    accent: str | None = None
    letter_number: str | None = None
    certificate_number: str | None = None
    invitation_id: str | None = None
    invitation_en: str | None = None
    certificate_id: str | None = None
    certificate_en: str | None = None
    certificate_background: str | None = None
    sections: dict[str, list[str]] = field(default_factory=dict)

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        self._check_accent(findings)
        for name in ("letter_number", "certificate_number"):
            pattern = _clean(getattr(self, name))
            setattr(self, name, pattern)
            if pattern is not None and NUMBER_PLACE not in pattern:
                findings.note(name, NO_NUMBER, place=NUMBER_PLACE)
            if len(pattern or "") > LONGEST_LINE:
                findings.note(name, TOO_LONG, most=LONGEST_LINE)
        for name in ("invitation_id", "invitation_en", "certificate_id", "certificate_en"):
            setattr(self, name, _clean(getattr(self, name)))
            if len(getattr(self, name) or "") > LONGEST_SENTENCE:
                findings.note(name, TOO_LONG, most=LONGEST_SENTENCE)
        _check_picture(self, findings, "certificate_background", BIGGEST_BACKGROUND)
        return findings.problems

    def _check_accent(self, findings: Findings) -> None:
        accent = _clean(self.accent)
        self.accent = accent.upper() if accent else None
        if self.accent is None:
            return
        if not is_colour(self.accent):
            findings.note("accent", NOT_A_COLOUR)
        elif contrast(self.accent, WHITE) < READABLE:
            findings.note("accent", TOO_PALE)


@dataclass(slots=True)
class CountingDraft(Draft):
    """How the workspace counts. ``age_bands`` None: the usual ones."""

    age_bands: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.rewritten("age_bands", bands_text)
        return findings.problems


def papers_draft(reader: Reader) -> PapersDraft:
    """The papers as they stand, for the form."""
    found = questions.papers(reader)
    indonesian, english = found.consent
    return PapersDraft(
        lines=list(found.lines),
        logo=_encoded(found.logo),
        partner_logo=_encoded(found.partner_logo),
        signatories=[
            SignatoryDraft(one.caption, one.name, one.position, one.number)
            for one in found.signatories
        ],
        consent_id=indonesian,
        consent_en=english,
        paper=found.paper,
    )


@edit(N_("Rename workspace"))
def rename(session: Session, draft: NameDraft) -> None:
    """Give the workspace another name."""
    refuse(draft.check())
    _keep(session, questions.NAME, draft.name)


@edit(N_("Change letterhead and sign-off"))
def change_papers(session: Session, draft: PapersDraft) -> None:
    """Set what papers take from the workspace; what is empty is as on the first day."""
    refuse(draft.check())
    signing = [[one.caption, one.name, one.position, one.number] for one in draft.signatories]
    consent = [draft.consent_id, draft.consent_en]
    _keep(session, questions.LINES, draft.lines or None)
    _keep(session, questions.LOGO, draft.logo)
    _keep(session, questions.PARTNER_LOGO, draft.partner_logo)
    _keep(session, questions.SIGNATORIES, signing or None)
    _keep(session, questions.CONSENT, consent if any(consent) else None)
    _keep(session, questions.PAPER, None if draft.paper == questions.USUAL_PAPER else draft.paper)


@edit(N_("Change templates of documents"))
def change_templates(session: Session, draft: TemplatesDraft) -> None:
    """Set how documents look and what they say; what is empty is as on the first day."""
    refuse(draft.check())
    invitation = [draft.invitation_id, draft.invitation_en]
    certificate = [draft.certificate_id, draft.certificate_en]
    _keep(session, questions.ACCENT, draft.accent)
    _keep(session, questions.LETTER_NUMBER, draft.letter_number)
    _keep(session, questions.CERTIFICATE_NUMBER, draft.certificate_number)
    _keep(session, questions.INVITATION, invitation if any(invitation) else None)
    _keep(session, questions.CERTIFICATE, certificate if any(certificate) else None)
    _keep(session, questions.BACKGROUND, draft.certificate_background)
    chosen = {document: keys for document, keys in draft.sections.items() if keys}
    _keep(session, questions.SECTIONS, chosen or None)


@edit(N_("Change age bands"))
def change_counting(session: Session, draft: CountingDraft) -> None:
    """Set how the workspace counts; counts follow at once, also those of past activities."""
    refuse(draft.check())
    own = draft.age_bands if draft.age_bands != DEFAULT_BANDS else None
    _keep(session, questions.AGE_BANDS, own)


def _check_picture(draft: Draft, findings: Findings, name: str, most: int) -> None:
    """A picture in base64, not too many bytes."""
    encoded = getattr(draft, name)
    if encoded is None:
        return
    try:
        picture = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        picture = b""
    if not picture.startswith(_PICTURES):
        findings.note(name, NOT_A_PICTURE)
    elif len(picture) > most:
        findings.note(name, TOO_BIG, most=most // 1000)


def _encoded(picture: bytes | None) -> str | None:
    return None if picture is None else base64.b64encode(picture).decode()


def _clean(text: str | None) -> str | None:
    return (text or "").replace("\0", "").strip() or None


def _keep(session: Session, key: str, value: object) -> None:
    """Write a setting that differs from what is there; None takes it away."""
    found = session.get(Setting, key)
    if value is None:
        if found is not None:
            found.removed = True
        return
    if found is None:
        session.add(Setting(id=key, value=json.dumps(value, ensure_ascii=False)))
    elif found.removed or json.loads(found.value) != value:
        # Compared as values: the same letterhead written with other blanks is no change.
        found.value, found.removed = json.dumps(value, ensure_ascii=False), False
