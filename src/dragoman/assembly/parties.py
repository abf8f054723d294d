"""The same actor within and across reports."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.assembly.dossier import Party
from dragoman.assembly.joining import Joining
from dragoman.assembly.spelling import spelled
from dragoman.model import Actor, content_hash

_TITLES = re.compile(
    r"^(?:the|mr|mrs|ms|dr|sir|dame|president|prime minister|minister|judge|professor|prof|senator|ambassador)\.? ", re.I
)
_GENERIC = frozenset(
    "the he she it they we i you his her their our its company union ministry minister president government office mediator "
    "envoy special spokesman spokeswoman spokesperson committee council state country neighbour side members executive "
    "moderator question party board chairman chair leader chief commission group delegation secretary".split()
)

_BODY = (
    r"(?:government|parliament|cabinet|council|ministry|board|administration|army|navy|"
    r"(?:foreign|finance|defen[cs]e|interior) ministry)"
)
"""Bodies that are called by whose they are."""


@functools.lru_cache(maxsize=20_000)
def _plain(name: str) -> str:
    """Return a name without article and title, in lower case."""
    name = name.strip()
    while (cut := _TITLES.sub("", name)) != name and cut:
        name = cut
    return re.sub(r"\s+", " ", name).casefold().removesuffix("'s").removesuffix("’s")


def _body_of(form: str) -> str:
    """A body told by its owner in one form: "karvella's government", "the karvella government" as "government of karvella"."""
    found = _OWNED.match(form) or _BEFORE.match(form)
    return f"{found['body']} of {found['owner']}" if found else form


_OWNED = re.compile(rf"^(?P<owner>[\w -]+)['’]s? (?P<body>{_BODY})$")
_BEFORE = re.compile(rf"^(?P<owner>[\w-]+) (?P<body>{_BODY})$")


def _acronym(name: str) -> str:
    letters = [w[0] for w in re.findall(r"[\w-]+", name) if w[0].isupper()]
    return "".join(letters).casefold() if len(letters) > 2 else ""


@functools.lru_cache(maxsize=20_000)
def _is_generic(name: str) -> bool:
    return set(re.findall(r"\w+", name.casefold())) <= _GENERIC or not any(c.isupper() for c in _TITLES.sub("", name))


def is_nameless(name: str) -> bool:
    """Return whether a name is only an office or a word for a body ("largest party", "the director"), nobody's own.

    >>> is_nameless("leader"), is_nameless("Norland"), is_nameless("prime minister of Norland")
    (True, False, False)
    """
    return not any(c.isupper() for c in _TITLES.sub("", name.strip()))


def parties(actors: Iterable[Actor], people: Joining | None = None) -> tuple[Party, ...]:
    """Return one party for each actor of the record, by name; what `people` said of two names comes first."""
    known = sorted(actors, key=lambda a: (a.document, a.name, a.id))
    group = _Groups([a.id for a in known])
    if people is not None:
        _by_people(known, group, people)
    _by_keys(known, group)
    _by_spelling(known, group)
    _by_surname(known, group)
    _by_head(known, group)
    _by_own_words(known, group)
    return _parties(known, group)


class _Groups:
    """Which records are one, as a union-find over ids."""

    def __init__(self, ids: list[str]) -> None:
        self.parent = {i: i for i in ids}
        self.called: dict[str, set[str]] = {}
        """The names that people have parted, by root."""
        self.apart: frozenset[tuple[str, str]] = frozenset()
        self.why: dict[str, dict[str, None]] = {}
        """Why the records of a root were taken as one, a sentence each, in order."""

    def root(self, i: str) -> str:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, a: str, b: str, why: str = "") -> None:
        """Take two records as one, for a reason that is kept; not where people said that they are two."""
        a, b = sorted((self.root(a), self.root(b)))
        one, two = self.called.get(a, set()), self.called.get(b, set())
        if a == b or any((x, y) in self.apart or (y, x) in self.apart for x in one for y in two):
            return
        self.parent[b] = a
        self.why[a] = {**self.why.get(a, {}), **self.why.pop(b, {}), **({why: None} if why else {})}
        if one or two:
            self.called[a] = one | two


def _by_people(actors: list[Actor], group: _Groups, people: Joining) -> None:
    """Join what people said is one, and keep apart for good what they said is two."""
    group.apart = people.apart
    named = {n for pair in people.apart for n in pair}
    for actor in actors:
        if own := {actor.name.casefold()} & named:
            group.called[actor.id] = own
    for pair in sorted(people.together):
        ends = [[a.id for a in actors if n in {x.casefold() for x in (a.name, *a.aliases)}] for n in pair]
        for end in (ids for ids in ends if all(ends)):
            for i in end:
                group.join(ends[0][0], i, f"“{pair[0]}” and “{pair[1]}” are one, as a person said.")


def _by_keys(actors: list[Actor], group: _Groups) -> None:
    first: dict[tuple[bool, str], str] = {}
    by_id = {a.id: a for a in actors}
    shared = _shared_aliases(actors)
    for actor in actors:
        person = actor.type == "person"
        forms = {_plain(actor.name)} if not _is_generic(actor.name) else set()
        forms = {_body_of(form) for form in forms} if not person else forms
        if not person:
            own = {_plain(a) for a in actor.aliases if not _is_generic(a)} | {_acronym(actor.name)}
            forms |= {form for form in own if (actor.document, form) not in shared}
        for form in sorted(forms - {""}):
            if person and " " not in form:
                continue
            one = first.setdefault((person, form), actor.id)
            named = by_id[one].name
            group.join(one, actor.id, "" if named == actor.name else f"“{named}” and “{actor.name}” are both called “{form}”.")


def _by_spelling(actors: list[Actor], group: _Groups) -> None:
    """People whose full names are two spellings of one are one, unless some report spells both: then they are two."""
    alike: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        if actor.type == "person" and " " in _plain(actor.name) and not _is_generic(actor.name):
            alike[spelled(_plain(actor.name))].append(actor)
    for found in alike.values():
        written: dict[str, set[str]] = defaultdict(set)
        for actor in found:
            written[actor.document].add(_plain(actor.name))
        if all(len(names) == 1 for names in written.values()):
            for actor in found[1:]:
                told = f"“{found[0].name}” and “{actor.name}” are two spellings of one name, and no report has both."
                group.join(found[0].id, actor.id, "" if found[0].name == actor.name else told)


def _shared_aliases(actors: Iterable[Actor]) -> set[tuple[str, str]]:
    """Aliases that two actors of one report bear ("the A and B delegations"): they name neither alone."""
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for actor in actors:
        for form in {_plain(a) for a in actor.aliases}:
            bearers[actor.document, form].add(actor.id)
    return {key for key, ids in bearers.items() if len(ids) > 1 or " and " in key[1]}


def _by_surname(actors: list[Actor], group: _Groups) -> None:
    """A lone surname is the one person who bears it, in its own report first; where two bear it, nobody."""
    full: dict[str, list[Actor]] = defaultdict(list)
    lone: dict[str, str] = {}
    for actor in actors:
        if actor.type == "person" and " " in _plain(actor.name):
            full[_plain(actor.name).split()[-1]].append(actor)
            full[f"~{spelled(_plain(actor.name).split()[-1])}"].append(actor)
        elif actor.type == "person":
            lone.setdefault(_plain(actor.name), actor.id)
    for actor in actors:
        name = _plain(actor.name)
        if actor.type != "person" or " " in name:
            continue
        bearers = full.get(name) or full.get(f"~{spelled(name)}", [])
        near = [a for a in bearers if a.document == actor.document] or bearers
        if len({group.root(a.id) for a in near}) == 1:
            group.join(near[0].id, actor.id, f"“{actor.name}” is the surname of “{near[0].name}” and of nobody else here.")
        elif not near:
            group.join(lone[name], actor.id)


def _by_head(actors: list[Actor], group: _Groups) -> None:
    """A body named by one word only ("the ministry") is the one body of another report that has it in its name."""
    bodies = [a for a in actors if a.type != "person"]
    having: dict[str, list[Actor]] = defaultdict(list)
    named: dict[str, set[str]] = defaultdict(set)
    for actor in bodies:
        words = set(re.findall(r"\w+", _plain(actor.name)))
        for word in words if " " in _plain(actor.name) else ():
            having[word].append(actor)
    for actor in actors:
        if not _is_generic(actor.name):
            named[actor.document].add(actor.id)
    for actor in bodies:
        name = _plain(actor.name)
        if " " in name:
            continue
        others = [
            a
            for a in having[name]
            if a.type == actor.type and a.document != actor.document and _share_a_table(actor, a, named, group)
            if _is_generic(actor.name) or _plain(a.name).startswith(f"{name} ")  # "Orm" is no "Radio Orm"
        ]
        same = [a for a in bodies if a.type == actor.type and a.document == actor.document and a is not actor]
        roots = {group.root(a.id) for a in others}
        if len(roots) == 1 and not roots & {group.root(a.id) for a in same}:
            told = f"“{actor.name}” of one report is the one “{others[0].name}” of another that tells of the same parties."
            group.join(next(iter(roots)), actor.id, told)


def _by_own_words(actors: list[Actor], group: _Groups) -> None:
    """A body told in other order, or with whose it is in full, is one: "Orm Pension Fund", "pension fund of Orm Cable".

    Its head and all words of the shorter name are in the longer one, no report has both, and it is no other body's too.
    """
    bodies = [a for a in actors if a.type != "person" and not _is_generic(a.name)]
    told = {a.id: _own_words(a.name) for a in bodies}
    having: dict[str, list[Actor]] = defaultdict(list)
    for actor in bodies:
        having[told[actor.id][0]].append(actor)
    for actor in bodies:
        head, words = told[actor.id]
        longer = [a for a in having[head] if a.type == actor.type and words < told[a.id][1]]
        roots = {group.root(a.id) for a in longer}
        own = {a.document for a in bodies if group.root(a.id) == group.root(actor.id)}
        theirs = {a.document for a in bodies if group.root(a.id) in roots}
        if len(words) > 1 and len(roots) == 1 and not own & theirs:
            told_so = f"“{actor.name}” is “{longer[0].name}”, told more shortly, and no report has both."
            group.join(next(iter(roots)), actor.id, told_so)


def _own_words(name: str) -> tuple[str, frozenset[str]]:
    """The head noun of a body's name and all its weighty words."""
    plain = _plain(name)
    words = [w for w in re.findall(r"[\w-]+", plain) if w not in ("of", "the", "and", "for", "s")]
    head = re.split(r" (?:of|for) ", plain)[0].split()[-1] if words else ""
    return head, frozenset(words)


