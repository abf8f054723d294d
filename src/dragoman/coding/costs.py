"""What a plan is to cost, where the sum does not stand with it: "a plan, in which the mill means to put 32 million euros"."""

from dragoman.coding.goods import between
from dragoman.coding.parse import Word
from dragoman.coding.quantities import Quantity
from dragoman.coding.scene import Scene
from dragoman.coding.wordlists import words

_FAR = 24
_BEFORE_SUMS = frozenset(("of", "at", "with", "worth", "to", "for"))


def cost_of(scene: Scene, plan: Word) -> Quantity | None:
    """Return the one sum of money that a sentence says after a plan to be put into it, or None."""
    if plan.lemma not in words("commitments", "items", "plans"):
        return None
    last = plan.sentence.words[-1].i
    sums = [q for q in between(scene, plan.i + 1, min(plan.i + _FAR, last)) if q.is_money]
    return sums[0] if sums and _is_spent(scene, plan, sums[0]) else None


def _is_spent(scene: Scene, plan: Word, sum_: Quantity) -> bool:
    """Whether a sum is what the plan takes: by a verb of spending, or by a fund or a budget of so much."""
    spending = words("commitments", "costs", "spending")
    noun = scene.parse.words[sum_.last]
    if noun.dep in ("nsubj", "nsubjpass"):
        return noun.head.lemma in spending | words("commitments", "costs", "flowing") and _is_within(noun.head, plan)
    gap = scene.parse.words[plan.i + 1 : sum_.first]
    if any(w.text in (";", ":", '"') for w in gap):
        return False
    verb = next((w for w in reversed(gap) if w.pos == "VERB" and w.dep not in ("amod", "compound")), None)
    if verb is not None:
        return verb.lemma in spending and _is_within(verb, plan)
    held = any(w.lemma in words("commitments", "costs", "budgets") | words("commitments", "items", "frames") for w in gap)
    return held and gap[-1].lower in _BEFORE_SUMS


def _is_within(verb: Word, plan: Word) -> bool:
    return plan in verb.ancestors()
