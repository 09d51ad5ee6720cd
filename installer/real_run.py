"""A first day for real: Rembuk from a clean install, in a window on a screen, by keyboard alone, told in pictures.

Needs Xvfb, openbox, xdotool and ImageMagick's ``import``. Writes a PNG after each step and one sheet of all.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from PIL import Image, ImageChops, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[1]
SIZE = (1366, 768)
DISPLAY = ":97"
TOOLS = ("Xvfb", "openbox", "xdotool", "import")
PATIENCE = 60  # seconds
ACROSS, SMALL, EDGE, CAPTION = 3, (455, 256), 10, 26  # pixels of the sheet
QUIET = 0.35  # seconds between two looks that must be alike
BUSY = 8  # percent of a processor
BLINK = 400  # pixels that may differ: a text cursor


@dataclass
class Screen:
    """A display of its own, with the keyboard in front of it. ``shots``: what each step looked like."""

    folder: Path
    environment: dict[str, str]
    shots: list[tuple[str, Path]] = field(default_factory=list)
    program: psutil.Process | None = None

    def look(self) -> Image.Image:
        """What is on the screen now."""
        place = self.folder / "now.png"
        self._run("import", "-window", "root", str(place))
        with Image.open(place) as shot:
            return shot.convert("RGB")

    def settle(self) -> Image.Image:
        """Wait until the program works no more, and nothing but a text cursor moves."""
        end, before = time.monotonic() + PATIENCE, self.look()
        while time.monotonic() < end:
            busy = self.program is not None and self.program.cpu_percent(QUIET) > BUSY
            now = self.look()
            if not busy and _differing(before, now) <= BLINK:
                return now
            before = now
        raise SystemExit("the screen never came to rest")

    def press(self, *keys: str) -> None:
        """Keys by the names of X, like ctrl+n."""
        for key in keys:
            self._run("xdotool", "key", "--clearmodifiers", key)
            time.sleep(0.12)

    def type(self, text: str) -> None:
        """Letters."""
        self._run("xdotool", "type", "--delay", "25", text)

    def step(self, said: str) -> None:
        """The step is done: a picture of it, where it has words."""
        shot = self.settle()
        if not said:
            return
        place = self.folder / f"{len(self.shots) + 1:02d}.png"
        shot.save(place, optimize=True)
        self.shots.append((said, place))
        print(f"{place.name}  {said}", flush=True)

    def wait_for_window(self) -> None:
        """Wait until the window is there and has the keyboard."""
        found = ("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Rembuk$")
        window = self._run(*found).split()[0]
        self._run("xdotool", "windowactivate", "--sync", window)
        self.settle()

    def _run(self, *command: str) -> str:
        return _run(*command, environment=self.environment)


def _run(*command: str, environment: dict[str, str] | None = None) -> str:
    """What a command printed; it ends this one where it fails."""
    done = subprocess.run(  # noqa: S603 - commands of this script
        command, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def _differing(one: Image.Image, other: Image.Image) -> int:
    """How many pixels are not alike."""
    apart = ImageChops.difference(one, other).convert("L").point(lambda value: 255 if value else 0)
    return apart.histogram()[255]


def main() -> int:
    """Exit status of the run."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, default=ROOT / "out" / "real-run")
    options.add_argument("--sheet", type=Path, help="write the sheet of all pictures here")
    chosen = options.parse_args()
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        print(f"not installed here: {', '.join(missing)}", file=sys.stderr)
        return 1
    shutil.rmtree(chosen.out, ignore_errors=True)
    chosen.out.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="rembuk-") as temporary:
        folder = Path(temporary)
        program = installed(folder / "installed")
        with screen(chosen.out, folder) as shown:
            with running(shown, program):  # it ends as if the battery were empty
                play(shown, FIRST_DAY, folder)
            with running(shown, program, str(folder / "Forum.rembuk")):
                play(shown, AFTERWARDS, folder)
            told = held(program, folder, shown.environment)
    (chosen.out / "now.png").unlink()
    sheet(shown.shots, chosen.sheet or chosen.out / "sheet.png")
    print(f"in the workspace: {told}")
    return 0 if told == EXPECTED else 1


