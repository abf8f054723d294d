"""Five hundred made edits of invented texts: no span is ever put on the wrong words, and those left alone are carried over."""

import random

import pytest

from dragoman.model import Span
from dragoman.reading.anchoring import Text, anchor

WORDS = "the port union board talks quota vote strike deal text offer duty rail mine will not only after before until signs drops waits".split()


class Edited:
    """A text as sentences in paragraphs, in which each sentence remembers which one it was at first."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.paragraphs = [
            [(f"{n}.{m}", self._sentence()) for m in range(chance.randint(1, 4))] for n in range(chance.randint(3, 8))
        ]

    def _sentence(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(4, 9))).capitalize() + "."

    def text(self) -> str:
        return "\n".join(" ".join(s for _, s in p) for p in self.paragraphs)

    def place(self, name: str) -> int | None:
        """Where the sentence of that name begins, None where it is gone or was touched."""
        at = 0
        for p in self.paragraphs:
            for own, s in p:
                if own == name:
                    return at
                at += len(s) + 1
            at += 0 if p else 1  # an empty line
        return None

    def edit(self) -> None:
        chance = self.chance
        kind = chance.choice(["insert", "delete", "move", "double", "typo", "number", "negate"])
        p = chance.randrange(len(self.paragraphs))
        if not self.paragraphs[p]:
            return
        n = chance.randrange(len(self.paragraphs[p]))
        name, sentence = self.paragraphs[p][n]
        if kind == "insert":
            self.paragraphs[p].insert(n, ("new", self._sentence()))
        elif kind == "delete":
            del self.paragraphs[p][n]
        elif kind == "move":
            self.paragraphs.insert(chance.randrange(len(self.paragraphs)), self.paragraphs.pop(p))
        elif kind == "double":
            self.paragraphs[chance.randrange(len(self.paragraphs))].append(("copy", sentence))
        else:
            words = sentence.split()
            at = chance.randrange(len(words))
            words[at] = {"typo": words[at] + "x", "number": "17", "negate": "not " + words[at]}[kind]
            self.paragraphs[p][n] = ("touched " + name, " ".join(words))


def outcomes() -> list[tuple[str, bool, bool]]:
    """The state of each anchor, whether its sentence is left as it was, and whether it was put on that very sentence."""
    found = []
    for seed in range(500):
        chance = random.Random(seed)
        edited = Edited(chance)
        before = edited.text()
        name, sentence = chance.choice([s for p in edited.paragraphs for s in p])
        start = before.index(sentence) if before.count(sentence) == 1 else None
        if start is None:
            continue
        cut = chance.randint(0, len(sentence) // 2)
        span = Span.of(before, start + cut, start + len(sentence) - chance.randint(0, 2))
        for _ in range(chance.randint(1, 5)):
            edited.edit()
        after, there = edited.text(), edited.place(name)
        got = anchor(Text(before), span, Text(after))
        right = got.span is None or (there is not None and got.span.start == there + cut and got.span.text == span.text)
        found.append((got.state, there is not None, right))
    return found


def test_no_edit_puts_words_on_a_wrong_place_and_most_that_stand_are_carried() -> None:
    found = outcomes()
    assert len(found) > 480 and all(right for _, _, right in found)
    left = [state for state, stands, _ in found if stands]
    assert left.count("carried") / len(left) > 0.75  # the rest were moved away from all neighbours, or doubled
    assert all(state != "carried" for state, stands, _ in found if not stands)


@pytest.mark.parametrize(
    ("old", "new", "words", "state"),
    [
        ("They met. No deal was signed.", "They met. No deal was ever signed.", "No deal", "touched"),
        ("They met. Both sign.", "They met. Both sign. They left. Both sign.", "Both sign", "ambiguous"),
        ("They met. Both sign. They left.", "Both sign.", "Both sign", "ambiguous"),
        ("They met. Both sign. They left.", "On Monday. They met. Both sign. Rain fell.", "Both sign", "carried"),
        ("They met. Both sign.", "They met.", "Both sign", "touched"),
    ],
)
def test_touched_doubled_and_moved_words_go_to_a_person(old: str, new: str, words: str, state: str) -> None:
    start = old.index(words)
    assert anchor(Text(old), Span.of(old, start, start + len(words)), Text(new)).state == state
