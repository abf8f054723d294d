"""Which of many things can be named by a wording: only those worth asking `same_step` about are looked at."""

from collections import defaultdict

from dragoman.assembly.sense import Sense


class Shelf:
    """Numbers, each kept under one sense, so that a great many need not be gone through one by one."""

    def __init__(self) -> None:
        self._things: dict[int, frozenset[str]] = {}
        self._holding: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._led_by: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._headed: dict[str, list[int]] = defaultdict(list)

    def put(self, number: int, sense: Sense) -> None:
        """Keep a number under a sense."""
        things = self._things[number] = frozenset(sense.things)
        for thing in things:
            self._holding[sense.head, thing].append(number)
        self._led_by[sense.head, min(things, default="")].append(number)
        self._headed[sense.head].append(number)

    def near(self, sense: Sense) -> list[int]:
        """Return in order every number under whose sense `same_step` can hold for this one: of like head, the things of one all
        among the other's.

        >>> from dragoman.assembly.sense import sense
        >>> shelf = Shelf()
        >>> shelf.put(1, sense("the opening of the mine")), shelf.put(2, sense("a new ferry"))
        (None, None)
        >>> shelf.near(sense("the mine opens"))
        [1]
        """
        things = frozenset(sense.things)
        fewest = min((self._holding[sense.head, t] for t in things), key=len, default=self._headed[sense.head])
        wider = {n for n in fewest if things <= self._things[n]}
        smaller = (n for t in (*things, "") for n in self._led_by[sense.head, t] if self._things[n] <= things)
        return sorted(wider.union(smaller))


__all__ = ["Shelf"]
