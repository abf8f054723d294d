"""Conditions as a model of their own: which step waits for which, since when, until when; no word of a report in it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from dragoman.model import RuleError

RuleKind = Literal["after", "together", "unless", "by", "not_before"]
_KINDS = get_args(RuleKind)


@dataclass(frozen=True)
class Rule:
    """One condition on the order or the days of steps.

    - `after`: `gated` comes later than the end of one of `required` (any of them will do), at least `days` after it;
      with `strict` False it may come at the same time.
    - `together`: `gated` and the one step `required` come at the same time.
    - `unless`: `gated` will come unless `required` has: who wants both must have `gated` first. Once `required` is done, or will
      never be, nothing more is asked.
    - `by`, `not_before`: `gated` is over, with the days that it takes, no later than `day`, comes no sooner than `day`, counted
      from the day of the question (0).

    `weight` is what dropping it costs; a rule that is `given` cannot be dropped.
    """

    id: str
    kind: RuleKind
    gated: str
    required: tuple[str, ...] = ()
    days: int = 0
    day: int | None = None
    strict: bool = True
    weight: int = 1
    given: bool = False


@dataclass(frozen=True)
class Order:
    """Rules with the state of their steps: those `done`, those `excluded` (they will never come), how many days each takes, and
    for those done how many days `ago` they were, 0 where that is not said.

    What is told of a step that no rule names changes nothing: an order cut down to some of its rules keeps the state of all.
    `clashes` are pairs of rules that contradict each other in words, whatever the order. Raises `RuleError` with a sentence
    where rules are not sound.
    """

    rules: tuple[Rule, ...]
    done: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    durations: Mapping[str, int] = field(default_factory=dict)
    clashes: tuple[tuple[str, str], ...] = ()
    ago: Mapping[str, int] = field(default_factory=dict)

    def days_left(self, rule: Rule) -> int | None:
        """Return how many days a rule still makes its step wait once one of the steps that it asks for is done; None before."""
        past = [self.ago.get(s, 0) for s in rule.required if s in self.done]
        return max(0, rule.days - max(past)) if past else None

    def __post_init__(self) -> None:
        for rule in self.rules:
            _require_sound(rule)
        twice = [i for i, n in Counter(r.id for r in self.rules).items() if n > 1]
        if twice:
            raise RuleError(f"The condition {twice[0]!r} stands there twice; give each its own name.")
        known = {r.id for r in self.rules}
        for pair in self.clashes:
            if pair[0] == pair[1]:
                raise RuleError(f"{pair[0]!r} is said to contradict itself; name two different conditions.")
            unknown = [i for i in pair if i not in known]
            if unknown:
                raise RuleError(
                    f"{unknown[0]!r} is said to contradict another condition, but there is no condition of that name."
                )
        both = sorted(self.done & self.excluded)
        if both:
            raise RuleError(f"The step {both[0]!r} is said to be done and to be excluded; say one of the two.")
        early = sorted(s for s, d in self.ago.items() if d < 0 or s not in self.done)
        if early:
            told = f"The step {early[0]!r} was done {self.ago[early[0]]} days ago"
            raise RuleError(f"{told}; name only what is done, and 0 days or more.")
        short = sorted(s for s, d in self.durations.items() if d < 0)
        if short:
            raise RuleError(f"The step {short[0]!r} takes {self.durations[short[0]]} days; a step takes 0 days or more.")


def _require_sound(rule: Rule) -> None:
    name = f"The condition {rule.id!r}"
    if rule.kind not in _KINDS:
        raise RuleError(f"{name} is of the unknown kind {rule.kind!r}; take one of these: {', '.join(_KINDS)}.")
    if isinstance(rule.required, str):
        raise RuleError(f"{name} waits for {rule.required!r}; give the steps one by one, as a tuple.")
    if not isinstance(rule.day, int | None) or not isinstance(rule.days, int):
        raise RuleError(f"{name} has a day that is no whole number; days are counted from the day of the question.")
    if rule.gated in rule.required:
        raise RuleError(f"The condition {rule.id!r} lets {rule.gated!r} wait for itself; name two different steps.")
    if rule.kind in ("by", "not_before"):
        if rule.day is None or rule.required:
            raise RuleError(f"The condition {rule.id!r} ({rule.kind}) needs a day and no other step.")
    elif not rule.required:
        raise RuleError(f"The condition {rule.id!r} ({rule.kind}) names no step to wait for; give at least one.")
    elif rule.kind != "after" and len(rule.required) > 1:
        raise RuleError(f"The condition {rule.id!r} ({rule.kind}) names several steps; only 'after' takes alternatives.")
    if rule.days < 0 or rule.weight < 1:
        told = f"{rule.days} days and weight {rule.weight}"
        raise RuleError(f"The condition {rule.id!r} has {told}; days are 0 or more, weights 1 or more.")


__all__ = ["Order", "Rule", "RuleKind"]