def installed(folder: Path) -> Path:
    """The program, installed as a user gets it: from a built wheel, into an environment of its own."""
    _run(sys.executable, "-m", "venv", str(folder))
    pip = (str(folder / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check")
    _run(*pip, "install", "--require-hashes", "-r", str(ROOT / "requirements.lock"))
    wheels = folder / "wheels"
    _run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(wheels), str(ROOT))
    _run(*pip, "install", "--no-deps", *map(str, wheels.glob("*.whl")))
    return folder / "bin" / "rembuk"


@contextmanager
def screen(out: Path, folder: Path) -> Iterator[Screen]:
    """A display of the size of a cheap laptop, with a window manager on it."""
    environment = {
        **{key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"},
        "DISPLAY": DISPLAY,
        "REMBUK_HOME": str(folder / "home"),
        "LANG": "C.UTF-8",
    }
    wide, high = SIZE
    display = _start(
        *("Xvfb", DISPLAY, "-screen", "0", f"{wide}x{high}x24", "-nolisten", "tcp"),
        environment=environment,
    )
    time.sleep(1)
    manager = _start("openbox", environment=environment)
    try:
        time.sleep(1)
        yield Screen(out, environment)
    finally:
        for one in (manager, display):
            one.terminate()
            one.wait()


def _start(*command: str, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - commands of this script
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


@contextmanager
def running(shown: Screen, program: Path, *words: str) -> Iterator[None]:
    """The program at work, until it is killed."""
    started = _start(str(program), *words, environment=shown.environment)
    try:
        shown.program = psutil.Process(started.pid)
        shown.wait_for_window()
        yield
    finally:
        shown.program = None
        started.kill()
        started.wait()


SECRET = "padi menguning"  # noqa: S105 - of a workspace that goes away
EXPECTED = {
    "files": ["hadir.pdf"],
    "organizations": ["Komunitas Sungai Bersih", "Yayasan Melati"],
    "people": ["Budi Santoso", "Siti Aminah", "Wati Rahayu"],
    "activities": ["Lokakarya Rencana Aksi"],
}


# What is done between two rests, and what the picture after it shows; without words there is none.
# Keys by the names of X; what begins with = is typed.
FIRST_DAY = (
    ("Pertama kali dibuka",),
    ("Ruang kerja baru: tempat berkasnya", "Tab", "=Fasilitator", "Tab", "Return"),
    ("Kata sandi, dua kali", "={folder}/Forum.rembuk", "Return"),
    ("Pemandu menunjukkan langkah pertama", f"={SECRET}", "Tab", f"={SECRET}", "Return"),
    ("", "ctrl+5", "ctrl+n"),
    ("Lembaga pertama", "=Yayasan Melati", "ctrl+s"),
    ("", "ctrl+4", "ctrl+n"),
    ("Anggota pertama", "=Siti Aminah", "ctrl+s"),
    ("", "ctrl+2", "ctrl+n"),
    ("Kegiatan pertama", "=Lokakarya Rencana Aksi", "ctrl+s"),
    ("", "F7", "ctrl+Prior", "ctrl+Prior", "ctrl+n"),
    ("", "=Pembukaan", "ctrl+s"),
    ("", "ctrl+n"),
    ("Dua sesi", "=Rencana aksi", "ctrl+s"),
    ("", "ctrl+Next", "ctrl+n"),
    ("", "=Siti Aminah"),
    ("", "Return"),
    ("", "=Budi Santoso"),
    ("", "Return"),
    ("", "=Wati Rahayu"),
    ("Peserta, satu baris seorang", "Return"),
    ("", "ctrl+Next"),
    ("", "F6"),
    ("Kehadiran dengan huruf: semua hadir, terlambat, izin", "Down", "t", "i"),
    ("Daftar masuk di pintu", "F9"),
    ("", "Escape"),
    ("Daftar hadir, siap dicetak", "F8"),
    ("", "ctrl+s"),
    ("Tersimpan sebagai PDF", "ctrl+a", "={folder}/hadir.pdf", "Return"),
    ("Cari apa saja: Ctrl+K", "ctrl+k", "=siti"),
    ("Semua tombol pintas: F1", "Escape", "F1"),
    ("", "Escape", "ctrl+5", "ctrl+n"),
    ("Formulir setengah jadi, lalu baterai habis", "=Komunitas Sungai Bersih"),
)
AFTERWARDS = (
    ("Dibuka lagi: kata sandi",),
    ("Yang belum disimpan ditawarkan", f"={SECRET}", "Return"),
    ("Yang sudah diketik kembali", "ctrl+5", "ctrl+n"),
    ("Tersimpan", "ctrl+s"),
    ("Diurungkan: Ctrl+Z", "ctrl+z"),
    ("Diulangi: Ctrl+Y", "ctrl+y"),
)


def play(shown: Screen, story: tuple[tuple[str, ...], ...], folder: Path) -> None:
    """Do what a story says, step by step."""
    for said, *done in story:
        for one in done:
            if one.startswith("="):
                shown.type(one[1:].replace("{folder}", str(folder)))
            else:
                shown.press(one)
        shown.step(said)


def held(program: Path, folder: Path, environment: dict[str, str]) -> dict[str, list[str]]:
    """What the command line finds in the workspace, and in the folder."""
    found = {"files": sorted(one.name for one in folder.glob("*.pdf"))}
    for thing in ("organizations", "people", "activities"):
        told = _run(
            *(str(program), "list", str(folder / "Forum.rembuk"), thing, "--json"),
            environment={**environment, "REMBUK_PASSPHRASE": SECRET},
        )
        rows = json.loads(told)
        found[thing] = sorted(one.get("name") or one.get("title") for one in rows)
    return found


def sheet(shots: list[tuple[str, Path]], place: Path) -> None:
    """All pictures in small, line by line, each with what was done."""
    wide, high = SMALL
    lines = -(-len(shots) // ACROSS)
    whole = Image.new(
        "RGB", (ACROSS * (wide + EDGE) + EDGE, lines * (high + CAPTION + EDGE) + EDGE), "#E7ECEF"
    )
    draw = ImageDraw.Draw(whole)
    font = ImageFont.truetype(str(ROOT / "resources" / "fonts" / "Inter-Medium.ttf"), 14)
    for number, (said, shot) in enumerate(shots):
        line, column = divmod(number, ACROSS)
        left, top = EDGE + column * (wide + EDGE), EDGE + line * (high + CAPTION + EDGE)
        draw.text((left, top + 4), f"{number + 1}. {said}", fill="#16212B", font=font)
        with Image.open(shot) as picture:
            whole.paste(
                picture.convert("RGB").resize(SMALL, Image.Resampling.LANCZOS),
                (left, top + CAPTION),
            )
    place.parent.mkdir(parents=True, exist_ok=True)
    whole.quantize(128).save(place, "PNG", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
