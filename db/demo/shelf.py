"""How the demo writes rows: ids from names, sources beside every fact."""

import uuid
from typing import Any, TypeVar

from sqlmodel import Session

from db.log.identity import derived_id
from db.models import Citation, Exchanged, Statement

Row = TypeVar("Row", bound=Exchanged)

_DEMO = uuid.UUID("0d8c7f3a-52c1-5e0b-9a64-3b1f6f0e2a17")


def key(table: str, name: str) -> str:
    """Id of a demo row, the same on every run."""
    return uuid.uuid5(_DEMO, f"{table}|{name}").hex


class Shelf:
    """Adds rows; whatever is added under a source gets a citation."""

    def __init__(self, session: Session, *, sample: bool = False) -> None:
        self.session, self.sample = session, sample

    def put(self, row: Row, *sources: str) -> str:
        """Add a row, and say where it comes from (keys of sources)."""
        row.sample = self.sample
        self.session.add(row)
        for source in sources:
            self._cite(row, key("source", source))
        return row.id

    def named(self, kind: type[Row], name: str, /, *sources: str, **values: Any) -> str:
        """Add a row whose id follows from a short name."""
        return self.put(kind(id=key(kind.__tablename__, name), **values), *sources)  # type: ignore[arg-type]  # a text

    def relation(self, kind: type[Row], /, *sources: str, **values: Any) -> str:
        """Add a row that joins others: its id follows from their ids, in the order given."""
        joined = [str(value) for name, value in values.items() if name.endswith("_id")]
        table = str(kind.__tablename__)
        return self.put(kind(id=derived_id(table, *joined), **values), *sources)

    def state(self, subject: str, row: str, level: str, texts: list[str], source: str) -> None:
        """Objectives, components, scope items or expectations of a thing, in order."""
        for rank, text in enumerate(texts):
            self.put(
                Statement(
                    id=key("statement", f"{row}{level}{rank}"),
                    subject=subject,
                    subject_id=row,
                    level=level,
                    text=text,
                    basis="planned" if level == "expectation" else "reported",
                    rank=rank,
                ),
                source,
            )

    def _cite(self, row: Exchanged, source: str) -> None:
        table = str(row.__tablename__)
        self.session.add(
            Citation(
                id=derived_id("citation", table, row.id, source),
                subject=table,
                subject_id=row.id,
                source_id=source,
                sample=self.sample,
            )
        )
