"""Findings told in the report's own words by whoever says them, on invented reports of a strike, a deal and a fishery."""

import re

from dragoman.assembly import assemble
from dragoman.briefing.retelling import tale
from dragoman.briefing.running import told
from dragoman.briefing.telling import Teller
from dragoman.model import Actor, Coded, Condition, Deadline, Document, Position, Statement


def at(document, words):
    start = document.text.index(words)
    return (document.span(start, start + len(words)),)


class Report:
    """One invented report with actors by name, to which findings are added."""

    def __init__(self, text, **actors):
        self.document = Document(id="r", text=text, paragraphs=(Document(id="r", text=text).span(0, len(text)),))
        self.actors = {
            key: Actor(document="r", spans=at(self.document, name), name=name, type=kind) for key, (name, kind) in actors.items()
        }
        self.findings = []

    def said(self, words, speaker, manner="indirect"):
        found = Statement(document="r", spans=at(self.document, words), speaker=(self.actors[speaker].id,), manner=manner)
        self.findings.append(found)
        return found.id

    def holds(self, words, actor, stance="offer", statement=None):
        holder = (self.actors[actor].id,) if actor else ()
        found = Position(
            document="r", spans=at(self.document, words), actor=holder, issue=words, stance=stance, statement=statement
        )
        self.findings.append(found)
        return found

    def sentences(self, *positions, label="made an offer"):
        teller = Teller(assemble([Coded(self.document, (*self.actors.values(), *self.findings))]))
        return [c.text for c in told(teller, [tale(teller, p, getattr(p, "actor", ()), label) for p in positions])]


BODY, PERSON = "organisation", "person"


def test_what_a_body_is_reported_to_say_of_itself_follows_said_it():
    report = Report("Hallow Bank said it would free the credit line by May.", bank=("Hallow Bank", BODY))
    words = "it would free the credit line by May"
    position = report.holds(words, "bank", statement=report.said(words, "bank"))
    assert report.sentences(position) == ['Hallow Bank said it "would free the credit line by May".']


def test_words_in_quotation_marks_are_said_by_the_speaker():
    report = Report('"We cannot accept that," Ida Roe said.', roe=("Ida Roe", PERSON))
    words = "We cannot accept that"
    position = report.holds(words, "roe", "reject", report.said(words, "roe", "direct"))
    assert report.sentences(position) == ['Ida Roe said: "We cannot accept that".']


def test_one_speaker_on_another_is_not_made_the_other_ones_voice():
    report = Report("Ida Roe said the Guild had rejected the offer.", roe=("Ida Roe", PERSON), guild=("Guild", BODY))
    words = "the Guild had rejected the offer"
    position = report.holds(words, "guild", "reject", report.said(words, "roe"))
    assert report.sentences(position) == ['Ida Roe said that the Guild "had rejected the offer".']


def test_what_the_report_tells_is_told_as_the_reports_and_runs_on_under_one_name():
    report = Report("The Guild has rejected the offer. It wants a vote by May.", guild=("Guild", BODY))
    first, second = (
        report.holds("The Guild has rejected the offer", "guild", "reject"),
        report.holds("It wants a vote by May", "guild"),
    )
    assert report.sentences(first, second) == [
        'According to the report, the Guild "has rejected the offer" and "wants a vote by May".'
    ]


def test_a_fragment_is_told_by_its_sentence_and_never_cut_into_a_new_sense():
    report = Report("The league thanked Averne for its offer to store the nets.", averne=("Averne", "state"))
    position = report.holds("its offer to store the nets", "averne")
    (sentence,) = report.sentences(position)
    assert sentence == 'According to the report, "The league thanked Averne for its offer to store the nets".'


def test_words_that_hold_a_quotation_run_on_with_it_as_in_the_report():
    report = Report(
        'Ida Roe said the Guild "could live with" a cap of 300 boats.', roe=("Ida Roe", PERSON), guild=("Guild", BODY)
    )
    words = 'the Guild "could live with" a cap of 300 boats'
    position = report.holds(words, "guild", "accept", report.said(words, "roe", "mixed"))
    assert report.sentences(position) == ['Ida Roe said that the Guild "could live with" a cap of 300 boats.']


def test_a_remark_between_the_words_is_kept_as_the_reports():
    text = "If pickets stay, Ida Roe said, the yard will close."
    report = Report(text, roe=("Ida Roe", PERSON), yard=("the yard", BODY))
    position = report.holds(text[:-1], "yard", "rule_out", report.said(text[:-1], "roe"))
    assert report.sentences(position) == [f'Ida Roe said, as the report puts it: "{text[:-1]}".']


def test_whoever_sets_a_deadline_is_not_made_the_subject_of_its_words():
    report = Report("The panel, named by Norland, will report by May.", norland=("Norland", "state"))
    due = Deadline(
        document="r", spans=at(report.document, "will report by May"), setter=(report.actors["norland"].id,), what="report",
        when_text="by May",
    )  # fmt: skip
    report.findings.append(due)
    teller = Teller(assemble([Coded(report.document, (*report.actors.values(), due))]))
    (claim,) = told(teller, [tale(teller, due, due.setter, "set a deadline")])
    assert 'Norland "will report' not in claim.text and "The panel, named by Norland, will report by May" in claim.text


def test_a_condition_keeps_its_words_whole_and_every_quotation_is_exact():
    text = "The crews would go back once the port had paid, Ida Roe said, but not before."
    report = Report(text, roe=("Ida Roe", PERSON), crews=("The crews", BODY))
    words = "The crews would go back once the port had paid"
    condition = Condition(
        document="r", spans=at(report.document, words), holder=(report.actors["crews"].id,), gated="go back",
        gated_span=at(report.document, "go back"), required="the port had paid",
        required_span=at(report.document, "the port had paid"), relation="only_after", statement=report.said(words, "roe"),
    )  # fmt: skip
    report.findings.append(condition)
    teller = Teller(assemble([Coded(report.document, (*report.actors.values(), *report.findings))]))
    (claim,) = told(teller, [tale(teller, condition, condition.holder, "set a condition")])
    assert claim.text == 'Ida Roe said that the crews "would go back once the port had paid".'
    assert all(q in text for q in re.findall(r'"([^"]+)"', claim.text))


def test_an_act_of_speech_is_the_reports_account_of_whoever_acts():
    report = Report("The Guild offered to lift the ban.", guild=("The Guild", BODY))
    position = report.holds(
        "The Guild offered to lift the ban", "guild", statement=report.said("offered to lift the ban", "guild")
    )
    assert report.sentences(position) == ['According to the report, the Guild "offered to lift the ban".']


def test_an_auxiliary_without_its_subject_is_given_to_nobody():
    report = Report("Ida Roe warned that the yard, she feared, would be closed by May.", roe=("Ida Roe", PERSON))
    position = report.holds("would be closed by May", "roe", statement=report.said("would be closed by May", "roe"))
    (sentence,) = report.sentences(position)
    assert "Ida Roe would" not in sentence and 'Roe "would' not in sentence


def test_a_clause_that_opens_with_if_is_quoted_whole():
    from dragoman import brief, code, read_text, render

    text = "The two sides hold talks on pay. If they fail, the ministry will appoint a mediator, Ida Holt said."
    shown = render(brief(assemble([code(read_text(text, id="r", date="2031-05-04"))])), "text")
    assert 'said: "If they fail, the ministry will appoint a mediator"' in shown and 'if "they' not in shown
