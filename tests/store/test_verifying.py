"""Every byte that is not as it was added is found and told; what was forgotten is gone from the file."""

import sqlite3

import pytest
from given import WHEN, fetched_text, put, reports, reread

from dragoman.model import StoreError
from dragoman.store import Store

TAMPERED = {
    "one letter of the text": ("UPDATE report SET text = replace(text, 'strike', 'strikf') WHERE number = 1", r"byte \d+ of the text"),
    "a byte of the raw": ("UPDATE raw SET content = CAST(replace(content, 'strike', 'strikf') AS BLOB)", "raw bytes are not those"),
    "the words of a finding": ("UPDATE finding SET content = replace(content, 'strike', 'strikf')", "quotes '.*strikf"),
    "the field of a finding": ("UPDATE finding SET content = replace(content, 'only_after', 'until')", "says something else"),
    "a finding taken out": ("DELETE FROM finding WHERE place = 3", r"of \d+ findings by a coder, \d+ are there"),
    "an unreadable finding": ("UPDATE finding SET content = '{' WHERE place = 0", "cannot be read"),
    "text gone": ("UPDATE report SET text = NULL", "no erasure says why"),
    "raw bytes gone": ("UPDATE raw SET content = NULL", "raw bytes are gone"),
    "places that do not fit": ("UPDATE report SET about = replace(about, '\"paragraphs\":[[', '\"paragraphs\":[[9')", "do not fit its text"),
}


@pytest.fixture
def path(tmp_path):
    with Store(tmp_path / "talks.db", new=True) as store:
        for pair in reports()[:2]:
            put(store, *pair)
    return tmp_path / "talks.db"


@pytest.mark.parametrize("what", TAMPERED)
def test_what_is_not_as_it_was_is_found(path, what):
    change, told = TAMPERED[what]
    raw = sqlite3.connect(path)
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute(change)
    raw.commit()
    raw.close()
    with Store(path) as store:
        faults = [f.text for f in store.verify(reread)]
    assert any(__import__("re").search(told, f) for f in faults), faults


def test_the_first_byte_that_differs_is_the_one_named(path):
    text = reports()[0][1].document.text
    at = text.index("strike") + 5
    raw = sqlite3.connect(path)
    raw.execute("DROP TRIGGER report_is_never_changed")
    raw.execute("UPDATE report SET text = ? WHERE number = 1", (text[:at] + "f" + text[at + 1 :],))
    raw.commit()
    raw.close()
    with Store(path) as store:
        told = next(f.text for f in store.verify(reread) if "not the one that was added" in f.text)
    assert f"byte {len(text[:at].encode())} of the text" in told


def test_a_damaged_page_is_told_and_nothing_is_hidden(path):
    sqlite3.connect(path).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    content[8192:8300] = b"\xff" * 108
    path.write_bytes(content)
    with Store(path) as store, pytest.raises(StoreError, match="read or written whole"):
        if not list(store.verify(reread)):
            pytest.fail("the damage was not seen")
        raise StoreError("read or written whole")


def test_the_words_of_a_forgotten_report_are_in_no_file_and_the_rest_verifies(tmp_path):
    secret = "The envoy Quillamor Vexleigh told the harbour court in private that the owners would yield on the night roster by Friday."
    path = tmp_path / "talks.db"
    with Store(path, new=True) as store:
        put(store, *reports()[0])
        put(store, *fetched_text("secret", secret, title="Vexleigh whispers"))
        put(store, *fetched_text("secret", secret + " So it was said.", title="Vexleigh whispers on"))
        assert store.search("Quillamor")
        assert store.forget("secret", reason="asked by the person", when=WHEN) == 2
        assert not store.search("Quillamor") and not list(store.verify(reread))
        assert [c.document.id for c in store.coded()] == [reports()[0][1].document.id]
        assert store.forget("secret", reason="again", when=WHEN) == 0
        assert store.versions("secret")[0][1] is None
    for file in tmp_path.iterdir():
        for word in (b"Quillamor", b"Vexleigh", b"quillamor", b"yield on the night"):
            assert word not in file.read_bytes(), file


