"""What is put in comes back, whatever the order, once, and the database itself refuses to change it."""

import sqlite3

import pytest
from given import WHEN, fetched_text, put, reports, reread
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from dragoman.model import PlaceTakenError, StoreError, judge
from dragoman.store import Store
from dragoman.store.tables import ERASABLE, metadata

TALE = (
    "Crews and owners of the Aldmere ferries failed again on Monday to agree on a summer roster. The owners' spokesman, Ivo Brandt, said "
    "the boats would sail on Friday whatever happened. A mediator from the harbour court will see both sides on Thursday."
)


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "talks.db", new=True) as made:
        yield made


def test_what_was_put_in_comes_back_the_very_same(store):
    for fetched, coded in reports():
        assert put(store, fetched, coded).outcome == "new"
    assert {c.document.id: c for c in store.coded()} == {c.document.id: c for _, c in reports()}
    assert not list(store.verify(reread))


def test_adding_twice_adds_nothing(store):
    for fetched, coded in (*reports()[:3], *reports()[:3]):
        put(store, fetched, coded)
    assert [e.document for e in store.entries()] == [c.document.id for _, c in reports()[:3]]
    assert {put(store, f, c).outcome for f, c in reports()[:3]} == {"known"}


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 12))
def test_neither_order_nor_a_stop_between_changes_what_is_there(tmp_path_factory, chance, stop):
    path = tmp_path_factory.mktemp("order") / "talks.db"
    shuffled = [*reports()]
    chance.shuffle(shuffled)
    with Store(path, new=True) as first:
        for fetched, coded in shuffled[:stop]:
            put(first, fetched, coded)
    with Store(path) as second:
        for fetched, coded in shuffled:
            put(second, fetched, coded)
        assert second.coded() == sorted((c for _, c in reports()), key=lambda c: c.document.id)


def test_other_words_at_the_same_address_are_a_version_and_the_newer_one_counts(store):
    old = fetched_text("ferry-1", TALE, url="https://example.org/ferry", date="2031-05-02")
    new = fetched_text("ferry-1", TALE.replace("failed again", "failed for a third time"), url="https://example.org/ferry", date="2031-05-03")
    assert [put(store, *old).outcome, put(store, *new).outcome] == ["new", "version"]
    assert "third time" in store.coded()[0].document.text
    assert [e.version for e, _ in store.versions("ferry-1")] == [1, 2]
    assert not list(store.verify(reread))


def test_which_version_counts_does_not_hang_on_which_was_added_first(store):
    new = fetched_text("ferry-1", TALE + " Both sides said so.", url="https://example.org/ferry", date="2031-05-03")
    old = fetched_text("ferry-1", TALE, url="https://example.org/ferry", date="2031-05-02")
    put(store, *new)
    put(store, *old)
    assert store.coded()[0].document == new[1].document


def test_the_address_tells_a_version_under_another_file_name(store):
    put(store, *fetched_text("morning", TALE, url="https://example.org/ferry"))
    _, later = fetched_text("evening", TALE + " They meet on Friday.", url="https://example.org/ferry")
    placing = store.place(later.document, "a coder")
    assert (placing.document, placing.version, placing.outcome) == ("morning", 2, "version")


def test_another_report_of_the_same_name_is_refused_and_told(store):
    put(store, *fetched_text("report", TALE))
    other = "The museum of Tessaly lent eleven bronzes to its rival on Tuesday, which a curator called a small wonder of good sense."
    with pytest.raises(PlaceTakenError, match="another report with the id 'report'"):
        put(store, *fetched_text("report", other))


def test_another_coding_by_the_same_coder_is_refused_and_by_a_person_counts(store):
    fetched, coded = reports()[0]
    put(store, fetched, coded, coder="dragoman 0.1.0")
    fewer = type(coded)(coded.document, coded.findings[:-1])
    with pytest.raises(PlaceTakenError, match="--coder NAME"):
        put(store, fetched, fewer, coder="dragoman 0.1.0")
    assert put(store, fetched, fewer, coder="Ada").outcome == "coded anew"
    put(store, fetched, coded, coder="dragoman 0.10.0")
    assert store.coded()[0].findings == fewer.findings


def test_what_was_added_later_can_be_left_out(store):
    put(store, *reports()[0])
    put(store, *reports()[1], when="2031-04-02T08:00:00.000Z")
    assert [c.document.id for c in store.coded(WHEN)] == [reports()[0][1].document.id]


@pytest.mark.parametrize("table", ERASABLE)
def test_the_database_refuses_to_change_or_delete(store, table):
    put(store, *reports()[0])
    store.forget(reports()[0][1].document.id, reason="a test", when=WHEN)
    put(store, *reports()[1])
    store.note_fetch("https://x.example/", '"1"', None, WHEN)
    store.protect(("Ines Varga",), reason="a test", when=WHEN)
    store.judge(judge(reports()[1][1].findings[-1], "accept", by="Ada", when=WHEN))
    raw = sqlite3.connect(store.path)
    other = {"TEXT": "'x'", "INTEGER": "77", "BLOB": "x'77'"}
    for column, kind in [(r[1], r[2]) for r in raw.execute(f"PRAGMA table_info({table})")]:
        with pytest.raises(sqlite3.DatabaseError, match="only ever added to"):
            raw.execute(f"UPDATE {table} SET {column} = {other[kind]}")
    with pytest.raises(sqlite3.DatabaseError, match="only ever added to"):
        raw.execute(f"DELETE FROM {table}")


def test_the_migrations_make_the_tables_that_the_code_knows(tmp_path):
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    Store(tmp_path / "a.db", new=True).close()
    with create_engine(f"sqlite:///{tmp_path / 'a.db'}").connect() as connection:
        options = {"include_object": lambda o, name, kind, reflected, other: not (name or "").startswith("words")}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    assert found == []


def test_search_finds_words_as_they_are_and_is_not_confused_by_signs(store):
    for pair in reports():
        put(store, *pair)
    words = reports()[0][1].document.text.split()[30:33]
    assert reports()[0][1].document.id in [h.document for h in store.search(" ".join(words))]
    for odd in ('"', "AND", "talks OR", "*", "NEAR(", "a'b", "-x", ""):
        store.search(odd)


def test_a_file_that_is_none_and_a_newer_one_are_refused_in_a_sentence(tmp_path):
    for name, made, told in (("no.db", None, "no dossier file of that name"), ("junk.db", b"junk" * 600, "no dossier file")):
        if made:
            (tmp_path / name).write_bytes(made)
        with pytest.raises(StoreError, match=told):
            Store(tmp_path / name)
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE t (a)")
    with pytest.raises(StoreError, match="no dossier of Dragoman's"):
        Store(tmp_path / "other.db")
    Store(tmp_path / "new.db", new=True).close()
    later = sqlite3.connect(tmp_path / "new.db")
    later.execute("UPDATE alembic_version SET version_num = '9999'")
    later.commit()
    with pytest.raises(StoreError, match="Update Dragoman"):
        Store(tmp_path / "new.db")
    with pytest.raises(StoreError, match="a file of that name already"):
        Store(tmp_path / "new.db", new=True)




def test_reports_about_something_can_be_taken_alone(store):
    for fetched, coded in reports():
        put(store, fetched, coded)
    dam = {c.document.id for c in store.coded(about="Merovar")}
    assert dam and dam < {c.document.id for c in store.coded()} and all(d.startswith("d2") for d in dam)
    assert store.coded(about="  ") == [] and store.coded(about="nowhere-said") == []
