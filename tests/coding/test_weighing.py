"""The learned weights: what they keep, drop and never look at."""

import pytest

from dragoman import read_text
from dragoman.coding import code_parse
from dragoman.coding.parse import parse
from dragoman.coding.weighing import Logistic, Weights, load_weights, weights_from_json
from dragoman.model import Condition, Position

REPORT = """Ferry crews reject pay offer

The union demanded a ceasefire. It said on Friday that its crews would not sail before a written offer was made.

Tarn Ferries called for talks. The union demanded a ceasefire."""


class Keeper:
    """Keeps all, and notes the features."""

    def __init__(self):
        self.seen = []

    def knows(self, kind):
        return True

    def certainty(self, finding, features):
        self.seen.append((finding, dict(features)))
        return finding.certainty


@pytest.fixture(scope="module")
def parsed():
    return parse(read_text(REPORT, id="ferry", date="2031-05-04"))


def only(feature, weight, always=0.0):
    return Logistic({feature: weight, "always": always}, sure=0.9, likely=0.6, possible=0.3)


def test_a_finding_gets_the_certainty_its_share_earns(parsed):
    for always, wanted in ((5.0, {"sure"}), (1.0, {"likely"}), (0.0, {"possible"}), (-5.0, set())):
        coded = code_parse(parsed, Weights({"position": only("none", 0.0, always)}))
        assert {p.certainty for p in coded.of(Position)} == wanted
        assert coded.of(Condition)


def test_links_lead_past_what_is_dropped(parsed):
    every = code_parse(parsed, Weights({})).of(Position)
    linked = [p for p in every if p.same_as]
    assert linked
    kept = code_parse(parsed, Weights({"position": only("stance=demand", 0.0, 5.0)})).of(Position)
    ids = {p.id for p in kept}
    assert all(p.same_as in ids for p in kept if p.same_as)
    assert sum(bool(p.same_as) for p in kept) == len(linked)


def test_a_kind_without_a_model_keeps_what_the_rules_say(parsed):
    keeper = Keeper()
    assert code_parse(parsed, keeper).findings == code_parse(parsed, Weights({})).findings
    assert {f.kind for f, _ in keeper.seen} >= {"position", "condition"}


def test_names_are_no_features():
    def seen(text):
        keeper = Keeper()
        code_parse(parse(read_text(text, id="x", date="2031-05-04")), keeper)
        return [features for _, features in keeper.seen]

    text = "Anna Berg, a minister of {}, said the border would not open before the mines were cleared. {} rejected the plan."
    assert seen(text.format("France", "Berg")) == seen(text.format("Poland", "Berg"))
    assert not any("france" in name or "berg" in name for f in seen(text.format("France", "Berg")) for name in f)


def test_the_package_s_weights_are_sound():
    models = load_weights().models
    assert {"position", "condition"} <= set(models)
    assert all(m.possible < m.likely < m.sure < 1 and len(m.weights) > 50 for m in models.values())
    assert weights_from_json("{}").models == {}


def test_what_the_rules_call_possible_is_never_raised():
    text = "The union and the company hold talks on pay.\n\nIf the boats stay away, visitor numbers will fall by a third, an analyst said."
    parsed = parse(read_text(text, id="forecast"))
    assert [c.certainty for c in code_parse(parsed, Weights({})).of(Condition)] == ["possible"]
    assert [c.certainty for c in code_parse(parsed, Weights({"condition": only("none", 0.0, 9.0)})).of(Condition)] == ["possible"]
    assert code_parse(parsed, Weights({"condition": only("none", 0.0, -9.0)})).of(Condition) == ()
