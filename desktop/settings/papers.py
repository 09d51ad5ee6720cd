"""Letterhead and sign-off: what every paper takes from the workspace, with the sheet beside it."""

from typing import Any

from db.queries import settings as questions
from db.queries.activities import SignatoryRow
from db.queries.settings import Papers, Templates
from desktop.desk import Desk
from desktop.kit.fields import ChoiceField, Field, LongField, TextField
from desktop.kit.form import Form
from desktop.kit.parts import label
from desktop.settings.beside import BesideSection
from desktop.settings.picture import PictureField, decoded, encoded
from desktop.settings.preview import SheetPreview
from desktop.texts import N_

SIGNING = 3
PAPERS = (("a4", "A4"), ("f4", "F4 (215 × 330 mm)"), ("f4_210", "F4 (210 × 330 mm)"))
_SHOWN = 176  # millimetres of the sheet, from the top
_LOGOS = ("logo", "partner_logo")
_PARTS = ("caption", "name", "position", "number")


class PapersSection(BesideSection):
    """One form and one edit for everything on the head and at the foot of papers."""

    def __init__(self, desk: Desk) -> None:
        said = desk.t(N_("Preview of the letterhead and sign-off"))
        super().__init__(desk)
        self._name, self._templates = "", Templates()
        self.preview = SheetPreview(desk, "exports.attendance_sheet.example", said, _SHOWN)
        self.lay_out(self._make_form(), self.preview)

    def _make_form(self) -> Form:
        t, desk = self.desk.t, self.desk
        form = Form(desk, removable=False)
        form.heading.setText(t(N_("Letterhead")))
        form.add(
            LongField(desk, "lines", t(N_("Lines below the name: address, phone, e-mail")), lines=4)
        )
        form.add(PictureField(desk, "logo", t(N_("Logo"))))
        form.add(
            PictureField(desk, "partner_logo", t(N_("Logo of a partner or donor, at the right")))
        )
        form.add(ChoiceField(desk, "paper", t(N_("Usual size of paper")), list(PAPERS)))
        form.add_widget(label(t(N_("Sign-off")), "heading"))
        explained = N_(
            "These people sign where an activity names nobody. Leave empty what you need not."
        )
        form.add_widget(label(t(explained), "muted", wrap=True))
        for number in range(SIGNING):
            form.add_widget(label(t(N_("Signature {number}"), number=number + 1), "label"))
            caption, name, position, code = self._signatory(number)
            form.add(caption, name)
            form.add(position, code)
        form.add_widget(label(t(N_("Consent sentence of the attendance sheet")), "heading"))
        explained = N_("Empty means our own sentence. {sign} stands for the name of the workspace.")
        form.add_widget(label(t(explained, sign="{office}"), "muted", wrap=True))
        form.add(LongField(desk, "consent_id", t(N_("In Indonesian")), lines=4))
        form.add(LongField(desk, "consent_en", t(N_("In English")), lines=4))
        form.close_box()
        for field in form.fields.values():
            field.edited.connect(self._draw)
        return form

    def _signatory(self, number: int) -> list[Field]:
        t = self.desk.t
        titles = (N_("Signs as"), N_("Name"), N_("Position"), N_("Staff number"))
        hints = (t(N_("Committee chair")) if number == 0 else "", "", "", "")
        return [
            TextField(self.desk, f"signatories[{number}].{part}", t(title), hint=hint)
            for part, title, hint in zip(_PARTS, titles, hints, strict=True)
        ]

    def _ask(self, *, anew: bool = False) -> None:
        self.desk.tasks.read(
            self, lambda papers: self._show(papers, anew=anew), questions.papers, key="papers"
        )

    def _show(self, papers: Papers, *, anew: bool) -> None:
        self._name, self._templates = papers.name, papers.templates
        values: dict[str, Any] = {
            "lines": "\n".join(papers.lines),
            **{name: encoded(getattr(papers, name)) for name in _LOGOS},
            "paper": papers.paper,
            "consent_id": papers.consent[0],
            "consent_en": papers.consent[1],
        }
        for number, one in enumerate(papers.signatories[:SIGNING]):
            values |= {f"signatories[{number}].{part}": getattr(one, part) for part in _PARTS}
        self._filled.show(values, anew=anew)
        self._draw()

    def _draw(self) -> None:
        values = self.form.read_values()
        self.preview.show_papers(
            Papers(
                name=self._name,
                lines=tuple(_lines(values)),
                logo=decoded(values["logo"]),
                partner_logo=decoded(values["partner_logo"]),
                signatories=tuple(
                    SignatoryRow(*parts) for parts in _signing(values) if parts[0] is not None
                ),
                consent=(values["consent_id"], values["consent_en"]),
                paper=values["paper"],
                templates=self._templates,
            )
        )

    def _store(self, values: dict[str, Any]) -> None:
        from db.edits import settings as edits
        from db.edits.activities import SignatoryDraft

        draft = edits.PapersDraft(
            lines=_lines(values),
            **{name: values[name] for name in _LOGOS},
            signatories=[SignatoryDraft(*parts) for parts in _signing(values)],
            consent_id=values["consent_id"],
            consent_en=values["consent_en"],
            paper=values["paper"],
        )
        self.desk.tasks.edit(
            self, self._stored, edits.change_papers, draft, refused=self.form.refused
        )


def _lines(values: dict[str, Any]) -> list[str]:
    return [line.strip() for line in (values["lines"] or "").splitlines() if line.strip()]


def _signing(values: dict[str, Any]) -> list[list[Any]]:
    return [
        [values[f"signatories[{number}].{part}"] for part in _PARTS] for number in range(SIGNING)
    ]
