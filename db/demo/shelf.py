"""How the demo writes rows: ids from short names, and a ledger that takes facts with their source only."""

import uuid

from db.log.identity import derived_id
from db.models import Citation, Exchanged

_DEMO = uuid.UUID("0d8c7f3a-52c1-5e0b-9a64-3b1f6f0e2a17")


def key(table: str, name: str) -> str:
    """Id of a thing of the demo, the same on every computer: ``key("activity", "A01")``."""
    return uuid.uuid5(_DEMO, f"{table}|{name}").hex


class Ledger:
    """Collects rows and their citations. Locators are as a reader counts: ``alinea 2``, ``butir 5``."""

    def __init__(self) -> None:
        self._rows: list[Exchanged] = []
        self._citations: dict[str, Citation] = {}

    def state(self, source: str, locator: str, *rows: Exchanged) -> None:
        """Take down rows that a source states."""
        for row in rows:
            self._rows.append(row)
            self.cite(source, locator, str(row.__tablename__), row.id)

    def cite(self, source: str, locator: str, table: str, row: str) -> None:
        """A source states a thing (again); several places in one source share a citation."""
        name = derived_id("citation", table, row, source)
        known = self._citations.get(name)
        if known is None:
            self._citations[name] = Citation(
                id=name, subject=table, subject_id=row, source_id=source, locator=locator
            )
        elif locator not in str(known.locator).split("; "):
            known.locator = f"{known.locator}; {locator}"

    def rows(self) -> list[Exchanged]:
        """Everything taken down."""
        return [*self._rows, *self._citations.values()]
