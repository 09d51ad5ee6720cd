"""Members who may be one person: pairs, each to be merged, kept apart, or left for later."""

from PySide6.QtCore import Signal

from db.queries import duplicates as questions
from db.queries.duplicates import PairRow, Side
from desktop.desk import Desk
from desktop.kit.held_page import HeldPage
from desktop.kit.parts import Empty, Panel, button, label
from desktop.kit.sides import Line, Sides
from desktop.kit.table import Column
from desktop.kit.wording import SEXES, VEILED, marked, said_date
from desktop.texts import N_, NN_

PAIRS = NN_("{n} pair to decide", "{n} pairs to decide")
LIMIT = 500


class DuplicatesPage(HeldPage):
    """The pairs that nobody has decided about, the most probable first."""

    tables = frozenset({"person", "affiliation", "different_people"})

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        empty = Empty(
            *(desk.theme, desk.icons, "circle-check", t(N_("Nobody seems to be here twice"))),
            t(N_("Rembuk compares names, phones, births, organizations and districts.")),
            None,
        )
        super().__init__(desk, t(N_("Members written down twice")), columns(desk), empty)
        back = button(
            t(N_("Back to the members")),
            lambda: desk.navigation.go("people"),
            desk.icons,
            icon="users",
        )
        self.buttons.addWidget(back)
        self.panel: PairPanel = PairPanel(desk)
        self.detail.hold(self.panel)
        self.panel.merged.connect(self._merge)
        self.panel.parted.connect(self._part)
        self.panel.left.connect(self.close_panel)

    def reload(self) -> None:
        self.desk.tasks.read(
            self, self._show, questions.pairs, limit=LIMIT, key="pairs", steps=True
        )

    def fill_panel(self, row: PairRow) -> None:
        self.panel.show_pair(row)

    def key(self, row: PairRow) -> object:
        return row.first.id, row.second.id

    def _show(self, pairs: list[PairRow]) -> None:
        self.subtitle.setText(self.desk.t.count(*PAIRS, len(pairs)) if pairs else "")
        self.show_rows(pairs)

    def _merge(self, keep: str, other: str) -> None:
        said = self.desk.t(N_("Merged into one member"))
        self._decide("merge", said, keep, other)

    def _part(self, one: str, other: str) -> None:
        said = self.desk.t(N_("Remembered: these are two people"))
        self._decide("not_the_same", said, one, other)

    def _decide(self, name: str, said: str, *rows: str) -> None:
        self.desk.tasks.edit(
            self,
            lambda _: self.desk.navigation.say(said, undoable=True),
            f"db.edits.duplicates:{name}",
            *rows,
        )


class PairPanel(Panel):
    """``merged``: who stays and who goes into it; ``parted``: two who are not one."""

    merged = Signal(str, str)
    parted = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._pair: PairRow | None = None
        t, icons = desk.t, desk.icons
        self.heading = label("", "heading", wrap=True)
        self.sides = Sides(desk)
        self.keep_buttons = (
            button(t(N_("Same person: keep the left one")), lambda: self._merge(0), icons),
            button(t(N_("Same person: keep the right one")), lambda: self._merge(1), icons),
        )
        self.part_button = button(t(N_("Two different people")), self._part, icons)
        note = t(N_("What is known of only one of them is kept, and so is all they took part in."))
        close = button(t(N_("Close")), self.leave, icons, kind="ghost")
        self.add(self.heading, self.sides, *self.keep_buttons, self.part_button)
        self.add(label(note, "muted", wrap=True), close)
        self.close_box()

    def show_pair(self, pair: PairRow) -> None:
        """Lay two people side by side."""
        t = self._desk.t
        self._pair = pair
        self.heading.setText(t(LIKELY, percent=t.percent(pair.probability)))
        lines = list(_lines(self._desk, pair.first, pair.second))
        differ = frozenset(
            field for field, left, right in lines if left and right and left != right
        )
        self.sides.show_lines((t(N_("Left")), t(N_("Right"))), lines, differ, "≠")

    def _merge(self, side: int) -> None:
        if self._pair is not None:
            rows = (self._pair.first.id, self._pair.second.id)
            self.merged.emit(rows[side], rows[1 - side])

    def _part(self) -> None:
        if self._pair is not None:
            self.parted.emit(self._pair.first.id, self._pair.second.id)


LIKELY = N_("{percent} likely to be one person")


def columns(desk: Desk) -> tuple[Column[PairRow], ...]:
    """What the list shows of a pair; of a protected member the code, until names are shown."""
    t = desk.t

    def named(side: Side) -> str:
        return marked(t, desk.guard.name(side), side.sample)

    return (
        Column(t(N_("Left")), lambda row: named(row.first), strong=True),
        Column(t(N_("Right")), lambda row: named(row.second), strong=True),
        Column(t(N_("Likely")), lambda row: t.percent(row.probability), 130, right=True),
    )


def _lines(desk: Desk, first: Side, second: Side) -> list[Line]:
    t = desk.t
    one, other = (_said(desk, side) for side in (first, second))
    fields = (
        *(("name", N_("Name")), ("sex", N_("Sex")), ("birth", N_("Birth")), ("phone", N_("Phone"))),
        *(("email", N_("E-mail")), ("organization", N_("Organization"))),
        *(("position", N_("Position")), ("district", N_("District"))),
        ("activities", N_("Activities")),
    )
    return [(t(title), one[key], other[key]) for key, title in fields if one[key] or other[key]]


def _said(desk: Desk, side: Side) -> dict[str, str]:
    from db.rules.phones import pretty

    t, told = desk.t, desk.guard.unlocked or not side.sensitive
    private = {
        "birth": said_date(t, side.birth),
        "phone": pretty(side.phone),
        "email": side.email or "",
        "position": side.position or "",
    }
    return {
        "name": desk.guard.name(side),
        "sex": t(dict(SEXES).get(side.sex or "", "")) if side.sex else "",
        **{key: text if told or not text else t(VEILED) for key, text in private.items()},
        "organization": side.organization or "",
        "district": side.district or "",
        "activities": t.number(side.activities),
    }
