"""Where reports come from: files, folders, JSON Lines, standard input, feeds and addresses; only here the network is touched.

The parts that do touch it, `visiting` and `feeds`, are imported only by who fetches.
"""

from dragoman.sources.fetched import Fetched, Form
from dragoman.sources.opening import FORMS, LIMIT, open_source, open_sources

__all__ = ["FORMS", "LIMIT", "Fetched", "Form", "open_source", "open_sources"]
