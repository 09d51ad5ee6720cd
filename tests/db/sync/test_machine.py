"""The machine of ``machine.py``: a small run, and one for every bug put in on purpose. ``make bench`` runs it long."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from db.errors import UserError
from tests.db.sync.machine import Template, run
from tests.db.sync.mutants import MUTANTS


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return Template(tmp_path_factory.mktemp("circle"), 3)


def test_devices_that_work_apart_agree_in_the_end(template: Template) -> None:
    run(template, examples=20, steps=40)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_the_machine_finds(
    template: Template, mutant: Callable[[], AbstractContextManager[object]]
) -> None:
    with mutant(), pytest.raises((AssertionError, UserError)):
        run(template, examples=150, steps=40)
