#!/usr/bin/env python3
"""How many facts hold on twins of the report the project was asked for: python3 gold/twins.py [FOLDER]

Each twin is an invented report in another field with the same pattern of facts, written by somebody who had not seen the code; `NAME.json` says what must
be found. Those in gold/twins/read were read while the rules were made, those in gold/twins/unread never: whoever reads their failures spoils them. A FOLDER
of new ones may be given. Runs the checks of tests/acceptance/test_twins.py on them and prints how many hold, by check. It sets no floor.
"""

import collections
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def run(folder):
    """{check: [holds, fails]} on the twins of one folder."""
    test = HERE.parent / "tests/acceptance/test_twins.py"
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rA", "--tb=no", "-q", str(test)]
    told = subprocess.run(command, capture_output=True, text=True, cwd=HERE.parent, env={**os.environ, "DRAGOMAN_TWINS": str(folder)})
    counts = collections.defaultdict(lambda: [0, 0])
    for outcome, check in re.findall(r"^(PASSED|FAILED) \S+::test_(\w+)\[", told.stdout, re.M):
        counts[check][outcome == "FAILED"] += 1
    return counts


def main():
    for folder in map(pathlib.Path, sys.argv[1:] or [HERE / "twins/read", HERE / "twins/unread"]):
        counts = run(folder.resolve())
        for check, (holds, fails) in counts.items():
            print(f"  {holds:>3} of {holds + fails}  {check.replace('_', ' ')}")
        every = [sum(c[i] for c in counts.values()) for i in (0, 1)]
        print(f"{folder.name}: {every[0]} of {sum(every)} checks hold on {len(list(folder.glob('*.json')))} twins\n")


if __name__ == "__main__":
    main()
