"""Lists: the words that forms offer, in their order; added, renamed, ordered, hidden."""

from typing import Any

from db.queries import vocabularies as questions
from db.queries.vocabularies import WordRow
from db.rules.vocabularies import MEANINGS, OPEN
from desktop.desk import Desk
from desktop.kit.fields import ChoiceField, TextField
from desktop.kit.form import Form
from desktop.kit.parts import button
from desktop.kit.table import Column
from desktop.settings.list_section import ListSection
from desktop.texts import N_, Texts


class WordsSection(ListSection):
    """One vocabulary at a time."""

    tables = frozenset({"term"})
    new = N_("New word")

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        self.vocabulary = ChoiceField(
            desk,
            "vocabulary",
            t(N_("List")),
            sorted(((key, t(title)) for key, title in OPEN.items()), key=lambda one: one[1]),
        )
        self.vocabulary.show_value("activity_kind")
        super().__init__(desk, t(N_("Lists")), _columns(t))
        self.vocabulary.edited.connect(self._another)
        self.hide_button = button(t(N_("Hide")), self.hide_or_show, desk.icons)
        up = self.tool(t(N_("Up")), "chevron-up", lambda: self.move_row(-1), "Alt+Up")
        down = self.tool(t(N_("Down")), "chevron-down", lambda: self.move_row(1), "Alt+Down")
        self.above.insertWidget(0, self.vocabulary, 1)
        for tool in (up, down, self.hide_button, self.new_button):
            self.tools.addWidget(tool)

    def make_form(self) -> Form:
        t, desk = self.desk.t, self.desk
        form = Form(desk, removable=False)
        form.add(TextField(desk, "label_id", t(N_("In Indonesian")), required=True))
        form.add(TextField(desk, "label_en", t(N_("In English"))))
        self._meaning = ChoiceField(
            desk,
            "meaning",
            t(N_("What it means to the counts")),
            [],
            empty=t(N_("Not stated")),
        )
        form.add(self._meaning)
        form.close_box()
        return form

    def reload(self) -> None:
        chosen = self.vocabulary.read_value()
        self.desk.tasks.read(self, self.show_rows, questions.words, chosen, key="words")

    def values_of(self, row: WordRow) -> dict[str, Any]:
        return {"label_id": row.label[0], "label_en": row.label[1], "meaning": row.meaning}

    def title_of(self, row: WordRow) -> tuple[str, str]:
        return row.label

    def stands_on(self, row: WordRow | None) -> None:
        t = self.desk.t
        meanings = MEANINGS.get(self.vocabulary.read_value(), {})
        self._meaning.set_options([(key, t(text)) for key, text in meanings.items()])
        self._meaning.setVisible(bool(meanings))
        # What a word that ships with us means to the counts is fixed.
        self._meaning.setEnabled(row is None or row.own)
        hidden = row is not None and row.hidden
        text = t(N_("Show again")) if hidden else t(N_("Hide"))
        self.hide_button.setText(text)
        self.hide_button.setAccessibleName(text)
        self.hide_button.setEnabled(row is not None and not row.needed)

    def store(self, row: str | None, values: dict[str, Any]) -> None:
        self.desk.tasks.call(self, lambda _: self._store(row, values), _ready)

    def hide_or_show(self) -> None:
        """Take the word out of the choices, or offer it again."""
        row = self.current()
        if row is None:
            return

        def moved(_: Any) -> None:
            from db.edits import vocabularies as edits

            said = N_("Word shown again") if row.hidden else N_("Word hidden; what has it keeps it")
            edit = edits.show if row.hidden else edits.hide
            self.desk.tasks.edit(self, lambda _: self._say(said), edit, row.id)

        self.desk.tasks.call(self, moved, _ready)

    def move_row(self, steps: int) -> None:
        """Put the word further up or down in every list."""
        order = [row.id for row in self.model.rows]
        row = self.current()
        if row is None:
            return
        place = order.index(row.id)
        if not 0 <= place + steps < len(order):
            return
        order.insert(place + steps, order.pop(place))
        vocabulary = self.vocabulary.read_value()

        def arrange(_: Any) -> None:
            from db.edits import vocabularies as edits

            said = N_("Order changed")
            self.desk.tasks.edit(self, lambda _: self._say(said), edits.arrange, vocabulary, order)

        self.desk.tasks.call(self, arrange, _ready)

    def _store(self, row: str | None, values: dict[str, Any]) -> None:
        from db.edits import vocabularies as edits

        t, refused = self.desk.t, self.form.refused
        draft = edits.TermDraft(vocabulary=self.vocabulary.read_value(), **values)
        if row is None:
            self.desk.tasks.edit(
                self,
                lambda new: self.done(new, t(N_("Word added"))),
                edits.add,
                draft,
                refused=refused,
            )
            return
        self.desk.tasks.edit(
            self,
            lambda _: self.done(row, t(N_("Word saved"))),
            edits.change,
            row,
            draft,
            refused=refused,
        )

    def _another(self) -> None:
        self._row = None
        self._filled.forget()
        self.reload()

    def _say(self, said: str) -> None:
        self.desk.navigation.say(self.desk.t(said), undoable=True)


def _columns(t: Texts) -> tuple[Column[WordRow], ...]:
    other = 1 if t.language == "id" else 0

    def state(row: WordRow) -> str:
        return t(N_("Hidden")) if row.hidden else t(N_("Own word")) if row.own else ""

    return (
        Column(t(N_("Word")), lambda row: t.label(row.label), strong=True),
        Column(
            t(N_("In English")) if other else t(N_("In Indonesian")),
            lambda row: row.label[other],
            190,
            spare=True,
        ),
        Column(t(N_("State")), state, 130),
    )


def _ready(_: Any) -> None:
    """Load the table classes in the queue of the database, where they hold nobody up."""
    import db.edits.vocabularies  # noqa: F401
