"""Where reports come from: files, folders, JSON Lines, standard input; the only layer that may touch the network."""

from dragoman.sources.fetched import Fetched, Form
from dragoman.sources.opening import FORMS, LIMIT, open_source, open_sources

__all__ = ["FORMS", "LIMIT", "Fetched", "Form", "open_source", "open_sources"]
