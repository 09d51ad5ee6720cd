"""Profiles: all about a forum, a district or an organization, as pages and as a Word file."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from db.engine import Reader
from db.errors import UserError
from db.queries import profiles as questions
from db.queries.profiles import Profile
from exports.document import (
    DISTRICT,
    FORUM,
    NO_SUCH_THING,
    ON_PAPER,
    ORGANIZATION,
    YES_NO,
    Choice,
    Choices,
    Document,
)
from exports.kit.paper import chosen
from resources.texts import N_, Texts


@dataclass(frozen=True, slots=True)
class ProfilePlan:
    """The answer, and how it shall be told. ``contacts``: with phone and e-mail of an organization."""

    answer: Profile
    paper: str
    contacts: bool


def _profile(
    key: str,
    title: str,
    about: Choice,
    ask: Callable[[Reader, str, dt.date], Profile | None],
    *choices: Choice,
    nameless: bool = False,
) -> Document:
    def question(reader: Reader, given: Choices) -> ProfilePlan:
        today = dt.date.today()  # noqa: DTZ011 - the day on which it is asked
        answer = ask(reader, given[about.key], today)
        if answer is None:
            raise UserError(NO_SUCH_THING)
        paper = chosen(given["paper"], answer.papers.paper)
        return ProfilePlan(answer, paper, given.get("contacts", False))

    def make(planned: ProfilePlan, t: Texts, kind: str) -> bytes:
        from exports.kit.story import Looks, begin
        from exports.profiles.telling import tell

        answer = planned.answer
        looks = Looks(t(title), answer.name, answer.papers, planned.paper, answer.sample)
        return tell(planned, t, begin(kind, looks, t), title)

    return Document(
        key, title, ("pdf", "docx"), (about, *choices, ON_PAPER), question, make, nameless
    )


PROFILES = (
    _profile(
        "forum_profile",
        N_("Profile of a forum"),
        Choice("forum", N_("Forum"), FORUM, required=True),
        questions.forum,
    ),
    _profile(
        "district_profile",
        N_("Profile of a district"),
        Choice("district", N_("District"), DISTRICT, required=True),
        questions.district,
        nameless=True,
    ),
    _profile(
        "organization_profile",
        N_("Profile of an organization"),
        Choice("organization", N_("Organization"), ORGANIZATION, required=True),
        questions.organization,
        Choice("contacts", N_("With phone and e-mail"), YES_NO, default=False),
    ),
)
