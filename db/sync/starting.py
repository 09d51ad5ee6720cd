"""The first file of a new computer, from the starter file that was made for its card."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from db import workspace
from db.circle import cards
from db.circle.cards import Card
from db.engine import Connection, drop_indexes
from db.errors import UserError
from db.log.identity import DeviceMemory, device_number
from db.log.writing import Pen
from db.migrations.schema import SCHEMA
from db.queries.circle import circle
from db.sync import incoming, package
from db.sync.holder import Holder
from db.sync.incoming import Merged
from db.sync.package import Header, Line
from resources.texts import N_

NOT_ADMITTED = N_(
    "The starter file does not say that this computer was admitted. Ask {sender} to admit the card and "
    "to make the starter file again."
)


def card_for(data: bytes) -> Card:
    """The card of this computer that a starter file was made for. Raises UserError where there is none."""
    meant = package.header_of(data).recipients
    found = next((card for card in cards.waiting() if card.device in meant), None)
    if found is None:
        raise UserError(cards.NO_KEYS)
    return found


def start(path: Path, data: bytes, card: Card, *, passphrase: str | None, author: str) -> Merged:
    """Make the workspace of this computer; it appears whole or not at all.

    Raises UserError where the file is damaged, was not made for this card, or is no starter file, and
    WorkspaceError where a file is in the way.
    """
    keys = cards.waiting_keys(card)
    head, sender, lines = package.unsealed(data, keys, _sender)
    manifest = incoming.manifest_of(lines, head, sender)

    def fill(connection: Connection) -> Merged:
        memory = DeviceMemory(manifest.workspace)
        holder = Holder(connection, Pen(author, memory), path)
        return _fill(holder, head, chain([manifest], lines), keys.public.sign)

    merged = workspace.join(
        path,
        workspace=manifest.workspace,
        device=device_number(card.device),
        circle=head.circle,
        own=keys,
        passphrase=passphrase,
        fill=fill,
    )
    cards.forget(card)
    return merged


def _fill(holder: Holder, head: Header, lines: Iterator[Line], own: str) -> Merged:
    ready = drop_indexes(holder.connection)
    merge = incoming.Merge(holder, head, head.sender, ready)
    merged, _ = merge.take(lines, clock_is_right=True)
    known = circle(holder.reader)
    sender = known.by_key(head.key)
    if sender is None or sender.grant.dismissed:
        raise UserError(package.FALSIFIED, sender=head.sender)
    member = known.by_key(own)
    if member is None or member.grant.dismissed:
        raise UserError(NOT_ADMITTED, sender=sender.row.name)
    return merged


def _sender(head: Header) -> str:
    """Nobody is known here yet; whether the sender may be believed is read from the file itself."""
    if head.schema > SCHEMA:
        raise UserError(incoming.NEWER_SCHEMA, sender=head.sender)
    return head.sender
