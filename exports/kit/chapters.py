"""Chapters of a report: numbered as they come, told in the order that was chosen."""

from collections.abc import Callable, Iterable, Mapping

from exports.kit.story import Story
from resources.texts import Texts


class Chapters:
    """Begins a chapter by the key of its section."""

    def __init__(self, story: Story, t: Texts, titles: Mapping[str, str]) -> None:
        self._story, self._t, self._titles = story, t, titles
        self._number = 0

    def __call__(self, section: str) -> None:
        """The next number and the title of the section."""
        self._number += 1
        self._story.heading(f"{self._number}. {self._t(self._titles[section])}")


def tell(sections: Iterable[str], told: Mapping[str, Callable[[], None]]) -> None:
    """Each of the sections by what tells it."""
    for key in sections:
        told[key]()
