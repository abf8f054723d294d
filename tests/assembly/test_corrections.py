"""A correction notice finds its report, and what it takes back is no longer said."""

import pytest

from dragoman import assemble, brief, code_all, read_text, render
from dragoman.assembly.corrections import corrections
from dragoman.model import Commitment, Position, Statement

FIRST = """Growers and packers inch closer

The Tessaly Growers' League has accepted a price of 41 crowns a crate proposed by the mediator, Judge Oda Brinck, officials said on Tuesday. The packers' federation rejected it.

"We shall have a harvest after all," said Rolf Tamsen, who chairs the league. The federation has promised to pay 3 million crowns into a frost fund."""
NOTICE = """Orchards wait for the packers

The packers' federation said on Friday that it would not raise its offer.

Correction, 9 May: "Growers and packers inch closer" (4 May) said that the Tessaly Growers' League had accepted a price of 41 crowns a crate. It had agreed to discuss it. The words "We shall have a harvest after all" were spoken not by Mr Tamsen but by a packer. The Courier apologises."""


def coded(first=FIRST, notice=NOTICE, publisher="The Courier"):
    from dataclasses import replace

    reports = [read_text(first, id="first", date="2031-05-04"), read_text(notice, id="notice", date="2031-05-09")]
    return list(code_all([replace(r, publisher=publisher) for r in reports]))


def test_a_notice_finds_its_report_by_headline_and_withdraws_what_it_calls_wrong():
    reports = coded()
    (found,) = corrections(reports)
    assert (found.notice, found.corrects) == ("notice", "first")
    gone = [f for f in reports[0].findings if f.id in found.withdrawn]
    told = {(f.kind, f.spans[0].text[:30]) for f in gone}
    assert any(isinstance(f, Position) and f.stance == "accept" for f in gone), told
    assert any(isinstance(f, Statement) and "harvest after all" in f.spans[0].text for f in gone), told
    assert not any(isinstance(f, Commitment) for f in gone)
    assert not any(isinstance(f, Position) and f.stance == "reject" for f in gone)


def test_what_was_withdrawn_is_told_only_under_the_word_correction():
    text = render(brief(assemble(coded())), "text")
    assert 'Correction to the report "Growers and packers inch closer" (The Courier, 4 May 2031): “Correction, 9 May:' in text
    body = text.split("References:")[0]
    assert "accepted" not in body.replace("had accepted a price of 41 crowns a crate", "")
    assert body.count("harvest after all") == 1


@pytest.mark.parametrize(
    "notice",
    [
        NOTICE.replace("Growers and packers inch closer", "Growers and packers drift apart").replace("4 May", "2 May"),
        NOTICE.replace("Correction, 9 May: ", "A column said so: "),
        "Orchards wait\n\nThe league said that the federation had accepted nothing. That was wrong, the federation said on Friday.",
    ],
)
def test_another_report_or_a_quarrel_over_facts_is_no_correction(notice):
    assert corrections(coded(notice=notice)) == ()


def test_a_column_finds_its_report_by_day_and_publisher():
    column = (
        "Corrections and clarifications\n\nAn article published on 4 May said that the Tessaly Growers' League had accepted a price of 41 "
        "crowns a crate. That was wrong; the league has the price on its agenda.\n\nThe talks go on in Lund on Monday, the mediator said."
    )
    (found,) = corrections(coded(notice=column))
    assert found.corrects == "first" and found.withdrawn and len(found.citations) == 1
    assert corrections(coded(notice=column.replace("4 May", "3 May"))) == ()


def test_a_notice_without_its_report_changes_nothing():
    reports = coded()[1:]
    assert corrections(reports) == () and assemble(reports).corrections == ()
