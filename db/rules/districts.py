"""Which place a typed name means. Pure: the places are given; nothing is guessed, nothing is like."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

REGENCY, PROVINCE, UNCERTAIN = "regency", "province", "uncertain"


class Named(Protocol):
    """A place as the reference data gives it."""

    @property
    def code(self) -> str: ...  # noqa: D102 - as in the reference data
    @property
    def level(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def short_name(self) -> str: ...  # noqa: D102
    @property
    def aliases(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Match:
    """What a typed name may mean.

    ``code``: the one place. In doubt it is None and ``candidates`` are the codes to choose from;
    ``undecided`` is then the place that stands for 'Kabupaten or Kota not yet certain', if there is one.
    """

    code: str | None = None
    candidates: tuple[str, ...] = ()
    undecided: str | None = None


_WORDS = {
    **dict.fromkeys(("kab", "regency"), "kabupaten"),
    **dict.fromkeys(("kodya", "kotamadya", "kotamadia", "city"), "kota"),
    **dict.fromkeys(("prov", "propinsi", "province"), "provinsi"),
    **dict.fromkeys(("adm", "admin"), "administrasi"),
    **dict.fromkeys(("tj", "tg", "tjg"), "tanjung"),
    "kep": "kepulauan",
}
_KINDS = ("kabupaten", "kota", "provinsi")
_COUNTRY = "indonesia"


class Places:
    """The places that names are looked up in; made once, asked for every cell of a list."""

    def __init__(self, places: Iterable[Named]) -> None:
        self._places: dict[str, Named] = {}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        for place in places:
            self._places[place.code] = place
            names = [place.name]
            if place.level != UNCERTAIN:  # its short name is that of the two it stands for
                names += [place.short_name, *place.aliases]
            for name in names:
                self._by_name["".join(_words(name))].add(place.code)

    def match(
        self, typed: str, levels: tuple[str, ...] = (REGENCY,), province: str | None = None
    ) -> Match:
        """The place that a name means: ``Kab. Batang``, ``pare pare``, ``Semarang, Jawa Tengah``, ``33.25``.

        ``province``: code or name of the province it lies in, where that is known.
        """
        wanted = {*levels, UNCERTAIN} if REGENCY in levels else {*levels}
        text = typed.strip()
        if text in self._places and self._places[text].level in wanted:
            return Match(text, (text,))
        codes = self._named(_words(text), wanted)
        if not codes:
            codes = self._qualified(text, wanted)
        if province is not None:
            codes = {code for code in codes if self._lies_in(code, province)}
        return self._answer(codes)

    def _answer(self, codes: set[str]) -> Match:
        candidates = tuple(sorted(codes))
        if len(candidates) == 1:
            return Match(candidates[0], candidates)
        pair = "|".join(candidates)
        return Match(None, candidates, pair if pair in self._places else None)

    def _named(self, words: list[str], levels: set[str]) -> set[str]:
        """Places of exactly this name; 'Kota Baru' is Kotabaru before it is a city called Baru."""
        whole = self._at(words, levels)
        if whole or len(words) < 2 or words[0] not in _KINDS:
            return whole
        if words[:2] == ["kabupaten", "kota"]:  # 'Kabupaten/Kota Semarang': either
            return self._at(words[2:], levels)
        rest = words[2:] if words[1] == "administrasi" else words[1:]
        return {code for code in self._at(rest, levels) if self._is_a(words[0], code)}

    def _qualified(self, text: str, levels: set[str]) -> set[str]:
        """A name with its province or kind behind a comma or in brackets; all of it must fit."""
        main, *notes = [part for part in re.split(r"[,()]", text) if part.strip()] or [""]
        codes = self._named(_words(main), levels) if notes else set()
        for note in map(_words, notes):
            if note == [_COUNTRY]:
                continue
            if len(note) == 1 and note[0] in _KINDS:
                codes = {code for code in codes if self._is_a(note[0], code)}
            else:
                codes = {code for code in codes if self._lies_in(code, " ".join(note))}
        return codes

    def _at(self, words: list[str], levels: set[str]) -> set[str]:
        found = self._by_name.get("".join(words), set())
        return {code for code in found if self._places[code].level in levels}

    def _is_a(self, kind: str, code: str) -> bool:
        place = self._places[code]
        return _words(place.name)[0] == kind or (kind == "provinsi" and place.level == PROVINCE)

    def _lies_in(self, code: str, province: str) -> bool:
        if province in self._places:
            return code.startswith(f"{province}.")
        above = self._named(_words(province), {PROVINCE})
        return any(code.startswith(f"{one}.") for one in above)


def _words(text: str) -> list[str]:
    """Words of a name in small letters, short forms written out; signs and accents are none."""
    letters = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return [
        _WORDS.get(word, word) for word in re.findall(r"[a-z0-9]+", re.sub("['’‘`]", "", plain))
    ]
