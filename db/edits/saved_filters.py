"""What users do with filters: keep them under a name, and forget them."""

import json
from collections.abc import Mapping

from sqlmodel import Session

from db.edits.drafts import LONGEST_NAME, REQUIRED, TOO_LONG
from db.edits.edit import edit, get, put, refuse
from db.errors import Problem
from db.models import Setting
from db.queries.listing import Value
from db.queries.saved_filters import PREFIX
from resources.texts import N_


@edit(N_("Keep filter"))
def keep(session: Session, table: str, name: str, chosen: Mapping[str, tuple[Value, ...]]) -> None:
    """Keep what a list is filtered by: facet → values. One of the same name is replaced."""
    name = name.strip()
    if not name:
        refuse([Problem("name", REQUIRED)])
    if len(name) > LONGEST_NAME:
        refuse([Problem("name", TOO_LONG, {"most": LONGEST_NAME})])
    put(session, Setting(id=_key(table, name), value=json.dumps(chosen, ensure_ascii=False)))


@edit(N_("Forget filter"))
def forget(session: Session, table: str, name: str) -> None:
    """Take a filter out of the list of those that are kept."""
    kept = get(session, Setting, _key(table, name))
    kept.removed = True
    session.add(kept)


def _key(table: str, name: str) -> str:
    return f"{PREFIX}.{table}.{name}"
