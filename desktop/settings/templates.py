"""Templates of documents: colour, numbers, own sentences, background of certificates, sections of reports."""

from dataclasses import replace
from typing import Any

from db.queries import settings as questions
from db.queries.settings import Papers, Templates
from desktop.desk import Desk
from desktop.kit.fields import LongField, TextField
from desktop.kit.form import Form
from desktop.kit.list_field import ListField
from desktop.kit.parts import label
from desktop.settings.beside import BesideSection
from desktop.settings.colour import ColourField
from desktop.settings.picture import PictureField, decoded, encoded
from desktop.settings.preview import SheetPreview
from desktop.texts import N_
from exports.activity_report.sections import SECTIONS as REPORT
from exports.period_report.sections import SECTIONS as PERIOD

EXPLAINED = N_("{no} stands for the number, {month} for the month in Roman numerals.")

_PAGE = 1754  # pixels of the longer side of A4 at 150 to the inch
_SHOWN = 240.0  # millimetres of a report, from the top
_WHOLE = 210.0  # millimetres of a certificate
_REPORTS = {"activity_report": REPORT, "period_report": PERIOD}
_TITLES = {
    "activity_report": N_("Sections of the activity report"),
    "period_report": N_("Sections of the period report"),
}
_TEXTS = ("invitation_id", "invitation_en", "certificate_id", "certificate_en")
_PLAIN = ("accent", "letter_number", "certificate_number", *_TEXTS)


class TemplatesSection(BesideSection):
    """One form and one edit for what documents look like and say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._papers: Papers | None = None
        t = desk.t
        self.report = SheetPreview(
            desk, "exports.activity_report.example", t(N_("Preview of a report")), _SHOWN
        )
        self.certificate = SheetPreview(
            desk, "exports.papers.example", t(N_("Preview of a certificate")), _WHOLE
        )
        self.lay_out(self._make_form(), self.report, self.certificate)

    def _make_form(self) -> Form:
        t, desk = self.desk.t, self.desk
        form = Form(desk, removable=False)
        form.heading.setText(t(N_("Templates of documents")))
        form.add(ColourField(desk, "accent", t(N_("Colour of headings and tables"))))
        form.add_widget(label(t(N_("Numbers")), "heading"))
        form.add_widget(label(t(EXPLAINED, no="{no}", month="{month}"), "muted", wrap=True))
        for key, title, hint in (
            ("letter_number", N_("Number of letters"), "{no}/YM/{month}/{year}"),
            ("certificate_number", N_("Number of certificates"), "{no}/SERT/{month}/{year}"),
        ):
            form.add(TextField(desk, key, t(title), hint=hint))
        form.add_widget(label(t(N_("How an invitation closes")), "heading"))
        form.add_widget(label(t(N_("Empty means our own sentence.")), "muted", wrap=True))
        form.add(LongField(desk, "invitation_id", t(N_("In Indonesian")), lines=3))
        form.add(LongField(desk, "invitation_en", t(N_("In English")), lines=3))
        form.add_widget(label(t(N_("What a certificate says besides")), "heading"))
        form.add(LongField(desk, "certificate_id", t(N_("In Indonesian")), lines=2))
        form.add(LongField(desk, "certificate_en", t(N_("In English")), lines=2))
        form.add(
            PictureField(
                *(desk, "certificate_background", t(N_("Background of certificates")), _PAGE)
            )
        )
        for document, sections in _REPORTS.items():
            options = [(key, t(title)) for key, title in sections.items()]
            form.add(ListField(desk, document, t(_TITLES[document]), options, tuple(sections)))
        form.close_box()
        for field in form.fields.values():
            field.edited.connect(self._draw)
        return form

    def _ask(self, *, anew: bool = False) -> None:
        self.desk.tasks.read(
            self, lambda papers: self._show(papers, anew=anew), questions.papers, key="templates"
        )

    def _show(self, papers: Papers, *, anew: bool) -> None:
        self._papers = papers
        kept = papers.templates
        values: dict[str, Any] = {
            "accent": kept.accent,
            "letter_number": kept.letter_number,
            "certificate_number": kept.certificate_number,
            **dict(zip(_TEXTS, (*kept.invitation, *kept.certificate), strict=True)),
            "certificate_background": encoded(kept.certificate_background),
            **{document: kept.sections_of(document) or None for document in _REPORTS},
        }
        self._filled.show(values, anew=anew)
        self._draw()

    def _draw(self) -> None:
        if self._papers is None:
            return
        values = self.form.read_values()
        shown = replace(
            self._papers,
            templates=Templates(
                accent=_readable(values["accent"]),
                letter_number=values["letter_number"],
                certificate_number=values["certificate_number"],
                invitation=(values["invitation_id"], values["invitation_en"]),
                certificate=(values["certificate_id"], values["certificate_en"]),
                certificate_background=decoded(values["certificate_background"]),
                sections=tuple((document, values[document] or ()) for document in _REPORTS),
            ),
        )
        for preview in (self.report, self.certificate):
            preview.show_papers(shown)

    def _store(self, values: dict[str, Any]) -> None:
        from db.edits import settings as edits

        draft = edits.TemplatesDraft(
            **{key: values[key] for key in _PLAIN},
            certificate_background=values["certificate_background"],
            sections={document: list(values[document] or ()) for document in _REPORTS},
        )
        self.desk.tasks.edit(
            self, self._stored, edits.change_templates, draft, refused=self.form.refused
        )


def _readable(colour: str | None) -> str | None:
    """A colour while it is being typed is none yet."""
    from db.rules.colours import is_colour

    return colour if colour and is_colour(colour) else None
