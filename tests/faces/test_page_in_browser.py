"""The HTML briefing in a real browser: it prints whole, without scripts and without asking for anything outside."""

import re
import shutil
import subprocess

import pytest
from click.testing import CliRunner

from dragoman.faces.cli import main

CHROMIUM = shutil.which("chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="module")
def page(root, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "briefing.html"
    result = CliRunner().invoke(
        main, ["brief", str(root / "examples" / "ferry-talks.txt"), "--format", "html", "--out", str(path)]
    )
    assert result.exit_code == 0
    return path


def test_every_number_leads_to_words_on_the_page_itself(page):
    html = page.read_text(encoding="utf-8")
    targets = set(re.findall(r'href="#([^"]+)"', html))
    ids = set(re.findall(r'\bid="([^"]+)"', html))
    assert targets and targets <= ids
    assert not re.search(r"<script|<link|<iframe|@import|url\((?!#)|\bsrc=", html)


def test_it_prints_whole(page, tmp_path):
    if CHROMIUM is None:
        pytest.skip("no chromium here; .ci/run installs it")
    pypdf = pytest.importorskip("pypdf")
    out = tmp_path / "briefing.pdf"
    subprocess.run(
        [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={out}", page.as_uri()],
        check=True,
        capture_output=True,
        timeout=90,
    )
    printed = " ".join(" ".join(p.extract_text() for p in pypdf.PdfReader(out).pages).split())
    assert "return to work" in printed and "No comments yet" in printed and "[1]" in printed.replace("[ 1 ]", "[1]")
