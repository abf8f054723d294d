"""People's word on which names are one actor and which passages one promise, in invented reports."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis import analyse
from dragoman.assembly import assemble
from dragoman.briefing import brief, render
from dragoman.coding import code, code_all
from dragoman.model import Commitment, join, places, undo
from dragoman.reading import read_text

TEXTS = {
    "a": (
        "2031-02-01",
        "Harbour strike talks resume\nThe Dockers' League and Varnholm Ports resumed talks on Monday.\nThe League accepted a "
        "mediator. Varnholm Ports pledged 200 tents for the pickets. Ilse Kaan, the mediator, urged patience.",
    ),
    "b": (
        "2031-02-04",
        "Port talks go on\nThe Longshore Front and Varnholm Ports met on Thursday.\nThe Longshore Front rejected a wage cut. "
        "Varnholm Ports promised 180 tents for the pickets. Ilse Kahn chaired the talks.",
    ),
}
CODED = list(code_all([read_text(text, id=name, date=day) for name, (day, text) in TEXTS.items()]))
PROMISES = [c for one in CODED for c in one.of(Commitment) if c.quantity]


def _told(judgements=()) -> str:
    return render(brief(assemble(CODED, judgements=judgements)), "json")


def _names(judgements=()) -> list[set[str]]:
    return [{p.name, *p.aliases} for p in assemble(CODED, judgements=judgements).parties]


def _actors(verdict, a, b, by="Ada", when="1"):
    return join(verdict, "actor", [a, b], by=by, when=when)


def _promises(verdict, by="Ada", when="1"):
    return join(verdict, "commitment", [[f.document, [list(p) for p in places(f)]] for f in PROMISES[:2]], by=by, when=when)


def _groups(judgements) -> list[int]:
    return sorted(len(p.states) for p in analyse(assemble(CODED, judgements=judgements)).promises if p.states[0].quantity)


def test_two_names_are_one_actor_once_a_person_says_so():
    assert not any({"Dockers' League", "Longshore Front"} <= names for names in _names())
    told = _names([_actors("merge", "Dockers' League", "Longshore Front")])
    assert any({"Dockers' League", "Longshore Front"} <= names for names in told)


def test_one_actor_is_two_once_a_person_says_so():
    assert any(len({n for n in names if n.startswith("Varnholm")}) for names in _names())
    together = _names([_actors("merge", "Ilse Kaan", "Ilse Kahn")])
    assert any({"Ilse Kaan", "Ilse Kahn"} <= names for names in together)
    apart = _names([_actors("merge", "Ilse Kaan", "Ilse Kahn"), _actors("split", "Ilse Kaan", "Ilse Kahn", when="2")])
    assert not any({"Ilse Kaan", "Ilse Kahn"} <= names for names in apart)


def test_a_merge_holds_both_promises_and_a_split_parts_them():
    assert len(PROMISES) == 2
    assert _groups([]) == [1, 1] and _groups([_promises("merge")]) == [2]
    assert _groups([_promises("merge"), _promises("split", when="2")]) == [1, 1]


def test_where_two_people_differ_the_machines_word_stands():
    told = [_promises("merge", "Ada"), _promises("split", "Bo", "2")]
    assert _groups(told) == _groups([])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["merge", "split"]), st.booleans(), st.sampled_from(["Ada", "Bo"])), max_size=4), st.randoms())
def test_merges_splits_and_their_undos_give_back_the_identical_record_in_any_order(made, chance):
    said = [
        _promises(v, by, str(n)) if promise else _actors(v, "Dockers' League", "Longshore Front", by, str(n))
        for n, (v, promise, by) in enumerate(made)
    ]
    mixed = [*said, *(undo(j, by="Ada", when="9") for j in {j.id: j for j in said}.values())]
    chance.shuffle(mixed)
    assert _told(mixed) == _told()
    shuffled = list(said)
    chance.shuffle(shuffled)
    assert _told(shuffled) == _told(said)


@pytest.mark.parametrize("verdict", ["merge", "split"])
def test_a_word_on_names_nobody_bears_changes_nothing(verdict):
    assert _told([_actors(verdict, "Nobody", "No one")]) == _told()


def test_each_joining_of_names_says_why():
    texts = (
        "Talks go on\n\nMaria Müller, the chair of the dockers' union, said on Monday that the talks would go on.",
        "Talks go on\n\nMaria Mueller, the chair of the dockers' union, said on Monday that the union wanted a truce. Mueller left.",
    )
    dossier = assemble([code(read_text(t, id=f"w{n}", date=f"2031-05-0{n + 1}")) for n, t in enumerate(texts)])
    (party,) = [p for p in dossier.parties if "Maria" in p.name]
    assert party.why == ("“Maria Müller” and “Maria Mueller” are two spellings of one name, and no report has both.",)
    assert not [p for p in dossier.parties if len(p.actors) == 1 and p.why]
