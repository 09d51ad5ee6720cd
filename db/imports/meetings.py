"""Reports of online meetings: names that hold an organization too, and people who joined several times."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from db.imports import fields
from db.imports.entries import Entry
from db.imports.people import usual_name
from db.rules.names import fold, split_titles

_BETWEEN = re.compile(r"\s*[_|]\s*|\s+[-–—/]\s+|[-–—]\s+|\s+[-–—]|\s*[(\[]([^)\]]+)[)\]]\s*$")
_BODY = re.compile(
    r"\b(?:dinas|bappeda|badan|bagian|setda|kantor|lembaga|yayasan|lsm|forum|komunitas|universitas|kementerian"
    r"|kecamatan|desa|kelurahan|kab|kota|dprd|polres|polsek|pkk|koalisi|aliansi|jaringan|serikat|perkumpulan"
    r"|asosiasi|himpunan|ikatan|institut|sekolah|smk|smp|sma|pt|cv|ngo|org)\b|['’‘]aisyiyah",
    re.IGNORECASE,
)


def apart(entries: Sequence[Entry], known: Callable[[str], bool]) -> None:
    """Take 'Name_Organization' and 'Organization - Name' apart where no column gives organizations.

    ``known``: whether a text is the name or acronym of an organization in the workspace.
    """
    parts = [_split(entry) for entry in entries]
    seen = Counter(fold(part) for found in parts for part in found[1:])
    ranks = [[_like_body(part, known, seen) for part in found[1:]] for found in parts]
    # Whoever sets the sign between them does so in one order: what is plain for some tells the others.
    order: Counter[str] = Counter()
    for found, rank in zip(parts, ranks, strict=True):
        if len(rank) == 2:
            order[found[0]] += (rank[1] > rank[0]) - (rank[1] < rank[0])
    for entry, found, rank in zip(entries, parts, ranks, strict=True):
        if len(rank) != 2 or fields.ORGANIZATION in entry.fields:
            continue
        behind = rank[1] - rank[0] or order[found[0]]
        if behind == 0:
            continue
        name, organization = (found[1], found[2]) if behind > 0 else (found[2], found[1])
        entry.fields[fields.NAME] = usual_name(name)
        entry.fields[fields.ORGANIZATION] = organization


def _split(entry: Entry) -> list[str]:
    """The sign between two parts of a name, and the parts; nothing but an empty sign for a plain name."""
    text = str(entry.fields.get(fields.NAME) or "")
    found = _BETWEEN.search(text)
    if found is None:
        return [""]
    parts = [text[: found.start()], found[1] or text[found.end() :]]
    return [found[0].strip()[:1], *(part.strip() for part in parts if part.strip())]


def _like_body(text: str, known: Callable[[str], bool], seen: Counter[str]) -> float:
    """How much a text looks like an organization rather than a person."""
    if known(text):
        return 10
    titles = split_titles(text)
    score = 3.0 * bool(_BODY.search(text)) - 3.0 * bool(titles.before or titles.after)
    score += 2.0 * (text.isupper() and len(text) <= 12 and " " not in text)
    return score + 0.5 * (seen[fold(text)] > 1)


def together(entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """One entry per person of a meeting, with its minutes; and the entries that went into another.

    Time in which somebody was there with two devices counts once.
    """
    by_person: dict[tuple[Any, ...], list[Entry]] = {}
    for entry in entries:
        name = fold(split_titles(str(entry.fields.get(fields.NAME) or "")).name)
        by_person.setdefault((name, entry.fields.get("email")), []).append(entry)
    kept, gone = [], []
    for joins in by_person.values():
        first = joins[0]
        minutes = [one.fields["minutes"] for one in joins if "minutes" in one.fields]
        if minutes:
            first.fields["minutes"] = max(0, sum(minutes) - _twice(joins))
        elif any(fields.LEFT in one.fields for one in joins):
            first.fields["minutes"] = _present(joins)
        joined = [one.fields[fields.JOINED] for one in joins if fields.JOINED in one.fields]
        left = [one.fields[fields.LEFT] for one in joins if fields.LEFT in one.fields]
        if joined:
            first.fields[fields.JOINED] = min(joined)
        if left:
            first.fields[fields.LEFT] = max(left)
        kept.append(first)
        gone += joins[1:]
    return kept, gone


def _spans(joins: Sequence[Entry]) -> list[tuple[dt.datetime, dt.datetime]]:
    return sorted(
        (one.fields[fields.JOINED], one.fields[fields.LEFT])
        for one in joins
        if fields.JOINED in one.fields and fields.LEFT in one.fields
    )


def _twice(joins: Sequence[Entry]) -> int:
    """Minutes in which two joins overlap."""
    spans = _spans(joins)
    twice = dt.timedelta()
    end = spans[0][0] if spans else None
    for start, stop in spans:
        if end is not None:
            twice += max(dt.timedelta(), min(end, stop) - start)
            end = max(end, stop)
    return int(twice.total_seconds() // 60)


def _present(joins: Sequence[Entry]) -> int:
    total = sum(((stop - start) for start, stop in _spans(joins)), dt.timedelta())
    return int(total.total_seconds() // 60) - _twice(joins)
