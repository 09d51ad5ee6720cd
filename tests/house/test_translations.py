"""Every text has its words in both languages, and no window says what nobody can translate."""

import ast
import gettext
import re
import string
from pathlib import Path

import pytest

from resources.translations import compile as catalogues
from resources.translations.extraction import (
    ROOT,
    Marked,
    calls,
    marked,
    name_of,
    sources,
    texts_in,
    unreadable,
)

LANGUAGES = ("id", "en")

# Calls that show or say their texts to people.
SHOWS = frozenset(
    [
        *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox"),
        *("QAction", "QMenu", "QDockWidget", "QCommandLinkButton"),
        *("QTableWidgetItem", "QListWidgetItem", "QTreeWidgetItem", "QStandardItem"),
        *("setText", "setTitle", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis"),
        *("setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setLabelText"),
        *("setInformativeText", "setSpecialValueText", "setHtml", "setPlainText", "setPrefix"),
        *("setSuffix", "showMessage", "addAction", "addMenu", "addTab", "addItem", "addItems"),
        *("addRow", "insertItem", "setHeaderLabels", "setHorizontalHeaderLabels"),
        *("setVerticalHeaderLabels", "drawText"),
    ]
)
# Calls whose first text reaches people later: it must carry its mark.
REFUSES = frozenset({"UserError", "WorkspaceError", "edit"})
OUR_NAME = "Rembuk"


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def strings_of(message) -> tuple[str, ...]:
    if message is None:
        return ()
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def lacking(texts: list[Marked], catalogue) -> dict[str, str]:
    """Text → what is wrong with its translation."""
    wrong = {}
    for text in texts:
        translated = strings_of(catalogue.get(text.singular))
        expected = placeholders(text.plural or text.singular)
        if not translated or not all(translated):
            wrong[text.singular] = f"no translation ({text.place})"
        elif (
            placeholders(translated[-1]) != expected or not placeholders(translated[0]) <= expected
        ):
            wrong[text.singular] = f"other placeholders ({text.place})"
    return wrong


def bare_texts(source: str) -> list[str]:
    """Texts with letters in them that a window would show in one language only."""
    found = []
    for call in calls(source):
        if name_of(call) in SHOWS:
            given = (*call.args, *(word.value for word in call.keywords))
            found += [f"{call.lineno}: {said}" for a in given if (said := literal(a))]
    return found


def literal(node: ast.expr) -> str:
    """The letters of a text, or of the parts and items of one; markup and our name are none."""
    match node:
        case ast.Constant(value=str() as value):
            plain = re.sub(r"<[^>]*>|&\w+;", "", value).replace(OUR_NAME, "")
            return value if re.search(r"[^\W\d_]", plain) else ""
        case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            return "".join(map(literal, parts))
        case ast.BinOp(left=left, right=right):
            return literal(left) + literal(right)
        case ast.IfExp(body=one, orelse=other):
            return literal(one) + literal(other)
        case _:
            return ""


def unmarked(source: str) -> list[str]:
    """Refusals and labels of edits that stand there without their mark."""
    return [
        f"{call.lineno}: {said}"
        for call in calls(source)
        if name_of(call) in REFUSES and call.args and (said := literal(call.args[0]))
    ]


def everywhere(check) -> dict[str, list]:
    found = {path: check(path.read_text("utf-8")) for path in sources()}
    return {str(path.relative_to(ROOT)): wrong for path, wrong in found.items() if wrong}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_has_its_words(language: str) -> None:
    """Mended by writing the words into the catalogue and ``python -m resources.translations.compile``."""
    assert lacking(marked(), catalogues.read(catalogues.FOLDER, language)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_today(language: str, tmp_path: Path) -> None:
    shipped = catalogues.FOLDER / language / "LC_MESSAGES" / "rembuk.mo"
    catalogues.compile_catalogue(tmp_path, catalogues.read(catalogues.FOLDER, language))

    assert spoken(shipped) == spoken(tmp_path / "LC_MESSAGES" / "rembuk.mo")


def spoken(path: Path) -> dict:
    """What a compiled catalogue says, without its head."""
    with path.open("rb") as file:
        said = dict(gettext.GNUTranslations(file)._catalog)
    said.pop("", None)
    return said


def test_every_mark_is_on_a_text_that_can_be_translated() -> None:
    assert everywhere(unreadable) == {}


def test_what_is_counted_has_a_form_for_one() -> None:
    """``{n} people`` is wrong where one came: such a text is marked with NN_ and shown by ``count``."""
    counted = re.compile(r"\{n\} (different )?(people|[a-z]+s)\b")
    assert [one for one in marked() if not one.plural and counted.search(one.singular)] == []


def test_every_refusal_and_every_edit_carries_its_mark() -> None:
    assert everywhere(unmarked) == {}


def test_no_window_says_a_text_of_one_language() -> None:
    desktop = {
        str(path.relative_to(ROOT)): found
        for path in sources()
        if path.is_relative_to(ROOT / "desktop") and (found := bare_texts(path.read_text("utf-8")))
    }
    assert desktop == {}


@pytest.mark.parametrize(
    "line",
    [
        'QLabel("Name")',
        'label.setText("<b>Name</b>")',
        'label.setText(f"{n} people")',
        'QPushButton(parent=self, text="Save")',
        'menu.addAction(icon, "Save")',
        'table.setHorizontalHeaderLabels(["Name", other])',
        'label.setText("a" + name)',
        'label.setText(t("x") if ready else "Wait")',
    ],
)
def test_a_bare_text_is_noticed(line: str) -> None:
    assert len(bare_texts(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        'QLabel(t("Name"))',
        'label.setText(f"{first}–{last}")',
        'label.setText("–")',
        'label.setWindowTitle("Rembuk")',
        'label.setText("<br>&nbsp;")',
        'label.setObjectName("title")',
    ],
)
def test_what_is_no_text_for_people_is_left_alone(line: str) -> None:
    assert bare_texts(line) == []


def test_marks_and_shown_texts_are_found_in_the_code() -> None:
    source = """if True:
        N_("a" "b"); NN_("one", "many"); t("said", x=1); self.t("own"); self.texts("long")
        t.count("{n} row", "{n} rows", 3); t(variable); "text".count("x"); other("no"); t.date(day)
    """
    found = {(text.singular, text.plural) for text in texts_in(source)}

    assert found == {
        *{("ab", ""), ("one", "many"), ("said", ""), ("own", ""), ("long", "")},
        ("{n} row", "{n} rows"),
    }


def test_a_mark_on_what_is_no_constant_is_noticed() -> None:
    assert unreadable('N_("fine")\nN_(f"{x}")\nNN_("one", many)\n') == [2, 3]
    assert unmarked('raise UserError("No.")\nraise UserError(NO, field="x")\n') == ["1: No."]


def test_other_placeholders_and_missing_words_are_noticed(tmp_path: Path) -> None:
    catalogue = catalogues.read(tmp_path, "id")
    catalogue.add("{n} of {all}", "{n} dari {semua}")
    catalogue.add("Save", "")
    catalogue.add(("One row", "{n} rows"), ("{n} baris",))
    texts = [
        Marked("{n} of {all}", "", "x"),
        Marked("Save", "", "x"),
        Marked("One row", "{n} rows", "x"),
    ]

    assert set(lacking([*texts, Marked("Gone", "", "x")], catalogue)) == {
        *("{n} of {all}", "Save", "Gone")
    }


def test_english_follows_the_code_but_keeps_what_was_written_better(tmp_path: Path) -> None:
    old = [Marked("One row", "{n} rows", "x"), Marked("Save", "", "x"), Marked("Old", "", "x")]
    report = catalogues.update(old, tmp_path)
    assert len(report) == 3
    english = catalogues.read(tmp_path, "en")
    english.get("Save").string = "Save now"
    catalogues.write(tmp_path / "en", english)

    catalogues.update(old[:2], tmp_path)

    english = catalogues.read(tmp_path, "en")
    assert english.get("Save").string == "Save now"
    assert english.get("One row").string == ("One row", "{n} rows")
    assert english.get("Old") is None


def test_what_no_code_uses_is_named_and_taken_out_on_request(tmp_path: Path) -> None:
    indonesian = catalogues.read(tmp_path, "id")
    indonesian.add("Save", "Simpan")
    indonesian.add("Old", "Lama")
    catalogues.write(tmp_path / "id", indonesian)

    assert catalogues.update([Marked("Save", "", "x")], tmp_path) == ["not used: 'Old'"]
    assert catalogues.read(tmp_path, "id").get("Old") is not None
    catalogues.update([Marked("Save", "", "x")], tmp_path, prune=True)
    assert catalogues.read(tmp_path, "id").get("Old") is None
    assert spoken(tmp_path / "id" / "LC_MESSAGES" / "rembuk.mo") == {"Save": "Simpan"}


def test_writing_the_catalogues_again_changes_no_byte(tmp_path: Path) -> None:
    texts = [Marked("b", "", "x"), Marked("a", "many", "x")]
    catalogues.update(texts, tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()}

    catalogues.update(texts, tmp_path)

    assert {path: path.read_bytes() for path in before} == before
