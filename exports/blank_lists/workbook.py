"""An empty list: headings that Rembuk reads back by itself, and drop-down lists where answers are known."""

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from db.imports import fields
from exports.blank_lists import COLUMNS, LISTS, BlankAnswer
from exports.kit.paper import PAPERS
from exports.kit.wording import DATA_TIME, SEX_LETTERS
from exports.kit.workbook import (
    BORDER,
    HEAD_FILL,
    HEAD_FONT,
    done,
    print_setup,
    sheet_title,
    write,
)
from resources.texts import N_, Texts

ROWS = 1000
WIDE = frozenset({fields.NAME, fields.TITLE, fields.ORGANIZATION, fields.OBJECTIVE, fields.NOTES})
# Clearer than the word alone, where nobody is by to ask.
NAMED = {
    fields.TITLE: N_("Activity title"),
    fields.STARTS: N_("Start date"),
    fields.ENDS: N_("End date"),
}


def make(answer: BlankAnswer, t: Texts) -> bytes:
    """The empty list."""
    book = Workbook()
    sheet = book.active
    sheet.title = sheet_title(t(dict(LISTS)[answer.target]))
    offered = {
        fields.SEX: tuple(SEX_LETTERS[t.language].values()),
        fields.DISABILITY: (t(N_("Yes")), t(N_("No"))),
        fields.CONSENT: (t(N_("Yes")), t(N_("No"))),
        fields.DISTRICT: answer.places,
        fields.KIND: tuple(t.label(one) for one in answer.kinds),
    }
    kept = book.create_sheet(sheet_title(t(N_("Choices"))))
    kept.sheet_state = "hidden"
    for position, key in enumerate(COLUMNS[answer.target], start=1):
        letter = get_column_letter(position)
        cell = sheet.cell(1, position, t(NAMED.get(key, fields.LABELS[key])))
        cell.font, cell.fill, cell.border = HEAD_FONT, HEAD_FILL, BORDER
        sheet.column_dimensions[letter].width = 34 if key in WIDE else 20
        choices = offered.get(key, ())
        for row, text in enumerate(choices, start=1):
            write(kept, row, position, text)
        if choices:
            source = f"'{kept.title}'!${letter}$1:${letter}${len(choices)}"
            validation = DataValidation(
                type="list", formula1=source, allow_blank=True, showErrorMessage=False
            )
            validation.add(f"{letter}2:{letter}{ROWS}")
            sheet.add_data_validation(validation)
    sheet.freeze_panes = "B2"
    print_setup(sheet, PAPERS["a4"], landscape=True, titles=1)
    return done(book, DATA_TIME)
