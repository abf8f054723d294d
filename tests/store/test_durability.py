"""What was reported as durable survives a kill at any moment, a full disk and a held lock."""

import os
import random
import resource
import signal
import sqlite3
import time

import pytest
from given import put, reports, reread

from dragoman.coding import code
from dragoman.model import StoreError, judge
from dragoman.reading import read
from dragoman.store import Store, opening

KILLS = int(os.environ.get("DRAGOMAN_KILLS", "40"))
"""Rounds; `.ci/run` asks for 200."""


CODING = KILLS >= 200
"""Whether each report is coded anew before it is added, so that kills strike the coding too: a second a round."""
FEW = 5
"""Reports a file, so that each is filled by a few rounds."""


def _given():
    """The reports with their codings: the program's own where kills are to strike the coding too."""
    return [(f, code(read(f)) if CODING else c) for f, c in reports()[:FEW]]


def _judgement(coded):
    return judge(coded.findings[-1], "accept", by="Ada", when="2031-04-01T08:00:00.000Z")


def _add_all_telling(path, pipe):
    with Store(path) as store:
        for fetched, given in reports()[:FEW]:
            coded = code(read(fetched)) if CODING else given
            put(store, fetched, coded)
            os.write(pipe, f"{coded.document.id}\n".encode())
            store.judge(_judgement(coded))
            os.write(pipe, f"{_judgement(coded).id}\n".encode())


def _told_before_the_kill(path, after):
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        _add_all_telling(path, into)
        os._exit(0)
    os.close(into)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(out) as told:
        return told.read().split()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_a_kill_at_any_moment_loses_nothing_that_was_told_and_leaves_nothing_half_there(tmp_path):
    chance, whole = random.Random(31), {c.document.id: c for _, c in _given()}
    path, cut_short, rounds = tmp_path / "0.db", 0, 0
    Store(tmp_path / "trial.db", new=True).close()
    begun = time.monotonic()
    _told_before_the_kill(tmp_path / "trial.db", None)
    lasting = time.monotonic() - begun
    Store(path, new=True).close()
    for number in range(KILLS):
        told = _told_before_the_kill(path, chance.uniform(0.0, lasting))
        with Store(path) as store:
            found = {c.document.id: c for c in store.coded()}
            assert set(told) <= set(found) | {j.id for _, j in store.judgements()}
            assert all(found[name] == whole[name] for name in found)
            assert not list(store.verify(reread))
        cut_short += 0 < len(found) < len(whole)
        if len(found) == len(whole):  # full: go on with a new file
            rounds += 1
            path = tmp_path / f"{number + 1}.db"
            Store(path, new=True).close()
    assert cut_short > KILLS / 10 and rounds > 0


def test_a_full_disk_is_told_and_loses_nothing(tmp_path):
    path = tmp_path / "talks.db"
    with Store(path, new=True) as store:
        put(store, *reports()[0])
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        most = path.stat().st_size + 4096
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        try:
            with Store(path) as store:
                for pair in reports():
                    put(store, *pair)
        except StoreError as error:
            os._exit(0 if "talks.db" in str(error) and ("full" in str(error) or "written whole" in str(error)) else 2)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    with Store(path) as store:
        assert reports()[0][1].document.id in [c.document.id for c in store.coded()]
        assert not list(store.verify(reread))
        for pair in reports():
            put(store, *pair)
        assert len(store.coded()) == len(reports())


def test_a_file_that_another_program_is_writing_to_is_told_and_loses_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "WAIT", 0.1)
    path = tmp_path / "talks.db"
    Store(path, new=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store(path) as store:
        with pytest.raises(StoreError, match="another program is writing"):
            put(store, *reports()[0])
        assert store.coded() == []
        other.execute("COMMIT")
        put(store, *reports()[0])
        assert len(store.coded()) == 1
