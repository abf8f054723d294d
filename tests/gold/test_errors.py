"""The error browser's page."""

import re

from click.testing import CliRunner

from dragoman.faces.cli import main


def test_the_page_shows_errors_by_kind_and_cause_beside_the_text(root, tmp_path):
    page = tmp_path / "errors.html"
    result = CliRunner().invoke(
        main, ["gold", "errors", "--gold", str(root / "gold"), "--sets", "D1", "--kind", "condition", "--out", str(page)]
    )
    assert result.exit_code == 0, result.output
    html = page.read_text(encoding="utf-8")
    counts = [int(n) for n in re.findall(r'<td class="n">(\d+)', html)]
    assert counts == sorted(counts, reverse=True) and sum(counts) == html.count("<article>") > 0
    assert 'class="g"' in html and "holder" in html


def test_outside_a_clone_it_says_where_to_run(tmp_path):
    result = CliRunner().invoke(main, ["gold", "errors", "--gold", str(tmp_path)])
    assert result.exit_code == 2 and "clone of the project" in result.output
