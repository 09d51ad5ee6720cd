"""``make bench``: every measure beside the least that could do it, as a table. Nothing is asserted."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import endurance, exchange, measures, papers, spreadsheets, volume


def main() -> None:
    """Print the table; ``--quick`` takes a tenth of the volume."""
    tenth = 10 if "--quick" in sys.argv else 1
    small = volume.workspace(10_000 // tenth, 200 // tenth, 100_000 // tenth)
    large = volume.workspace(100_000 // tenth, 2_000 // tenth, 1_000_000 // tenth)
    with tempfile.TemporaryDirectory() as folder:
        for name, said in spreadsheets.scores(Path(folder)):
            print(f"{name:40} {said}")
    print(f"\nworkspace: {large.stat().st_size / 1e6:.0f} MB, encrypted\n")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(large, Path(folder) / "copy.rembuk"))
        found = [*measures.window(copy)]
        few, many = volume.opened(small), volume.opened(copy)
        found += [
            measures.first_page(many),
            measures.typed_search(many),
            measures.search_growth(few, many),
            measures.programme_statistics(many),
            measures.one_edit(many),
            *papers.measures(Path(folder), many, tenth),
            *spreadsheets.long_import(many, Path(folder), 10_000 // tenth),
        ]
        few.close()
        many.close()
    found += measures.many_people(100_000 // tenth)
    with tempfile.TemporaryDirectory() as folder:
        found += exchange.measures(small, large, Path(folder))
        endurance.report(Path(folder), tenth)
    for module in ("tests.bench.using", "tests.bench.switching"):
        print(f"\n{module}", flush=True)
        subprocess.run(
            [sys.executable, "-m", module, str(large)], check=True, env=measures.compiled()
        )
    for one in found:
        verdict = "" if one.limit >= 12 else ("ok" if one.ratio <= one.limit else "OVER")
        limit = "" if one.limit >= 12 else f"≤ {one.limit:g} ×"
        print(
            f"{one.name:52} {one.ours:10.1f} {one.unit} {one.least:10.1f} {one.unit} {one.ratio:7.2f} × {limit:8} {verdict}"
        )


if __name__ == "__main__":
    main()
