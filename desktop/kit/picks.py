"""How things of the workspace are found by typing some of their letters."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.desk import Desk
from desktop.kit.fields import PickField
from desktop.texts import N_

LETTERS = N_("Type some letters")


@dataclass(frozen=True, slots=True)
class Pick:
    """What suggests rows, and how one of them is said."""

    suggest: Callable[..., list[Any]]
    say: Callable[[Any], str]


def districts() -> Pick:
    """Kabupaten and kota."""
    from db.queries import districts as questions

    return Pick(
        questions.suggest, lambda one: f"{one.name} · {one.within}" if one.within else one.name
    )


def organizations() -> Pick:
    """Organizations by name or acronym."""
    from db.queries import organizations as questions

    return Pick(
        lambda reader, text: questions.page(reader, search_text=text, limit=12),
        lambda one: one.name,
    )


def people() -> Pick:
    """Members, told apart by where they belong."""
    from db.queries import people as questions

    return Pick(
        questions.suggest, lambda one: f"{one.name} · {one.detail}" if one.detail else one.name
    )


def activities() -> Pick:
    """Activities by title."""
    from db.queries import activities as questions

    return Pick(questions.suggest, lambda one: one.title)


def programmes() -> Pick:
    """Programmes and their components by name."""
    from db.queries import things

    return _among(things.programmes)


def forums() -> Pick:
    """Forums by name."""
    from db.queries import things

    return _among(things.forums)


def _among(question: Callable[..., list[Any]]) -> Pick:
    """A list so short that it is read whole."""
    from db.rules.names import fold

    def suggest(reader: Any, text: str) -> list[Any]:
        return [one for one in question(reader) if fold(text) in fold(one.name)]

    return Pick(suggest, lambda one: one.name)


def field(desk: Desk, key: str, title: str, pick: Pick) -> PickField:
    """A field that holds one of them."""
    return PickField(desk, key, title, pick.suggest, pick.say, desk.t(LETTERS))
