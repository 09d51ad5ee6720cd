"""The map of districts: how far activities, members and organizations reach; each number leads to its list."""

from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from db.queries import places_map as questions
from db.queries.places_map import PlaceNumber
from desktop.desk import Desk
from desktop.kit.copying import put_held
from desktop.kit.page import Page
from desktop.kit.parts import Card, button, icon_button, label
from desktop.kit.places import filtered
from desktop.kit.table import Column, HeldModel, TableView
from desktop.map.view import STEPS, MapView, Paths, paths
from desktop.texts import N_, NN_
from resources.reference.shapes import CREDIT

MEASURES = (
    ("activities", N_("Activities held")),
    ("members", N_("Members")),
    ("organizations", N_("Organizations")),
)
LEVELS = (("regency", N_("Kabupaten or kota")), ("province", N_("Provinces")))
LISTS = {"activities": "activities", "members": "people", "organizations": "organizations"}
BORDERS = N_("Borders: {credit}")
PLACES, IN_ALL = NN_("{n} place", "{n} places"), N_("{n} in all")


@dataclass(frozen=True, slots=True)
class Area:
    """A line beside the map: a place, its number, and the districts that it is made of."""

    code: str
    name: str
    number: int
    districts: tuple[str, ...]


class MapPage(Page):
    """Map and table of the same numbers: what one shows, the other reads out."""

    tables = frozenset({"activity", "activity_district", "person", "organization"})

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        super().__init__(desk, t(N_("Map")))
        self._numbers: list[PlaceNumber] = []
        self._level = ""
        self.measures = self._choice(t(N_("What is counted")), MEASURES)
        self.levels = self._choice(t(N_("Level")), LEVELS)
        nearer = icon_button(t(N_("Enlarge")), "zoom-in", lambda: self.view.zoom(1.5), desk.icons)
        farther = icon_button(t(N_("Reduce")), "zoom-out", lambda: self.view.zoom(0.66), desk.icons)
        ways = button(
            t(N_("Show the list")), self.open_list, desk.icons, icon="list", kind="primary"
        )
        for made in (self.measures, self.levels, nearer, farther, ways):
            self.buttons.addWidget(made)
        self.view = MapView(desk.theme, t(N_("Map of Indonesia")))
        self.view.setAccessibleDescription(t(N_("The table beside it says the same numbers.")))
        self.view.picked.connect(self._pick)
        self.model: HeldModel[Area] = HeldModel(
            (
                Column(t(N_("Place")), lambda one: one.name, strong=True),
                Column(t(N_("How many")), lambda one: t.number(one.number), 80, right=True),
            ),
            self,
        )
        self.table = TableView(desk.theme, self.model, t(N_("Places with their numbers")))
        self.table.chosen.connect(self._stand)
        self.table.activated.connect(lambda _: self.open_list())
        drawn, listed = Card(desk.theme, padding=1), Card(desk.theme, padding=1)
        drawn.box.addWidget(self.view, 1)
        listed.box.addWidget(self.table)
        listed.setMinimumWidth(desk.theme.px(250))
        across = QHBoxLayout()
        across.setSpacing(desk.theme.px(12))
        across.addWidget(drawn, 3)
        across.addWidget(listed, 1)
        self.box.addLayout(across, 1)
        self.box.addWidget(label(t(BORDERS, credit=CREDIT), "label", wrap=True))
        self.command(N_("Show the list behind the number"), "Ctrl+Return", self.open_list)
        self.command(N_("Copy as table"), "Ctrl+Shift+C", self.copy)

    def reload(self) -> None:
        measure, level = self.measures.currentData(), self.levels.currentData()
        if level != self._level:
            self._level = level
            self.desk.tasks.render(self, self._show_paths, paths, level, key="paths")
        self.desk.tasks.read(self, self._show, questions.numbers, measure, key="numbers")

    def copy(self) -> None:
        """The places with their numbers, as a table."""
        put_held(self.desk, self.table, self.model.rows)

    def open_list(self) -> None:
        """The list behind the number of the place that is stood on."""
        area = self.table.current()
        if area is None:
            return
        measure = self.measures.currentData()
        chosen = {"district": area.districts} | ({"held": 1} if measure == "activities" else {})
        self.desk.navigation.go(LISTS[measure], filtered(**chosen))

    def _choice(self, name: str, options: tuple[tuple[str, str], ...]) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        for key, text in options:
            made.addItem(self.desk.t(text), key)
        made.activated.connect(lambda _: self.reload())
        return made

    def _show_paths(self, found: Paths) -> None:
        self.view.show_paths(found)

    def _show(self, numbers: list[PlaceNumber]) -> None:
        t = self.desk.t
        self._numbers = numbers
        areas = self._areas()
        most = max((one.number for one in areas), default=0)
        shades = {one.code: max(1, -(-one.number * STEPS // most)) for one in areas}
        names = {one.code: f"{one.name}: {t.number(one.number)}" for one in areas}
        self.view.show_shades(shades, names)
        self.model.show_rows(areas)
        total = sum(one.number for one in areas)
        self.subtitle.setText(f"{t.count(*PLACES, len(areas))} · {t(IN_ALL, n=t.number(total))}")

    def _areas(self) -> list[Area]:
        if self.levels.currentData() == "regency":
            return [Area(one.id, one.name, one.number, (one.id,)) for one in self._numbers]
        inside: defaultdict[str, list[PlaceNumber]] = defaultdict(list)
        for one in self._numbers:
            inside[one.province or one.id].append(one)
        areas = [
            Area(
                code,
                places[0].province_name or places[0].name,
                sum(one.number for one in places),
                tuple(one.id for one in places),
            )
            for code, places in inside.items()
        ]
        return sorted(areas, key=lambda one: (-one.number, one.name))

    def _stand(self, area: Area | None) -> None:
        self.view.stand_on(area.code if area else None)

    def _pick(self, code: str) -> None:
        """A place on the map is the line of the table; picked again, its list."""
        place = next((i for i, one in enumerate(self.model.rows) if one.code == code), None)
        if place is None:
            self.view.stand_on(code)
        elif self.view.standing == code:
            self.open_list()
        else:
            self.table.setCurrentIndex(self.model.index(place, 0))
