"""The shared folder carried by the real Syncthing: two instances on one machine that talk to nobody else."""

import json
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.test_exchange import Laptop

SYNCTHING = shutil.which("syncthing")
PATIENCE = 180  # seconds until a file must have come across

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(SYNCTHING is None, reason="Syncthing is not installed"),
]


class Instance:
    """One Syncthing with one shared folder; knows its neighbour by a port of this machine alone."""

    def __init__(self, place: Path) -> None:
        self.home, self.shared = place / "syncthing", place / "shared"
        self.shared.mkdir(parents=True)
        self.port = free_port()
        made = self._run("generate", "--no-default-folder")
        self.id = re.search(r"Device ID: (\S+)", made)[1]

    def introduce(self, other: "Instance") -> None:
        """Share the folder with the other one, and nothing with anybody else."""
        config = self.home / "config.xml"
        text = config.read_text()
        for switch in (
            *("globalAnnounceEnabled", "localAnnounceEnabled", "relaysEnabled", "natEnabled"),
            *("startBrowser", "crashReportingEnabled"),
        ):
            text = re.sub(f"<{switch}>.*?</{switch}>", f"<{switch}>false</{switch}>", text)
        text = text.replace(
            "<listenAddress>default</listenAddress>",
            f"<listenAddress>tcp://127.0.0.1:{self.port}</listenAddress>",
        ).replace("<urAccepted>0</urAccepted>", "<urAccepted>-1</urAccepted>")
        text = re.sub("<autoUpgradeIntervalH>.*?<", "<autoUpgradeIntervalH>0<", text)
        text = re.sub("<reconnectionIntervalS>.*?<", "<reconnectionIntervalS>1<", text)
        text = text.replace('<gui enabled="true"', '<gui enabled="false"')
        members = "".join(f'<device id="{one.id}"/>' for one in (self, other))
        text = text.replace(
            "</configuration>",
            f'<device id="{other.id}" name="other"><address>tcp://127.0.0.1:{other.port}</address></device>'
            f'<folder id="rembuk" label="rembuk" path="{self.shared}" type="sendreceive"'
            f' rescanIntervalS="1" fsWatcherEnabled="true" fsWatcherDelayS="1">{members}</folder>'
            "</configuration>",
        )
        config.write_text(text)

    def start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [str(SYNCTHING), "serve", "--home", str(self.home), "--no-browser", "--no-restart"],
            env={**os.environ, "STNOUPGRADE": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            [str(SYNCTHING), *words, "--home", str(self.home)],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout + done.stderr


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, "Syncthing did not carry the file"
        time.sleep(0.5)


@pytest.fixture
def carried(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """Two folders that Syncthing keeps alike."""
    one, other = Instance(tmp_path / "one"), Instance(tmp_path / "other")
    one.introduce(other)
    other.introduce(one)
    running = [one.start(), other.start()]
    yield one.shared, other.shared
    for process in running:
        process.terminate()
        process.wait(30)


def test_two_laptops_agree_through_a_folder_that_syncthing_carries(
    carried: tuple[Path, Path], tmp_path: Path
) -> None:
    here, there = carried
    admin, rina = Laptop(tmp_path, "admin"), Laptop(tmp_path, "rina")
    admin("new", admin.file, "--name", "Forum Uji")
    rina.join(admin)
    admin.add(name="Dari admin")
    rina.add(name="Dari Rina")
    admin.told("folder", here)
    rina.told("folder", there)
    wait(lambda: all(len(list(place.glob("*.rembuk-sync"))) == 2 for place in carried))

    def agree(names: list[str]) -> bool:
        """Both look into the folder again and again, as the program does; a file on its way is waited for."""
        admin.told("folder", here)
        rina.told("folder", there)
        return admin.names() == rina.names() == names

    wait(lambda: agree(["Dari Rina", "Dari admin"]))
    admin.add(name="Sesudahnya")
    wait(lambda: agree(["Dari Rina", "Dari admin", "Sesudahnya"]))
    for one in (admin, rina):
        assert json.loads(one("check", one.file, "--json")) == {"problems": []}