def _share_a_table(a: Actor, b: Actor, named: Mapping[str, set[str]], group: _Groups) -> bool:
    """Whether the reports of two actors have a named party in common: else "the union" of one is not the other's."""
    one, two = ({group.root(i) for i in named[d]} for d in (a.document, b.document))
    return bool((one & two) - {group.root(a.id), group.root(b.id)})


def _parties(actors: list[Actor], group: _Groups) -> tuple[Party, ...]:
    members: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        members[group.root(actor.id)].append(actor)
    ids = {root: "party-" + content_hash("party", sorted(a.id for a in found)) for root, found in members.items()}
    out = []
    for root, found in members.items():
        best = max(found, key=_fitness)
        acts = {ids[group.root(i)] for a in found for i in a.acts_for if i in group.parent} - {ids[root]}
        out.append(
            Party(
                id=ids[root],
                name=best.name,
                type=best.type,
                role=_role(found),
                acts_for=tuple(sorted(acts)),
                aliases=tuple(sorted({n for a in found for n in (a.name, *a.aliases)} - {best.name})),
                actors=tuple(a.id for a in found),
                why=tuple(group.why.get(root, {})),
            )
        )
    return tuple(sorted(out, key=lambda p: (p.name, p.id)))


def _role(found: Sequence[Actor]) -> str | None:
    """The first role that a report gives; one that only tells how somebody stands to another gives way to an office."""
    roles = [a.role for a in found if a.role]
    return next((r for r in roles if r.split()[-1].lower() not in _RELATIVE), roles[0] if roles else None)


