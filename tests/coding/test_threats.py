"""Threats of invented reports: the harms that somebody announces, and what is none."""

import pytest

from dragoman.coding import code
from dragoman.model import Actor, Coded, Condition, Threat
from dragoman.reading import read_text

REPORT = """\
The crews threatened to strike on Friday.

Drought threatened the harvest.

If the owners fail to pay, Kenya will charter vessels from abroad.

Peru would close the strait unless Chile withdrew its ships.

Norway would lift the embargo if Iceland signed.

Ghana threatened Togo with sanctions.

Brazil dropped its threat to expel the envoy.

Japan will restrict exports of metals if Korea goes ahead with its ban.

India would walk out of the talks if Nepal blocked the fund, it said.

Fares will be cut if the harvest is good.

Denmark will not return unless the talks are public.
"""


@pytest.fixture(scope="module")
def coded() -> Coded:
    return code(read_text(REPORT, id="invented"))


def _names(coded: Coded, ids: tuple[str, ...]) -> list[str]:
    return [a.name for a in coded.of(Actor) if a.id in ids]


def test_a_harm_announced_is_a_threat_and_drought_offers_and_refusals_are_none(coded: Coded) -> None:
    assert [(t.measure, t.status) for t in coded.of(Threat)] == [
        ("strike on Friday", "threatened"),
        ("charter vessels from abroad", "threatened"),
        ("close the strait", "threatened"),
        ("sanctions", "threatened"),
        ("expel the envoy", "lifted"),
        ("restrict exports of metals", "threatened"),
        ("walk out of the talks", "threatened"),
    ]


def test_who_threatens_whom_and_the_condition_that_averts_it(coded: Coded) -> None:
    strait = next(t for t in coded.of(Threat) if "strait" in t.measure)
    assert (_names(coded, strait.actor), _names(coded, strait.target)) == (["Peru"], ["Chile"])
    assert strait.condition in {c.id for c in coded.of(Condition) if c.relation == "unless"}
    togo = next(t for t in coded.of(Threat) if t.measure == "sanctions")
    assert (_names(coded, togo.actor), _names(coded, togo.target)) == (["Ghana"], ["Togo"])


def test_what_somebody_denies_to_have_threatened_or_promised_is_neither() -> None:
    from dragoman.coding import code
    from dragoman.model import Commitment, Threat

    text = (
        "Talks go on\n\nThe governments of Norway and Chile met for talks on tariffs on Monday. Chile denied that it had threatened to leave "
        "the talks. Chile rejected reports that it had threatened to leave. Norway denied having promised to pay 40 million crowns. "
        "Chile threatened to raise its duties if the talks failed."
    )
    coded = code(read_text(text, date="2031-05-05"))
    assert [t.spans[0].text for t in coded.of(Threat)] == ["Chile threatened to raise its duties if the talks failed"]
    assert not coded.of(Commitment)
