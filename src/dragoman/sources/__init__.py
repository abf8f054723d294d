"""Where reports come from: files, folders, JSON Lines, standard input; the only layer that will touch the network."""

from dragoman.sources.fetched import Fetched, Form

__all__ = ["Fetched", "Form"]
