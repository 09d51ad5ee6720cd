"""What users do with the computers of their circle: admit, dismiss, name them.

What a key press takes back may not be a permission: admitting is ended by dismissing, and the other way round.
"""

from dataclasses import replace
from typing import Any

from sqlmodel import Session

from db.circle.cards import Card
from db.circle.certificates import EVERYTHING, Grant, Member, Scope, certify
from db.edits.edit import GONE, edit, get, put, reader_of
from db.errors import UserError
from db.log.identity import device_number
from db.log.stamp import time_text
from db.log.writing import SETUP
from db.models import Device
from db.queries.circle import admitting_keys, circle
from resources.texts import N_

NOT_YOURSELF = N_("This computer cannot dismiss itself. Do it on another one that may admit.")
NAME_MISSING = N_("Give the computer a name, so that others know whose it is.")


@edit(N_("Admit a computer"), kind=SETUP)
def admit(session: Session, card: Card, scope: Scope = EVERYTHING, *, admits: bool = False) -> str:
    """A computer may exchange from now on: everything, or what belongs to a scope. Answers its id.

    ``admits``: it may admit others itself. Admitting one again changes what it gets, and takes a
    dismissal back. Raises UserError where this computer may not admit.
    """
    grant = Grant(
        circle=circle(reader_of(session)).founder,
        device=card.device,
        sign=card.sign,
        seal=card.seal,
        scope=scope,
        admits=admits,
        dismissed=False,
        at=time_text(),
    )
    row = Device(id=card.device, name=card.name, owner=card.owner or None)
    row.certificate = _certificate(session, grant)
    put(session, row)
    return row.id


@edit(N_("Change what a computer gets"), kind=SETUP)
def change_scope(session: Session, device: str, scope: Scope, *, admits: bool = False) -> None:
    """What a computer gets from now on. What it has already stays with it."""
    _certify(session, device, scope=scope, admits=admits, dismissed=False)


@edit(N_("Dismiss a computer"), kind=SETUP)
def dismiss(session: Session, device: str) -> None:
    """Later files cannot be read by it, and its files are not taken in any more."""
    reader = reader_of(session)
    if admitting_keys(reader).public.sign == _member(session, device).grant.sign:
        raise UserError(NOT_YOURSELF)
    _certify(session, device, admits=False, dismissed=True)


@edit(N_("Put a copy out of use"))
def put_out_of_use(session: Session, device: str) -> None:
    """Nobody writes under this number any more; files need not wait for it."""
    row = get(session, Device, device)
    row.removed = True
    session.add(row)


@edit(N_("Name a computer"))
def rename(session: Session, device: str, name: str, owner: str | None) -> None:
    """What people call a computer, and who uses it."""
    if not name.strip():
        raise UserError(NAME_MISSING, "name")
    row = get(session, Device, device)
    row.name, row.owner = name.strip(), (owner or "").strip() or None
    session.add(row)


def _certify(session: Session, device: str, **changes: Any) -> None:
    """Grant something else to a computer that was admitted."""
    known = _member(session, device).grant
    row = get(session, Device, known.device)
    row.certificate = _certificate(session, replace(known, at=time_text(), **changes))
    session.add(row)


def _certificate(session: Session, grant: Grant) -> str:
    return certify(admitting_keys(reader_of(session)), grant)


def _member(session: Session, device: str) -> Member:
    found = circle(reader_of(session)).of(device_number(device))
    if found is None:
        raise UserError(GONE)
    return found
