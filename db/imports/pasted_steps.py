"""A table of steps (RTL) that was copied in Excel or Word: what each column means, by its heading or its place."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from db.errors import UserError
from db.imports import fields
from db.rules.dates import PartialDate, parse_period

# Headings as people write them; the first that fits is meant.
_HEADINGS = (
    ("number", r"no|nomor|nr|number"),
    ("fund_source", r"sumber (?:dana|anggaran|biaya|pendanaan).*|paid by|source of funds?"),
    ("indicator", r".*indikator.*|.*indicator.*|ukuran keberhasilan|output|keluaran|hasil.*"),
    ("cost", r".*(?:biaya|anggaran|dana|cost|budget)\b.*"),
    ("status_id", r"status|keadaan"),
    ("progress", r"kemajuan.*|capaian.*|progress.*|realisasi.*"),
    ("with_whom", r"(?:pihak|mitra).*|dengan siapa|bersama.*|with whom|partners?|yang terlibat"),
    ("in_charge", r"penanggung ?jawab.*|pj|pic|siapa|oleh siapa|pelaksana|who|(?:person )?in charge|responsible.*"),
    ("starts", r"mulai|dari|start|from"),
    ("ends", r"selesai|sampai|tenggat|batas waktu|until|end|deadline|due.*"),
    ("when", r".*waktu.*|kapan|jadwal.*|tanggal|bulan|when|time|target selesai|date"),
    ("place", r"tempat.*|lokasi.*|di ?mana|where|place|location"),
    ("resources", r"sumber daya.*|kebutuhan.*|perlengkapan|resources?|needs?"),
    ("objective", r"tujuan.*|objective|purpose|mengapa|why"),
    ("target_group", r"sasaran.*|penerima.*|target group"),
    ("what", r"(?:rencana )?(?:kegiatan|aktivitas|langkah|tindak lanjut|aksi).*|rtl|rencana.*|uraian.*|apa.*|what.*|activit.*|actions?.*|steps?.*"),
)  # fmt: skip
_USUAL = ("what", "in_charge", "with_whom", "when", "place", "cost", "indicator")
_STATUSES = (
    ("done", r"selesai|sudah.*|terlaksana|done|completed"),
    ("running", r"berjalan|sedang.*|proses|running|ongoing|in progress"),
    ("delayed", r"tertunda|ditunda|delayed|postponed"),
    ("dropped", r"batal|dibatalkan|dropped|cancell?ed"),
    ("not_started", r"belum.*|not started|planned"),
)  # fmt: skip
_AMOUNT = re.compile(
    r"(?:rp\.?|idr)?\s*(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,\d{1,2}|,-)?", re.IGNORECASE
)
_SHARE = re.compile(r"(\d{1,3})\s*%?")


@dataclass(frozen=True, slots=True)
class Pasted:
    """Steps as fields of their drafts, and which columns were understood, by the names of these fields."""

    steps: tuple[dict[str, Any], ...]
    columns: tuple[str, ...]


def read(text: str) -> Pasted:
    """Steps of a copied table, one in each line; a plain list says what is done. Nothing that stands in it is lost."""
    lines = [[" ".join(cell.split()) for cell in line] for line in _lines(text)]
    lines = [line for line in lines if any(line)]
    if not lines:
        return Pasted((), ())
    first = [_meaning(cell) for cell in lines[0]]
    titles = [""] * max(map(len, lines))
    if "what" in first or len({one for one in first if one}) >= 2:
        titles[: len(lines[0])] = lines[0]
        columns, lines = [*first, *[""] * (len(titles) - len(first))], lines[1:]
    else:
        columns = _by_place(lines, len(titles))
    steps = tuple(step for step in (_step(columns, titles, line) for line in lines) if step)
    known = dict.fromkeys(one for one in columns if one not in ("", "number"))
    return Pasted(steps, tuple(known))


def _lines(text: str) -> Iterator[list[str]]:
    """Cells as Excel and Word copy them; a cell of several lines stands in quotes."""
    if "\t" not in text:
        return iter([line] for line in text.splitlines())
    return csv.reader(io.StringIO(text, newline=""), delimiter="\t")


def _meaning(heading: str) -> str:
    said = fields.plain(heading)
    return next((field for field, words in _HEADINGS if re.fullmatch(words, said)), "")


def _by_place(lines: Sequence[Sequence[str]], width: int) -> list[str]:
    """Without headings: numbers first where there are any, then as such a table usually goes."""
    numbered = width > 1 and all(re.fullmatch(r"\d{1,3}\.?", line[0] or "0") for line in lines)
    usual = ["number", *_USUAL] if numbered else [*_USUAL]
    return [*usual[:width], *[""] * (width - len(usual))]


def _step(columns: Sequence[str], titles: Sequence[str], line: Sequence[str]) -> dict[str, Any]:
    step: dict[str, Any] = {}
    over: list[str] = []
    for column, title, cell in zip(columns, titles, line, strict=False):
        if not cell or column == "number":
            continue
        if column == "when":
            step.update(_when(cell))
        elif column in ("starts", "ends"):
            step.update(_date(column, cell))
        elif (value := _value(column, cell)) is not None and column not in step:
            step[column] = value
        else:
            over.append(f"{title}: {cell}" if title else cell)
    if "what" not in step:
        # A line that goes on under the one above it, or has a gap: what there is says what is done.
        if not over and not step:
            return {}
        step["what"] = over.pop(0) if over else str(next(iter(step.values())))
    if over:
        step["resources"] = "\n".join((*filter(None, [step.get("resources")]), *over))
    step.setdefault("status_id", "step_status:not_started")
    return step


def _value(column: str, cell: str) -> Any:
    """What a cell says, or None where it is not what its column is for."""
    if column == "cost":
        found = _AMOUNT.fullmatch(cell)
        return int(re.sub(r"\D", "", found[1])) if found else None
    if column == "progress":
        found = _SHARE.fullmatch(cell)
        return int(found[1]) if found and int(found[1]) <= 100 else None
    if column == "status_id":
        said = cell.lower()
        words = (word for word, form in _STATUSES if re.fullmatch(form, said))
        return next((f"step_status:{word}" for word in words), None)
    return cell if column else None


def _when(cell: str) -> dict[str, str]:
    """A time as dates; as people say it ('setelah Lebaran') where it is none."""
    try:
        first, last = parse_period(cell)
    except UserError:
        return {"when_said": cell}
    return {"starts": first.start_text(), "ends": last.end_text()}


def _date(column: str, cell: str) -> dict[str, str]:
    try:
        date = PartialDate.parse(cell)
    except UserError:
        return {"when_said": cell}
    return {column: date.start_text() if column == "starts" else date.end_text()}
