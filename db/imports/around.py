"""What a sheet says around its table: title, date and place of an activity, district, topic of a meeting."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from db.errors import UserError
from db.imports import fields, values
from db.imports.cells import text_of
from db.imports.tables import Table
from db.rules.dates import parse_period


@dataclass(slots=True)
class Around:
    """Title, stored dates, place and district of what the list is about; None where it is not said."""

    title: str | None = None
    starts: str | None = None
    ends: str | None = None
    venue: str | None = None
    district: str | None = None

    @property
    def day(self) -> dt.date | None:
        """The day that ages were true on."""
        return None if self.starts is None else dt.date.fromisoformat(self.starts[:10])


_LABELS = {
    "title": r"(?:nama\s+)?(?:kegiatan|acara|agenda|activity|event|judul(?:\s+kegiatan)?|perihal|topi[ck]|meeting title)",
    "date": r"(?:hari\s*[/,&]?\s*(?:dan\s+)?)?(?:tanggal|tgl|date)(?:\s+pelaksanaan|\s+kegiatan)?|day\s*/\s*date|waktu(?:\s+pelaksanaan)?|hari",
    "venue": r"tempat(?:\s+pelaksanaan|\s+kegiatan)?|lokasi|venue|location|place|bertempat di",
    "district": r"(?:nama\s+)?(?:kab(?:upaten)?\.?\s*/\s*kota|kota\s*/\s*kab(?:upaten)?\.?|kabupaten|kab\.?|kota|district|wilayah|daerah)",
}
_LABELLED = {
    key: re.compile(rf"^\s*(?:{pattern})\s*[:=]\s*(\S.*)$", re.IGNORECASE)
    for key, pattern in _LABELS.items()
}
_ACTIVITY = re.compile(
    r"\b(?:lokakarya|workshop|pelatihan|training|rapat|seminar|webinar|diskusi|fgd|pertemuan|sosialisasi"
    r"|musyawarah|festival|kampanye|konsultasi|audiensi|dialog|meeting|bimtek|bimbingan teknis|refleksi"
    r"|pendampingan|mentoring|konferensi|kunjungan|koordinasi|evaluasi|forum group)\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"(?:daftar\s+(?:hadir|peserta|anggota|undangan|nama|penerima)|absensi|presensi|attendance|list of|"
    r"database|data\s+(?:anggota|peserta)|direktori|formulir|registrasi)\b.*",
    re.IGNORECASE,
)
# Reports of online meetings say so without a colon.
_MEETING_TITLE = re.compile(r"^\s*(?:meeting title|judul rapat)\s+", re.IGNORECASE)
_STARTED = re.compile(r"^\s*(?:start time|waktu mulai)[\s:]+(\d.*)$", re.IGNORECASE)
_NAMED_LIST = re.compile(
    r"^\s*(?:daftar\s+(?:hadir|peserta|undangan|nama)(?:\s+peserta)?|absensi|presensi|attendance\s+(?:list|sheet))"
    r"(?:\s+(?:kegiatan|acara|of|for))?\s+",
    re.IGNORECASE,
)
_PLACE_ALONE = re.compile(r"(?:kabupaten|kab\.?|kota)\s+[\w' -]{3,30}", re.IGNORECASE)


def around(table: Table, districts: values.Districts, meetings: Iterable[Table] = ()) -> Around:
    """What the lines above a table say, and what the name of its sheet does."""
    found = Around()
    for _, line in table.above:
        _read(line, found, districts)
    if found.title is None:
        _title_without_label([line for _, line in table.above], found)
    if found.district is None and districts.like(table.sheet):
        found.district = table.sheet
    for meeting in meetings:
        _meeting(meeting, found)
    return found


def _read(line: str, found: Around, districts: values.Districts) -> None:
    for key, pattern in _LABELLED.items():
        said = pattern.match(line)
        if said is None:
            continue
        text = re.split(r"\s{3,}|\s+[A-Z][\w ]{2,20}\s*:\s", said[1])[0].strip(" .")
        if key == "date":
            _date(text, found)
        elif getattr(found, key) is None:
            setattr(found, key, text)
        return
    started = _STARTED.match(line)
    if started is not None and found.starts is None:
        cell = started[1]
        when = values.moment(cell, american=values.stamps_month_first([cell]))
        if when is not None:
            found.starts = found.ends = when.date().isoformat()
        return
    _date(line, found)
    if found.district is None and _PLACE_ALONE.fullmatch(line) and districts.like(line):
        found.district = line


def _date(text: str, found: Around) -> None:
    if found.starts is not None or not any(sign.isdigit() for sign in text):
        return
    for part in (text, text.split(",", 1)[-1], re.split(r"\s+(?:pukul|jam|pkl)\b", text)[0]):
        try:
            start, end = parse_period(part)
        except UserError:
            continue
        found.starts, found.ends = start.start_text(), end.end_text()
        return


def _title_without_label(lines: list[str], found: Around) -> None:
    for number, line in enumerate(lines):
        if _ACTIVITY.search(line) and ":" not in line and len(line) < 200:
            line = _MEETING_TITLE.sub("", line)
            found.title = _LIST.sub("", line).strip() or _NAMED_LIST.sub("", line).strip() or line
            return
        if _LIST.fullmatch(line) and number + 1 < len(lines):
            after = lines[number + 1]
            if ":" not in after and not any(sign.isdigit() for sign in after):
                found.title = after


def _meeting(table: Table, found: Around) -> None:
    """The one line that reports of online meetings begin with: topic and start under their headings."""
    if len(table.records) != 1:
        return
    for heading, cell in zip(table.headings, table.records[0].cells, strict=True):
        said = {meaning for meaning, _ in fields.said(heading)}
        if fields.TOPIC in said and found.title is None:
            found.title = text_of(cell) or None
        if fields.TIMESTAMP in said and found.starts is None:
            when = values.moment(cell, american=values.stamps_month_first([cell]))
            if when is not None:
                found.starts = found.ends = when.date().isoformat()
