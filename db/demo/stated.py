"""The first layer: what the five texts state. Nothing is inferred; 'not stated' stays empty."""

from sqlmodel import Session

from db.demo import activities, agreements, figures, registry
from db.demo.shelf import Shelf
from db.edits.edit import edit
from resources.texts import N_


@edit(N_("Add the facts of the demo"))
def add_facts(session: Session) -> None:
    """Every fact with the text it comes from."""
    shelf = Shelf(session)
    for part in (registry, activities, agreements, figures):
        part.add(shelf)
