"""The help inside: the same topics in both languages, in the words that stand on the screens."""

import re

import pytest

from desktop.app import Rembuk
from desktop.help import topics
from desktop.pages import PAGES
from resources.texts import LANGUAGES, translator
from resources.translations.extraction import marked

# Words of the vocabularies and of exports that a screen shows as well.
BOLD = re.compile(r"\*\*(.+?)\*\*")


def test_both_languages_explain_the_same_pages() -> None:
    keys = [[topic.key for topic in topics(language)] for language in LANGUAGES]
    assert keys[0] == keys[1]
    assert set(keys[0]) <= {entry.key for entry in PAGES}
    assert len(keys[0]) == len(set(keys[0])) >= 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_screen_that_is_named_stands_on_one(language: str) -> None:
    t = translator(language)
    said = {t(one.singular) for one in marked() if "{" not in one.singular}
    named = {word for topic in topics(language) for word in BOLD.findall(topic.text)}
    assert len(named) > 25
    assert named - said == set()


def test_the_topic_of_a_page_is_opened(rembuk: Rembuk) -> None:
    rembuk.desk.navigation.go("help", "attendance")
    page = rembuk.window.page("help")
    assert page.list.currentItem().text() == "Kehadiran"
    assert "Semua hadir" in page.text.toPlainText()
