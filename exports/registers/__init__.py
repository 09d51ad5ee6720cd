"""Registers and directories: one table each, on paper in landscape and as a workbook to filter."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from db.engine import Reader
from db.queries import registers as questions
from db.queries.settings import papers
from exports.document import ON_PAPER, YES_NO, Choice, Choices, Document
from exports.kit import followed
from exports.kit.columns import Table
from exports.kit.paper import chosen
from exports.registers import directories
from exports.registers.asked import Asked
from resources.texts import N_, Texts

Shape = Callable[[list[Any], Texts, Choices], Table]
"""Lines of a question, the texts and the choices → the table."""

CONTACTS = Choice("contacts", N_("With phone and e-mail"), YES_NO, default=False)
EVERYWHERE = Choice(
    "everywhere", N_("All provinces, also those not reached yet"), YES_NO, default=False
)


def _register(
    key: str,
    title: str,
    ask: Callable[[Reader, Choices, dt.date], list[Any]],
    shape: Shape,
    *choices: Choice,
    nameless: bool = False,
) -> Document:
    def question(reader: Reader, given: Choices) -> Asked:
        office = papers(reader)
        today = dt.date.today()  # noqa: DTZ011 - the day on which it is asked
        paper = chosen(given["paper"], office.paper)
        lines, sample = ask(reader, given, today), questions.has_samples(reader)
        return Asked(lines, dict(given), office, paper, today, sample)

    def make(asked: Asked, t: Texts, kind: str) -> bytes:
        table = shape(asked.lines, t, asked.chosen)
        if kind == "xlsx":
            from exports.kit.lists import listed

            return listed(t(title), f"{t(title)} – {asked.papers.name}", table, asked.paper)
        from exports.registers import pages

        return pages.make(asked, t, t(title), table)

    return Document(key, title, ("pdf", "xlsx"), (*choices, ON_PAPER), question, make, nameless)


REGISTERS = (
    _register(
        "member_directory",
        N_("Directory of members"),
        lambda reader, _, __: questions.members(reader),
        directories.members,
        CONTACTS,
    ),
    _register(
        "organization_directory",
        N_("Directory of organizations"),
        lambda reader, _, __: questions.organizations(reader),
        directories.organizations,
        CONTACTS,
        nameless=True,
    ),
    _register(
        "agreement_register",
        N_("Register of agreements"),
        lambda reader, _, today: questions.agreements(reader, today),
        lambda lines, t, _: followed.agreements(lines, t),
        nameless=True,
    ),
    _register(
        "plan_monitoring",
        N_("Monitoring of action plans"),
        lambda reader, _, today: questions.steps(reader, today),
        lambda lines, t, _: followed.steps(lines, t),
        nameless=True,
    ),
    _register(
        "unreached_districts",
        N_("Districts not reached yet"),
        lambda reader, given, _: questions.unreached(reader, everywhere=given["everywhere"]),
        lambda lines, t, _: followed.unreached(lines, t),
        EVERYWHERE,
        nameless=True,
    ),
)
