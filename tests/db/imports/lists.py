"""Spreadsheets for tests: made on the spot, or the made ones that stay in the repository."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl

MADE = Path(__file__).parents[2] / "spreadsheets"


def truth(name: str) -> dict[str, Any]:
    """What a careful typist would have entered."""
    found: dict[str, Any] = json.loads((MADE / f"{name}.truth.json").read_text("utf-8"))
    return found


def workbook(
    path: Path, rows: Iterable[Sequence[Any]], merged: Sequence[str] = (), title: str = "Lembar1"
) -> Path:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path
