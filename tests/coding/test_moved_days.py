"""A day that takes the place of another, and what somebody else's remark does not promise; all reports here are invented."""

import pytest

from dragoman import code, read
from dragoman.model import Commitment, Deadline
from dragoman.sources import Fetched

MOVED = [
    ("The governor extended her deadline from 20 May to 3 June.", "2033-06-03"),
    ("The union postponed its walkout from Monday to 18 May.", "2033-05-18"),
    ("The council has pushed the vote back to 25 May.", "2033-05-25"),
    ("The truce has been extended to 30 June.", "2033-06-30"),
]


def coded(sentence):
    text = f"Talks go on in Bredal\n\nBREDAL, 11 May 2033 - The union and the company met for talks on pay. {sentence}\n"
    return code(read(Fetched("r", text.encode(), "text", "r", {})))


@pytest.mark.parametrize(("sentence", "day"), MOVED)
def test_the_day_that_holds_now_is_read_and_the_old_one_put_off(sentence, day):
    found = coded(sentence).of(Deadline)
    assert [d.date for d in found if d.status == "pending"] == [day]
    for old in (d for d in found if d.status == "extended"):
        assert next(d for d in found if d.date == day).same_as == old.id


def test_an_office_that_moves_to_a_town_has_no_deadline():
    assert not coded("The company moved its office to Lenmark in June.").of(Deadline)


def test_a_remark_of_somebody_else_promises_nothing():
    told = coded("Orsk Stone said a remark by its site manager, Karl Benn, that it could pay 450,000 was his own view.")
    assert not [c for c in told.of(Commitment) if c.certainty != "possible"]
