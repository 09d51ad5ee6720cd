"""A table with a title as a workbook to sort, filter and print."""

from openpyxl import Workbook

from exports.kit.columns import Table
from exports.kit.paper import PAPERS
from exports.kit.wording import DATA_TIME
from exports.kit.workbook import (
    TITLE_FONT,
    Sums,
    done,
    print_setup,
    put_sum,
    put_table,
    sheet_title,
    write,
)


def listed(sheet_name: str, title: str, table: Table, paper: str, total: str = "") -> bytes:
    """A workbook of one sheet. ``total``: key of a column of numbers that is summed below."""
    book = Workbook()
    sheet = book.active
    sheet.title = sheet_title(sheet_name)
    write(sheet, 1, 1, title)
    sheet.cell(1, 1).font = TITLE_FONT
    end = put_table(sheet, table, 3, sheet.title)
    sums: Sums = {}
    keys = [column.key for column in table.columns]
    if total in keys and table.rows:
        place = keys.index(total)
        letter = sheet.cell(1, place + 1).column_letter
        value = sum(float(str(row[place] or 0)) for row in table.rows)
        put_sum(sheet, end + 1, place + 1, f"{letter}4:{letter}{end - 1}", value, sums)
    sheet.freeze_panes = "A4"
    print_setup(sheet, PAPERS[paper], landscape=False, titles=3, footer=title[:80])
    return done(book, DATA_TIME, sums)
