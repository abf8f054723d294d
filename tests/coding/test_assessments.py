"""The writer's judgements on the state of talks, on an invented report."""

from dragoman.coding.actors import find_actors
from dragoman.coding.assessments import find_assessments
from dragoman.coding.parse import parse
from dragoman.coding.scene import Scene
from dragoman.model import Document, Span

TEXT = "The sides remain far apart. The mayor opened a library. The pay talks are deadlocked."


def test_a_judgement_needs_a_word_of_judging_and_the_matter() -> None:
    read = parse(Document(id="pay", text=TEXT, paragraphs=(Span(0, len(TEXT), TEXT),)))
    found = find_assessments(Scene(read, find_actors(read)))
    assert [a.spans[0].text for a in found] == ["The sides remain far apart", "The pay talks are deadlocked"]
    assert all(a.author == () for a in found)
