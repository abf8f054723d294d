"""What README shows is what comes out."""

import subprocess
import sys


def test_the_briefing_in_the_readme_is_the_one_that_is_printed(root):
    shown = (root / "README.md").read_text(encoding="utf-8").split("It prints (the references are cut here):\n\n```\n")[1].split("```")[0]
    call = [sys.executable, "-c", "from dragoman.faces.cli import main; main()", "brief", str(root / "examples/ferry-talks.txt")]
    told = subprocess.run(call, capture_output=True, text=True, check=True, encoding="utf-8").stdout.split("References:")[0]
    assert shown.split() == told.split()
