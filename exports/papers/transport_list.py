"""List of those who receive money for their journey: amounts in figures and words, and signatures.

Only who was there receives, for the days of attendance. No tax is computed: rules change, and sources
disagree.
"""

from db.errors import UserError
from db.queries.event import EventPerson
from exports.kit.columns import Column, Table
from exports.kit.letter import Letter
from exports.kit.paper import paper
from exports.kit.wording import town
from exports.papers.asked import Asked, about
from resources.texts import N_, Texts

NOBODY = N_("Nobody is recorded as present yet. Take the attendance first.")
TOTAL = N_("Total: {amount}")
WORDS = N_("In words: {words} rupiah")
SIGNED = ("odd", "even")  # columns: odd numbers sign left, even ones right
_LEAST = 11.0  # millimetres of a row that is signed


def make(asked: Asked, t: Texts, title: str, kind: str) -> bytes:
    """The list as ``pdf`` or ``xlsx``. Raises UserError where nobody was there."""
    event, rate = asked.event, asked.chosen["rate"]
    if not event.came:
        raise UserError(NOBODY)
    amounts = [_amount(one, rate) for one in event.came]
    known = [amount for amount in amounts if amount is not None]
    if kind == "xlsx":
        from exports.kit.lists import listed

        columns = tuple(column for column in _columns(t) if column.key not in SIGNED)
        rows = tuple(_row(n, one, rate) for n, one in enumerate(event.came, start=1))
        said = f"{title} – {event.card.row.title}"
        return listed(title, said, Table(columns, rows), asked.paper, "amount")
    letter = Letter(paper(asked.paper), t, title, event.papers, sample=event.sample)
    letter.begin()
    letter.centred(title.upper())
    letter.facts(about(asked, t))
    lines = [
        (*_said(_row(number, one, rate), t), *_to_sign(number))
        for number, one in enumerate(event.came, start=1)
    ]
    letter.table(_columns(t), lines, least=_LEAST)
    if len(known) == len(amounts):
        letter.paragraph(t(TOTAL, amount=t.money(sum(known))))
        letter.paragraph(t(WORDS, words=t.words(sum(known)).capitalize()))
    letter.sign(event.signatories, town(event.card.row.places), event.card.row.ends)
    return letter.done()


def _amount(one: EventPerson, rate: int | None) -> int | None:
    """What somebody receives: what was recorded, or the days by the rate."""
    if one.transport is not None:
        return one.transport
    return None if rate is None else one.days * rate


def _row(number: int, one: EventPerson, rate: int | None) -> tuple[object, ...]:
    amount = _amount(one, rate)
    each = None if one.transport is not None else rate
    return number, one.name, one.organization, one.district, one.days, each, amount


def _to_sign(number: int) -> tuple[str, str]:
    return (f"{number}.", "") if number % 2 else ("", f"{number}.")


def _said(row: tuple[object, ...], t: Texts) -> tuple[object, ...]:
    *rest, each, amount = row
    money = (t.money(value) if isinstance(value, int) else "" for value in (each, amount))
    return *(value or "" for value in rest), *money


def _columns(t: Texts) -> list[Column]:
    return [
        Column("no", t(N_("No.")), 11.5, "center"),
        Column("name", t(N_("Full name")), 42),
        Column("organization", t(N_("Organization")), 34),
        Column("district", t(N_("District")), 28),
        Column("days", t(N_("Days")), 12, "center"),
        Column("each", t(N_("Per day")), 26, "right"),
        Column("amount", t(N_("Amount")), 28, "right"),
        Column(SIGNED[0], t(N_("Signature")), 20),
        Column(SIGNED[1], "", 20),
    ]
