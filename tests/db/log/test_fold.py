"""Each rule of the table in docs/decisions/0008-exchange-by-file.md, by name."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from db.log.fold import Change, Conflict, Folded, fold

DEFAULTS = {"name": None, "phone": None, "village": None, "whatsapp": 0, "removed": 0}
RINA, YUSUF, ADMIN = 1, 2, 3


class Story:
    """Changes of one row, told one after the other; stamps count the sentences."""

    def __init__(self) -> None:
        self.changes: list[Change] = []

    def enters(self, device: int, stamp: int = 0, **after: object) -> "Story":
        return self._add(device, stamp, {}, after)

    def changes_it(self, device: int, field: str, before: object, after: object, stamp: int = 0):
        return self._add(device, stamp, {field: before}, {field: after})

    def removes(self, device: int, stamp: int = 0, **seen: object) -> "Story":
        return self._add(device, stamp, {"removed": 0, **seen}, {"removed": 1})

    def restores(self, device: int) -> "Story":
        return self._add(device, 0, {"removed": 1}, {"removed": 0})

    def folded(self) -> Folded:
        everywhere = [fold(order, DEFAULTS) for order in itertools.permutations(self.changes[:6])]
        assert all(one == everywhere[0] for one in everywhere)
        return fold(self.changes, DEFAULTS)

    def _add(self, device: int, stamp: int, before: dict, after: dict) -> "Story":
        seq = len(self.changes) + 1
        self.changes.append(Change(device, seq, stamp or 10 * seq, before, after))
        return self


def sides(conflict: Conflict) -> list[tuple[object, int]]:
    return [(side.value, side.change.device) for side in conflict.sides]


def test_different_fields_of_one_row_both_survive() -> None:
    story = Story().enters(ADMIN, name="Siti")
    story.changes_it(RINA, "phone", None, "+621").changes_it(YUSUF, "village", None, "Sumber")

    folded = story.folded()

    assert folded.values == {"name": "Siti", "phone": "+621", "village": "Sumber"}
    assert folded.conflicts == ()


def test_a_later_change_that_had_seen_the_earlier_wins_without_review() -> None:
    story = Story().enters(ADMIN, name="Siti")
    story.changes_it(RINA, "name", "Siti", "Sitti").changes_it(YUSUF, "name", "Sitti", "St.")

    assert story.folded() == Folded({"name": "St."}, ())


def test_a_change_that_had_not_seen_the_other_is_a_conflict_and_both_values_are_kept() -> None:
    story = Story().enters(ADMIN, name="Siti")
    story.changes_it(RINA, "name", "Siti", "Sitti").changes_it(YUSUF, "name", "Siti", "St.")

    folded = story.folded()

    assert folded.values["name"] == "St."
    assert [sides(one) for one in folded.conflicts] == [[("Sitti", RINA), ("St.", YUSUF)]]


def test_the_same_value_from_both_is_no_conflict() -> None:
    story = Story().enters(ADMIN, name="Siti")
    story.changes_it(RINA, "name", "Siti", "Sitti").changes_it(YUSUF, "name", "Siti", "Sitti")

    assert story.folded() == Folded({"name": "Sitti"}, ())


def test_a_decision_closes_the_conflict_whichever_value_it_takes() -> None:
    for decided in ("Sitti", "St.", "Siti Aminah"):
        story = Story().enters(ADMIN, name="Siti")
        story.changes_it(RINA, "name", "Siti", "Sitti").changes_it(YUSUF, "name", "Siti", "St.")
        story.changes_it(ADMIN, "name", "St.", decided)

        assert story.folded() == Folded({"name": decided}, ())


def test_who_goes_on_with_a_value_of_her_own_has_not_seen_the_other() -> None:
    def story() -> Story:
        told = Story().enters(ADMIN, name="Siti").changes_it(RINA, "name", "Siti", "Sitti")
        return told.changes_it(YUSUF, "name", "Siti", "St.").changes_it(
            YUSUF, "name", "St.", "St. A."
        )

    [conflict] = story().folded().conflicts
    assert sides(conflict) == [("Sitti", RINA), ("St. A.", YUSUF)]
    assert story().changes_it(YUSUF, "name", "St. A.", "St. A.").folded().conflicts == ()
    assert story().changes_it(YUSUF, "name", "St. A.", "Sitti").folded().conflicts == ()
    assert story().changes_it(ADMIN, "name", "St. A.", "Siti A.").folded().conflicts == ()


def test_three_values_stand_side_by_side_and_one_that_was_replaced_does_not() -> None:
    story = Story().enters(ADMIN, name="Siti")
    story.changes_it(RINA, "name", "Siti", "Sitti").changes_it(YUSUF, "name", "Siti", "St.")
    story.changes_it(RINA, "name", "Sitti", "Siti A.").changes_it(ADMIN, "name", "Siti", "S.")

    [conflict] = story.folded().conflicts

    assert sides(conflict) == [("St.", YUSUF), ("Siti A.", RINA), ("S.", ADMIN)]


def test_two_who_come_to_the_same_value_by_different_ways_do_not_disagree() -> None:
    story = Story().enters(ADMIN, name="Siti")
    story.changes_it(RINA, "name", "Siti", "Sitti").changes_it(YUSUF, "name", "Siti", "St.")
    story.changes_it(RINA, "name", "Sitti", "St.")

    assert story.folded() == Folded({"name": "St."}, ())


def test_equal_stamps_are_decided_by_the_larger_device() -> None:
    story = Story().enters(ADMIN, name="Siti")
    story.changes_it(RINA, "name", "Siti", "Sitti", stamp=50)
    story.changes_it(YUSUF, "name", "Siti", "St.", stamp=50)

    assert story.folded().values["name"] == "St."


def test_two_inserts_of_the_same_fact_meet_field_by_field() -> None:
    story = Story().enters(RINA, name="Siti", phone="+621").enters(YUSUF, name="Siti", village="X")

    assert story.folded() == Folded({"name": "Siti", "phone": "+621", "village": "X"}, ())


def test_two_inserts_that_say_different_things_are_a_conflict() -> None:
    story = Story().enters(RINA, name="Siti").enters(YUSUF, name="Sitti")

    [conflict] = story.folded().conflicts

    assert (conflict.field, sides(conflict)) == ("name", [("Siti", RINA), ("Sitti", YUSUF)])


def test_a_row_that_is_changed_while_another_takes_it_out_is_out_and_listed_for_review() -> None:
    for first, second in ((1, 2), (2, 1)):
        story = Story().enters(ADMIN, stamp=1, name="Siti")
        story.removes(RINA, stamp=100 * first, name="Siti")
        story.changes_it(YUSUF, "phone", None, "+621", stamp=100 * second)

        folded = story.folded()

        assert folded.values == {"name": "Siti", "removed": 1, "phone": "+621"}
        assert [(one.field, sides(one)) for one in folded.conflicts] == [
            ("removed", [(0, YUSUF), (1, RINA)])
        ]


def test_who_takes_a_row_out_as_she_saw_it_leaves_nothing_to_review() -> None:
    story = Story().enters(ADMIN, name="Siti").changes_it(YUSUF, "phone", None, "+621")
    story.removes(RINA, name="Siti", phone="+621")

    assert story.folded().conflicts == ()


def test_bringing_a_row_back_or_taking_it_out_again_knowingly_closes_the_review() -> None:
    def story() -> Story:
        told = Story().enters(ADMIN, name="Siti").removes(RINA, name="Siti")
        return told.changes_it(YUSUF, "phone", None, "+621")

    assert story().restores(ADMIN).folded().conflicts == ()
    again = story()
    again._add(ADMIN, 0, {"removed": 1, "name": "Siti", "phone": "+621"}, {"removed": 1})
    assert again.folded().conflicts == ()
    assert again.folded().values["removed"] == 1


def test_a_reference_row_has_no_birth_and_its_first_change_is_no_conflict() -> None:
    story = Story().changes_it(RINA, "name", "Peserta", "Peserta aktif")
    assert story.folded().conflicts == ()
    story.changes_it(YUSUF, "name", "Peserta", "Hadirin")
    assert len(story.folded().conflicts) == 1


VALUES = st.sampled_from([None, "", 0, False, 1.5, "a", "b", "c"])
CHANGES = st.builds(
    lambda device, stamp, before, after: (device, stamp, before, after),
    st.integers(1, 3),
    st.integers(1, 8),
    st.dictionaries(st.sampled_from(["name", "phone"]), VALUES, max_size=2),
    st.dictionaries(st.sampled_from(["name", "phone", "removed"]), VALUES, max_size=3),
)


@given(st.lists(CHANGES, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_arrival_never_matters(told: list, chance) -> None:
    changes = [
        Change(device, seq, stamp, before, after)
        for seq, (device, stamp, before, after) in enumerate(told, 1)
    ]
    shuffled = list(changes)
    chance.shuffle(shuffled)

    assert fold(shuffled, DEFAULTS) == fold(changes, DEFAULTS)
