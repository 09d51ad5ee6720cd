"""What a profile says, from its facts to what is still to be done."""

from db.queries.profiles import Belonging, Done, Profile
from db.queries.statistics import SEXES
from exports.kit import colours, followed, passages
from exports.kit.columns import Column
from exports.kit.flow import MUTED, SMALL
from exports.kit.map import Mark, Shown, reach_map
from exports.kit.story import Story
from exports.kit.wording import SEX_LETTERS, said_period, said_span
from exports.profiles import ProfilePlan
from resources.texts import N_, NN_, Texts

AS_OF = N_("As of {date}")
RESTRICTED = N_("Restricted activity")
NOTHING = N_("Nothing has been written down about this yet.")
HERE = N_("This district")
MAP = N_("Map of the province; the district is marked.")
MEMBERS = NN_(
    "{n} member lives here or comes from here: {parts}.",
    "{n} members live here or come from here: {parts}.",
)

_LABELS = {
    "code": N_("Code"),
    "province": N_("Province"),
    "acronym": N_("Acronym"),
    "kind": N_("Kind"),
    "parent": N_("Part of"),
    "programme": N_("Programme"),
    "organization": N_("Carried by"),
    "district": N_("District"),
    "founded": N_("Founded"),
    "status": N_("Status"),
    "address": N_("Address"),
    "website": N_("Website"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "aims": N_("Aims"),
    "notes": N_("Notes"),
}
_CONTACTS = ("phone", "email")


def tell(planned: ProfilePlan, t: Texts, story: Story, title: str) -> bytes:
    """The file."""
    answer = planned.answer
    story.opening(t(title), answer.name, t(AS_OF, date=t.date(answer.today)))
    _facts(planned, t, story)
    _map(answer, t, story)
    _belonging(answer, t, story)
    _activities(answer, t, story)
    if answer.agreements:
        story.heading(t(N_("Agreements")))
        table = followed.agreements_briefly(list(answer.agreements), t)
        story.table(list(table.columns), list(table.rows))
    if answer.steps:
        story.heading(t(N_("Action plans and their progress")))
        table = followed.steps_briefly(list(answer.steps), t)
        story.table(list(table.columns), list(table.rows), strong=table.strong)
    if answer.practices:
        story.heading(t(N_("Barriers and good practices")))
        passages.lessons(story, t, answer.practices)
    if not (answer.activities or answer.agreements or answer.steps or answer.practices):
        story.paragraph(t(NOTHING), MUTED)
    return story.done()


def _facts(planned: ProfilePlan, t: Texts, story: Story) -> None:
    about = planned.answer.about
    pairs = []
    for key, label in _LABELS.items():
        value = about.get(key)
        if not value or (key in _CONTACTS and not planned.contacts):
            continue
        if key == "founded":
            value = said_period(t, value, value)
        elif f"{key}_en" in about:
            value = t.label((value, about[f"{key}_en"]))
        pairs.append((t(label), str(value)))
    pairs += [(t.label(label), "; ".join(names)) for label, names in planned.answer.named]
    story.facts(pairs)


def _map(answer: Profile, t: Texts, story: Story) -> None:
    """Where a district lies in its province."""
    code = answer.about.get("code")
    if code is None:
        return
    here = {code: Shown(answer.name.removeprefix("Kabupaten "), 1, 0)}
    story.drawing(reach_map(here, (Mark(colours.ACCENT, t(HERE)),), story.room, t), t(MAP))


def _belonging(answer: Profile, t: Texts, story: Story) -> None:
    if answer.number:
        parts = ", ".join(
            f"{t.number(people)} {t.label(SEXES[sex]).lower()}"
            for sex, people in sorted(answer.number.items())
        )
        story.paragraph(t.count(*MEMBERS, sum(answer.number.values()), parts=parts))
    if answer.people:
        story.heading(t(N_("Members")))
        columns = [
            Column("no", t(N_("No.")), 10, "center"),
            Column("name", t(N_("Name")), 58),
            Column("sex", t(N_("Sex")), 14, "center"),
            Column("role", t(N_("Role")), 32),
            Column("detail", t(N_("Organization / position")), 52),
        ]
        letters = SEX_LETTERS[t.language]
        story.table(
            columns,
            [
                (
                    number,
                    one.name,
                    letters.get(one.sex or "", ""),
                    t.label(one.role),
                    _since(t, one),
                )
                for number, one in enumerate(answer.people, start=1)
            ],
        )
    if answer.organizations:
        story.heading(t(N_("Organizations")))
        columns = [
            Column("no", t(N_("No.")), 10, "center"),
            Column("name", t(N_("Organization")), 80),
            Column("role", t(N_("Kind or role")), 40),
            Column("detail", t(N_("Remarks")), 36),
        ]
        story.table(
            columns,
            [
                (number, one.name, t.label(one.role), _since(t, one))
                for number, one in enumerate(answer.organizations, start=1)
            ],
        )


def _since(t: Texts, one: Belonging) -> str:
    return "\n".join(part for part in (one.detail, said_span(t, one.starts, one.ends)) if part)


def _activities(answer: Profile, t: Texts, story: Story) -> None:
    if not answer.activities:
        return
    story.heading(t(N_("Activities")))
    with_role = any(one.role for one in answer.activities)
    columns = [
        Column("date", t(N_("Date")), 32),
        Column("title", t(N_("Activity")), 64),
        Column("places", t(N_("District")), 36),
        *([Column("role", t(N_("Role")), 28)] if with_role else []),
        Column("women", t.label(SEXES["female"]), 20, "right"),
        Column("people", t(N_("People")), 16, "right"),
    ]
    rows: list[tuple[object, ...]] = [
        (
            said_period(t, one.starts, one.ends),
            f"{one.title or t(RESTRICTED)}\n{_what(t, one)}",
            one.places or "",
            *([t.label(one.role)] if with_role else []),
            "–" if one.women is None else one.women,
            "–" if one.people is None else one.people,
        )
        for one in answer.activities
    ]
    story.table(columns, rows)
    story.paragraph(t(COUNTED), SMALL)


def _what(t: Texts, one: Done) -> str:
    """Its kind, and what is known of it where it was not held."""
    parts = (t.label(one.kind), t.label(one.status) if one.people is None else "")
    return " · ".join(part for part in parts if part)


COUNTED = N_("People who took part as participants in at least one session.")
