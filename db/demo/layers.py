"""The two layers of the demo, and the two edits that write them, so that Undo takes each back whole."""

from sqlmodel import Session

from db.demo.facts import (
    activities,
    activities_of_2020,
    agreements,
    figures,
    forums,
    media,
    organizations,
    people,
    places,
    programmes,
    promises,
    sources,
    trainings,
)
from db.demo.samples import (
    events,
    offices,
    papers,
    pictures,
    plans,
    programme,
    sittings,
)
from db.demo.samples import (
    people as sample_people,
)
from db.demo.shelf import Ledger
from db.edits.edit import edit
from db.models import Exchanged
from resources.texts import N_


@edit(N_("Add the facts of the demo"))
def add_facts(session: Session) -> None:
    """Add what the five texts state, each row with the text that states it."""
    session.add_all(facts())


@edit(N_("Add the samples of the demo"))
def add_samples(session: Session) -> None:
    """Add made-up rows; every one of them is marked, and no fact is touched."""
    session.add_all(samples())
    session.connection().exec_driver_sql(
        "INSERT OR IGNORE INTO attachment_content (sha256, content) VALUES (?, ?)",
        [(one.sha256, one.content) for one in pictures.drawings()],
    )


def facts() -> list[Exchanged]:
    """Rows of the first layer; every row but the sources themselves comes with a citation."""
    ledger = Ledger()
    for chapter in (
        places,
        organizations,
        people,
        programmes,
        agreements,
        forums,
        activities,
        activities_of_2020,
        trainings,
        figures,
        promises,
        media,
    ):
        chapter.state(ledger)
    return [*sources.rows(), *ledger.rows()]


def samples() -> list[Exchanged]:
    """Rows of the second layer."""
    rows = [
        row
        for chapter in (
            offices,
            sample_people,
            programme,
            events,
            sittings,
            papers,
            pictures,
            plans,
        )
        for row in chapter.rows()
    ]
    for row in rows:
        row.sample = True
    return rows
