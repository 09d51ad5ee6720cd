"""What leaves with phone numbers and addresses in it: written down, so that everybody can see it in the history."""

import json

from sqlmodel import Session

from db.edits.edit import edit
from db.log.identity import new_id
from db.models import Setting
from resources.texts import N_

PREFIX = "disclosure"


@edit(N_("Hand out contact data"))
def hand_out(session: Session, what: str, number: int | None) -> None:
    """Contact data of ``number`` people (None: not counted) left in ``what``: a document or a list, by its msgid."""
    value = json.dumps({"what": what, "number": number}, ensure_ascii=False)
    session.add(Setting(id=f"{PREFIX}.{new_id()}", value=value))
