"""Where the user was, and the way back."""

from desktop.navigation import KEPT, Navigation, Place


def test_the_way_back_is_long_enough_and_does_not_grow_for_ever() -> None:
    navigation, moved = Navigation(), []
    navigation.moved.connect(moved.append)
    for number in range(3 * KEPT):
        navigation.go("activity", str(number))
    for _ in range(3 * KEPT):
        navigation.back()
    assert moved[3 * KEPT] == Place("activity", str(3 * KEPT - 2))
    assert moved[-1] == Place("activity", str(2 * KEPT))
    assert len(moved) == 4 * KEPT - 1
