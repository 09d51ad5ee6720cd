"""Public holidays and collective leave of Indonesia."""

import csv
from pathlib import Path

import holidays

YEARS = range(2015, 2028)


def write_holidays(folder: Path) -> None:
    """``holidays.csv``: one row per day and name; those that are only estimated are marked."""
    found: dict[tuple[str, str], tuple[str, bool]] = {}
    for category in ("public", "government"):
        days = {
            language: holidays.Indonesia(years=YEARS, categories=(category,), language=language)
            for language in ("id", "en_US")
        }
        for day, names in sorted(days["id"].items()):
            pairs = zip(names.split("; "), days["en_US"][day].split("; "), strict=True)
            for indonesian, english in pairs:
                plain = indonesian.removesuffix(" (perkiraan)")
                estimated = plain != indonesian
                found[day.isoformat(), plain] = (english.removesuffix(" (estimated)"), estimated)
    if len(found) != 304 or any("(" in name for _, name in found):
        raise SystemExit(f"{len(found)} holidays, not 304, or a remark that is not known")
    with (folder / "holidays.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("date", "name_id", "name_en", "estimated"))
        for (day, name), (english, estimated) in sorted(found.items()):
            table.writerow((day, name, english, int(estimated)))
