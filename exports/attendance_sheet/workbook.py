"""The attendance sheet as a workbook to fill in."""

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from exports import attendance_sheet as description
from exports.attendance_sheet import SheetPlan
from exports.kit.paper import PAPERS
from exports.kit.wording import DATA_TIME, SAMPLE
from exports.kit.workbook import (
    HEAD_FONT,
    TITLE_FONT,
    done,
    print_setup,
    put_logo,
    put_table,
    sheet_title,
    write,
)
from resources.texts import Texts


def make(planned: SheetPlan, t: Texts) -> bytes:
    """One sheet with the columns, order and rows of the printed one."""
    answer = planned.answer
    book = Workbook()
    sheet = book.active
    sheet.title = sheet_title(t(description.TITLE))
    table = description.table(planned, t)
    last = len(table.columns)
    row = 1
    titles = [
        answer.papers.name,
        *answer.papers.lines,
        f"{t(description.TITLE)} {t.label(answer.role)}",
        answer.title,
    ]
    for position, line in enumerate(titles):
        write(sheet, row, 1, line)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)
        cell = sheet.cell(row, 1)
        cell.alignment = Alignment(horizontal="center", wrap_text=True)
        cell.font = TITLE_FONT if position == len(titles) - 2 else HEAD_FONT
        row += 1
    put_logo(sheet, answer.papers.logo, "A1")
    put_logo(sheet, answer.papers.partner_logo, f"{get_column_letter(last)}1")
    if answer.sample:
        write(sheet, row, 1, t(SAMPLE))
        row += 1
    for label, value in description.heading(planned, t):
        write(sheet, row, 1, f"{label}: {value}")
        row += 1
    row += 1
    head = row
    row = put_table(sheet, table, row, "DaftarHadir", borders=True, excel=False)
    for filled in range(head + 1, row):
        sheet.row_dimensions[filled].height = planned.row_height * 72 / 25.4
    sheet.freeze_panes = sheet.cell(head + 1, 3)
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(last)}{row - 1}"
    if planned.consent:
        write(sheet, row + 1, 1, description.consent(planned, t))
        sheet.merge_cells(start_row=row + 1, start_column=1, end_row=row + 1, end_column=last)
        sheet.cell(row + 1, 1).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row + 1].height = 42
    for one in answer.signatories:
        row += 4
        for offset, said in enumerate((one.caption, None, None, one.name, one.position)):
            write(sheet, row + offset, max(last - 1, 1), said)
    sheet.print_area = f"A1:{get_column_letter(last)}{row + 6}"
    print_setup(
        sheet,
        PAPERS[planned.paper],
        landscape=planned.orientation == "landscape",
        titles=head,
        footer=answer.title[:80],
    )
    return done(book, DATA_TIME)
