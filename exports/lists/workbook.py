"""A list with the ids of its rows in a hidden column, and a hidden sheet with what was given out."""

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from db.imports import fields
from db.imports.returning import HEADING, MARK, SHEET, packed
from db.rules.attendance import LETTERS
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
from exports.lists import COLUMNS, ListAnswer, given, headings, texts
from resources.texts import N_, Texts

SPARE = 200  # rows below the last for people who are new
WIDTH = 10  # of a session


def make(answer: ListAnswer, t: Texts) -> bytes:
    """The list as a workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = sheet_title(answer.title or t(N_("Members")))
    over = headings(answer, t)
    for position, text in enumerate((HEADING, *over.values()), start=1):
        cell = sheet.cell(1, position, text)
        cell.font, cell.fill, cell.border = HEAD_FONT, HEAD_FILL, BORDER
    for row, one in enumerate(answer.people, start=2):
        write(sheet, row, 1, one.id, text=True)
        shown = texts(answer, t, one)
        for position, key in enumerate(over, start=2):
            if shown.get(key):
                write(sheet, row, position, shown[key], text=True)
    widths = dict(COLUMNS)
    for position, key in enumerate(over, start=2):
        letter = get_column_letter(position)
        sheet.column_dimensions[letter].width = widths.get(key, WIDTH)
        choices = SEX_LETTERS if key == fields.SEX else LETTERS if key.startswith(MARK) else None
        if choices is not None:
            offered = DataValidation(
                type="list",
                formula1=f'"{",".join(choices[t.language].values())}"',
                allow_blank=True,
            )
            offered.add(f"{letter}2:{letter}{len(answer.people) + SPARE}")
            sheet.add_data_validation(offered)
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(over) + 1)}{len(answer.people) + 1}"
    kept = book.create_sheet(SHEET)
    kept.sheet_state = "veryHidden"
    for row, line in enumerate(packed(given(answer, t)), start=1):
        for position, text in enumerate(line, start=1):
            write(kept, row, position, text, text=True)
    print_setup(sheet, PAPERS["a4"], landscape=True, titles=1)
    return done(book, DATA_TIME)
