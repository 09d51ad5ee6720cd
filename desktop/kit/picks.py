"""How things of the workspace are found by typing some of their letters."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.desk import Desk
from desktop.kit.fields import PickField
from desktop.texts import N_

LETTERS = N_("Type some letters")
CHOICES = 12


@dataclass(frozen=True, slots=True)
class Pick:
    """What suggests rows of a table, and how one of them is said. An empty text suggests the first."""

    table: str
    suggest: Callable[..., list[Any]]
    say: Callable[[Any], str]


def districts() -> Pick:
    """Kabupaten and kota."""
    from db.queries import districts as questions

    return Pick("district", questions.suggest, lambda one: _with(one.name, one.within))


def organizations() -> Pick:
    """Organizations by name or acronym."""
    from db.queries import organizations as questions

    return Pick(
        "organization",
        lambda reader, text: questions.page(reader, search_text=text, limit=CHOICES),
        lambda one: one.name,
    )


def people(desk: Desk) -> Pick:
    """Members, told apart by where they belong; protected ones by their code."""
    from db.queries import people as questions

    return Pick("person", questions.suggest, lambda one: _with(desk.guard.name(one), one.detail))


def activities() -> Pick:
    """Activities by title."""
    from db.queries import activities as questions

    return Pick("activity", questions.suggest, lambda one: one.title)


def programmes() -> Pick:
    """Programmes and their components by name."""
    from db.queries.programmes import LISTING

    return _listed(LISTING, lambda one: _with(one.name, one.parent))


def forums() -> Pick:
    """Forums by name."""
    from db.queries.forums import LISTING

    return _listed(LISTING, lambda one: _with(one.name, one.district))


def agreements() -> Pick:
    """Agreements by title and number."""
    from db.queries.agreements import LISTING

    return _listed(LISTING, lambda one: _with(one.title, one.number))


def plans() -> Pick:
    """Follow-up plans by title."""
    from db.queries.action_plans import PLANS

    return _listed(PLANS, lambda one: _with(one.title, one.district))


def _listed(listing: Any, say: Callable[[Any], str]) -> Pick:
    from db.queries.listing import Asked, found

    def suggest(reader: Any, text: str) -> list[Any]:
        return found(reader, listing, Asked(text)).first[:CHOICES]

    return Pick(listing.table, suggest, say)


def _with(name: str, detail: str | None) -> str:
    return f"{name} · {detail}" if detail else name


def field(desk: Desk, key: str, title: str, pick: Pick) -> PickField:
    """A field that holds one of them."""
    return PickField(desk, key, title, pick, desk.t(LETTERS))
