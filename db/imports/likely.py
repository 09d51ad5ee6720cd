"""What a file most likely lists, so that the user need not say it."""

from pathlib import Path

from db.engine import Reader
from db.imports import fields, known
from db.imports.around import around
from db.imports.columns import ACTIVITIES, ORGANIZATIONS, PARTICIPANTS, PEOPLE, columns
from db.imports.returning import given_list
from db.imports.tables import Table, tables
from db.imports.values import Districts
from db.imports.workbook import read
from db.rules.districts import Places

_TOOK_PART = frozenset({fields.PRESENCE, fields.JOINED, fields.MINUTES, fields.SIGNATURE})


def likely_target(reader: Reader, path: Path) -> str:
    """One of ``columns.TARGETS``; PEOPLE where nothing says more.

    Raises:
        UserError: the file cannot be read.
    """
    given = given_list(path)
    if given is not None:
        return given.target
    places = known.places(reader)
    found = [table for sheet in read(path) for table in tables(sheet)]
    largest = max(found, key=lambda table: len(table.records), default=None)
    return PEOPLE if largest is None else _kind(largest, places)


def _kind(table: Table, places: Places) -> str:
    said = {meaning for heading in table.headings for meaning, _ in fields.said(heading)[:1]}
    if fields.TITLE in said and fields.NAME not in said:
        return ACTIVITIES
    as_people = _sure(table, PEOPLE, places)
    if fields.NAME not in as_people and fields.ORGANIZATION in _sure(table, ORGANIZATIONS, places):
        return ORGANIZATIONS
    about = around(table, Districts(places))
    took_part = as_people & _TOOK_PART
    return PARTICIPANTS if took_part or (about.title and about.starts) else PEOPLE


def _sure(table: Table, target: str, places: Places) -> frozenset[str]:
    return frozenset(
        column.meaning
        for column in columns(table, target, places)
        if column.sure and column.heading
    )