_RELATIVE = frozenset({"colleague", "counterpart", "peer", "rival", "opponent", "predecessor", "successor", "ally", "friend"})


def _fitness(actor: Actor) -> tuple[bool, bool, bool, int, str]:
    """How fit a name is to be shown: a proper one, not "executive of X" and not in capitals, the fuller the better."""
    name = _TITLES.sub("", actor.name)
    return not _is_generic(actor.name), name[:1].isupper(), not name.isupper() or len(name) < 6, len(actor.name), actor.name


def sides(ids: Iterable[str], by_id: Mapping[str, Party]) -> frozenset[str]:
    """Return the principals behind parties: whom each acts for, and whom that one acts for, to the end."""
    out: set[str] = set()
    todo, seen = list(ids), set[str]()
    while todo:
        party = todo.pop()
        if party in seen:
            continue
        seen.add(party)
        above = _above(by_id[party], by_id) if party in by_id else ()
        todo += above
        if not above:
            out.add(party)
    return frozenset(out or seen)


def _above(party: Party, by_id: Mapping[str, Party]) -> tuple[str, ...]:
    """Whom a party acts for; a named one is not lost in an unnamed crowd (the leader of "dockers")."""
    if not party.name[:1].isupper():
        return party.acts_for
    return tuple(p for p in party.acts_for if p in by_id and any(w[:1].isupper() for w in by_id[p].name.split()))


__all__ = ["is_nameless", "parties", "sides"]
