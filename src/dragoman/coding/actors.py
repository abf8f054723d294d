"""Who acts, speaks or is negotiated with, under all the names the report uses."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.coding.parse import Parse, Word
from dragoman.model import Actor, Ids

_PRONOUNS = frozenset({"he", "she", "they", "it", "his", "her", "their", "its", "him", "them", "who"})


@dataclass
class Cast:
    """Everybody named in a report, and which words name whom."""

    parse: Parse
    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: dict[int, Ids] = field(default_factory=dict)
    """By the number of the head word of a noun phrase, name or pronoun."""

    def who(self, word: Word) -> Ids:
        """Return the actors that the noun phrase, name or pronoun headed by `word` stands for; () where unresolved."""
        return self.mentions.get(word.i, ())

    def candidates(self, word: Word) -> Ids:
        """Return whom an unresolved `word` may stand for."""
        return ()

    def principals(self, ids: Ids) -> Ids:
        """Return whom these actors act for; () where they act for themselves."""
        return tuple(dict.fromkeys(p for i in ids for p in self.actors[i].acts_for))

    def party(self, ids: Ids) -> Ids:
        """Return the principal where an actor has one, else the actor."""
        return tuple(dict.fromkeys(p for i in ids for p in (self.actors[i].acts_for or (i,))))

    def coded(self, used: Iterable[str]) -> tuple[Actor, ...]:
        """Return the actor records to print: those that other findings use, and their principals, in order of mention."""
        wanted = set(used)
        while missing := {p for i in wanted for p in self.actors[i].acts_for} - wanted:
            wanted |= missing
        return tuple(sorted((self.actors[i] for i in wanted), key=lambda a: (a.spans[0].start, a.name)))


def find_actors(parse: Parse, coder: str = "") -> Cast:
    """Return the cast of a report."""
    cast = Cast(parse)
    by_key: dict[str, str] = {}
    for word in parse.words:
        if not word.ent_start or word.ent not in ("PERSON", "ORG", "GPE", "NORP"):
            continue
        words = [word]
        while words[-1].i + 1 < len(parse.words) and (nxt := parse.words[words[-1].i + 1]).ent == word.ent and not nxt.ent_start:
            words.append(nxt)
        words = [w for w in words if w.lower not in ("the", "'s", "'")] or words
        span = parse.span(words)
        key = words[-1].lower if word.ent == "PERSON" else span.text.lower()
        if key not in by_key:
            kind = {"PERSON": "person", "ORG": "organisation"}.get(word.ent, "state")
            actor = Actor(document=parse.document.id, spans=(span,), name=span.text, type=kind, coder=coder)  # type: ignore[arg-type]
            by_key[key] = actor.id
            cast.actors[actor.id] = actor
        for w in words:
            cast.mentions[w.i] = (by_key[key],)
    last: Ids = ()
    for word in parse.words:
        if word.i in cast.mentions and cast.actors[cast.mentions[word.i][0]].type == "person":
            last = cast.mentions[word.i]
        elif word.lower in ("he", "she", "his", "her", "him") and last:
            cast.mentions[word.i] = last
    return cast
