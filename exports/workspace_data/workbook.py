"""The data workbook: a sheet for each kind of record, ids turned into names, codes into words."""

from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from db.queries.record_names import HIDDEN
from db.queries.records import Field
from db.queries.workspace_data import TableData, WorkspaceData
from exports.kit.columns import Column, Table
from exports.kit.field_words import TABLES
from exports.kit.fields import column_words, headline, said, table_words
from exports.kit.paper import PAPERS
from exports.kit.wording import SAMPLE
from exports.kit.workbook import TITLE_FONT, done, print_setup, put_table, sheet_title, write
from exports.workspace_data import TITLE
from resources.texts import N_, NN_, Texts

_HEAD_ROW = 3
_WIDE = frozenset({"text", "words", "title", "name", "notes", "value", "summary", "objective"})
NO_CONTACTS = N_("Telephone numbers, e-mail and postal addresses are left out.")
PROTECTED = NN_(
    "{n} protected person appears by code alone.", "{n} protected people appear by code alone."
)
ATTACHED = N_("Photos and files themselves are not part of it, only what is written about them.")


def book(data: WorkspaceData, t: Texts) -> bytes:
    """The file: a cover, then every kind of record that there is."""
    made = Workbook()
    made.remove(made.active)
    _cover(made, data, t)
    order = {name: place for place, name in enumerate(TABLES)}
    for table in sorted(data.tables, key=lambda one: order.get(one.name, len(order))):
        if table.rows:
            _sheet(made, data, table, t)
    return done(made, data.made_at)


def _cover(made: Workbook, data: WorkspaceData, t: Texts) -> None:
    sheet = made.create_sheet(sheet_title(t(N_("Cover"))))
    write(sheet, 1, 1, f"{t(TITLE)}: {data.workspace}{_mark(data, t)}")
    sheet.cell(1, 1).font = TITLE_FONT
    lines: list[tuple[str, object]] = [
        (t(N_("Data as of")), data.made_at[:10]),
        (t(N_("Data version")), str(data.version)),
        *((table_words(t, one.name), len(one.rows)) for one in data.tables if one.rows),
    ]
    for row, (label, value) in enumerate(lines, start=_HEAD_ROW):
        write(sheet, row, 1, label)
        write(sheet, row, 2, value)
    notes = [
        *([] if data.contacts else [t(NO_CONTACTS)]),
        *([t.count(*PROTECTED, data.protected)] if data.protected else []),
        t(ATTACHED),
    ]
    for row, note in enumerate(notes, start=_HEAD_ROW + len(lines) + 1):
        write(sheet, row, 1, note)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 38, 20
    print_setup(sheet, PAPERS["a4"], landscape=False)


def _sheet(made: Workbook, data: WorkspaceData, table: TableData, t: Texts) -> None:
    title = table_words(t, table.name)
    sheet = made.create_sheet(sheet_title(title))
    write(sheet, 1, 1, f"{t(TITLE)}: {title}{_mark(data, t)}")
    sheet.cell(1, 1).font = TITLE_FONT
    shown = [c for c in table.columns if c not in HIDDEN and _stated(table, c)]
    columns = [
        Column("id", t(N_("Rembuk row")), 26),
        *(Column(c, column_words(t, table.name, c), 90 if c in _WIDE else 44) for c in shown),
    ]
    extra = [N_("Figure")] if table.name == "reported_figure" else []
    columns += [Column("figure", t(label), 60) for label in extra]
    columns.append(Column("sample", t(N_("Sample")), 20))
    rows = tuple(_row(data, table, shown, values, t) for values in table.rows)
    end = put_table(sheet, Table(tuple(columns), rows), _HEAD_ROW, f"Data_{table.name}")
    sheet.freeze_panes = sheet.cell(_HEAD_ROW + 1, 3)
    sheet.print_area = f"A1:{get_column_letter(len(columns))}{end}"
    print_setup(sheet, PAPERS["a4"], landscape=True, titles=_HEAD_ROW)


def _row(
    data: WorkspaceData, table: TableData, shown: list[str], values: dict[str, Any], t: Texts
) -> tuple[object, ...]:
    fields = {c: _field(data, table, c, values) for c in shown if values[c] is not None}
    cells = [_cell(t, table, fields[c]) if c in fields else None for c in shown]
    if table.name == "reported_figure":
        cells.append(headline(t, table.name, ("", ""), fields.values()))
    return (values["id"], *cells, t(N_("Sample")) if values["sample"] else None)


def _field(data: WorkspaceData, table: TableData, column: str, values: dict[str, Any]) -> Field:
    value = values[column]
    target = values["subject"] if column == "subject_id" else table.references.get(column)
    if column == "measure":
        target, value = "term", f"figure_measure:{value}"
    if target is None:
        return Field(column, value, "value")
    label = data.labels.get(target, {}).get(value, (str(value), str(value)))
    return Field(column, value, "link", label)


def _cell(t: Texts, table: TableData, field: Field) -> object:
    """Numbers stay numbers; all else is said as on the screen."""
    if isinstance(field.value, int | float) and not isinstance(field.value, bool):
        return field.value
    return said(t, table.name, field)


def _stated(table: TableData, column: str) -> bool:
    return any(row[column] not in (None, "", False) for row in table.rows)


def _mark(data: WorkspaceData, t: Texts) -> str:
    return f" · {t(SAMPLE)}" if data.sample else ""
