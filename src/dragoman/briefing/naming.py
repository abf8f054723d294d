"""How parties are named: in full with their role at first mention, afterwards briefly."""

import re
from collections.abc import Iterable

from dragoman.assembly import Dossier, Party
from dragoman.assembly.tenures import changed_hands, plain_office, tenures
from dragoman.briefing.days import day_words
from dragoman.briefing.vocabulary import listed
from dragoman.model import Ids


class Names:
    """The names of one briefing, which remember who has been introduced."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._introduced: set[str] = set()
        self._articles: dict[str, str] = {}
        several = len(dossier.documents) > 1
        self._over = [t for g in changed_hands(dossier, tenures(dossier)) for t in g if t.until or t.gone] if several else []

    def party(self, party: str) -> str:
        """Return a party's name, with its role where it is named for the first time."""
        found = self.dossier.party[party]
        name = self._article(calm(found.name) if found.type == "person" or " " in found.name else found.name, found.type)
        if party in self._introduced:
            return self._short(found) or name
        self._introduced.add(party)
        role = re.sub(r"^(?:[Aa]n?|[Tt]he) ", "", self._shortened(calm(found.role or "")))
        role = "" if role.split(" ")[0] in listed("role_verbs") else self._past(found, role)
        short = self._short(found)
        if found.type != "person":
            return f"{name} ({short.removeprefix('the ')})" if short else name
        return name if not role or role.lower() in name.lower() else f"{name} ({role})"

    def _past(self, party: Party, role: str) -> str:
        """A role with its end, where the reports tell that somebody holds it no longer: "trade minister until 4 May 2031"."""
        over = next((t for t in self._over if t.party == party.id and t.office == plain_office(role)), None)
        if over is None or role.lower().startswith(("former", "ex-")):
            return role
        return f"{role} until {day_words(over.until)}" if over.until else f"formerly {role[:1].lower()}{role[1:]}"

    def _shortened(self, role: str) -> str:
        """A role with bodies that have been named already by their acronyms."""
        for party in (self.dossier.party[p] for p in sorted(self._introduced)):
            short = self._short(party).removeprefix("the ") if party.type != "person" else ""
            for name in sorted((party.name, *party.aliases), key=len, reverse=True):
                if short and len(name.split()) > 3:
                    role = role.replace(name, short)
        return role

    def brief_name(self, party: str) -> str:
        """Return a party's name as headlines have it: no article or role, an acronym or surname where one is known."""
        found = self.dossier.party[party]
        name = calm(found.name) if found.type == "person" else found.name
        return (self._short(found) or name).removeprefix("the ").removeprefix("The ")

    def _short(self, party: Party) -> str:
        """Return the surname by which the reports know a person, or a body's acronym; empty where another bears it too."""
        last = party.name.split()[-1]
        for alias in sorted(party.aliases, key=lambda a: (len(a.split()), a)):
            person = party.type == "person" and alias in party.name and (alias == last or alias.endswith(f" {last}"))
            acronym = party.type != "person" and len(party.name.split()) > 3 and alias.isupper() and 1 < len(alias) < 8
            if (person or acronym) and not any(alias in (p.name, *p.aliases) for p in self.dossier.parties if p is not party):
                return alias if person else self._article(alias, party.type)
        if party.type == "person" and len(party.name.split()) in (2, 3) and self._is_surname(last, party):
            return last
        return ""

    def _is_surname(self, last: str, party: Party) -> bool:
        """Whether the reports call a person by this name alone, and nobody else."""
        if any(p is not party and last in p.name.split() for p in self.dossier.parties):
            return False
        alone = rf"(?:^|[^\w\s][\s\"“(]*|\s[a-z][\w’']* ){re.escape(last)}(?![\w-])"
        return last[:1].isupper() and last.isalpha() and self._in_text(alone)

    def _article(self, name: str, kind: str) -> str:
        """Put `the` or `a` before a name where the reports do; a plain noun that opened a sentence loses its capital."""
        if name.startswith("The "):
            return f"the {name[4:]}"
        if name.startswith(("the ", "a ", "an ")):
            return name
        if name not in self._articles:
            self._articles[name] = self._with_article(name, kind)
        return self._articles[name]

    def _with_article(self, name: str, kind: str) -> str:
        if kind == "person" and name.split()[-1].islower() and " " in name:
            plain = name if name.split()[0].rstrip(".").replace(".", "").isupper() else name[:1].lower() + name[1:]
            return self._noun_with_article(plain)
        if kind == "person":
            common = " " not in name and name.isalpha() and self._in_text(rf"(?<=[a-z,] ){name.lower()}(?![\w-])")
            return f"the {name.lower()}" if common and not self._in_text(rf"(?<=[a-z] ){name}(?![\w-])") else name
        if name[:1].islower():
            return self._noun_with_article(name)
        if kind not in ("state", "government") and self._is_noun(name):
            return name[:1].lower() + name[1:]
        if name in listed("articled") or (name.split()[0] in listed("bodies") and " of " in name):
            return f"the {name}"
        text = "\n".join(d.text for d in self.dossier.documents)
        inside = r"(?:\b([Tt]he)\s|(?<=[\w,;] ))"  # a headline or the opening of a sentence often drops the article
        after = r"(?!\w|-|\.\w| (?:" + "|".join(sorted(listed("organs"))) + r")\b)"  # "the Lund ministry" gives Lund no article
        found = [m.group(1) for m in re.finditer(inside + re.escape(name) + after, text)]
        return f"the {name}" if sum(map(bool, found)) * 2 >= len(found) > 0 else name

    def _noun_with_article(self, name: str) -> str:
        """A body that the reports call by a plain noun, with the article that fits its head: "a committee of holders"."""
        words = name.split()
        head = re.split(r" (?:of|for|in|from|at|on|who|that|which) ", name)[0].split()[-1]
        if words[0] in listed("articles") | listed("quantities") or words[0][0].isdigit():
            return name
        if (head.endswith("s") and not head.endswith("ss")) or head in listed("many"):
            text = "\n".join(d.text for d in self.dossier.documents)
            places = [m.group(1) for m in re.finditer(rf"(\b[Tt]he )?\b{re.escape(name)}", text)]
            return f"the {name}" if sum(map(bool, places)) * 2 > len(places) else name
        if self._in_text(rf"\b[Aa]n? {re.escape(name)}") and not self._in_text(rf"\b[Tt]he {re.escape(name)}"):
            return f"{indefinite(name)} {name}"
        return f"the {name}"

    def _in_text(self, pattern: str) -> bool:
        return any(re.search(pattern, d.text) for d in self.dossier.documents)

    def _is_noun(self, name: str) -> bool:
        """Whether a name is a plural noun with a capital that only its place gave it: the reports write it without one, too."""
        first, *rest = re.split(r" (?:of|at|in|from|for|on|who|to) ", name)[0].split()
        if first.lower() in listed("quantities"):
            return True
        plain = first[:1].isupper() and first.endswith("s") and not any(w[:1].isupper() for w in rest)
        mixed = first[:1].isupper() and len(rest) > 0 and all(w.islower() for w in rest) and rest[-1].endswith("s")
        if mixed and not self._in_text(rf"(?<=[a-z,;] ){re.escape(first)}(?!\w)"):
            return True
        if plain and not self._in_text(rf"(?<=[\w,;] ){re.escape(first)}(?!\w)"):
            return True  # it only ever opens a sentence
        alone = rf"(?<=\s){re.escape(first.lower())}(?=[\s,.;])"
        return plain and self._in_text(alone)

    def who(self, ids: Ids) -> str:
        """Return the names of actors as one subject, empty for none."""
        return joined(self.party(p) for p in dict.fromkeys(self.dossier.party_of[i].id for i in ids))


def calm(name: str) -> str:
    """Return a name or role that a transcript shouts in ordinary letters, on one line.

    >>> calm("MS BRILL"), calm("UN"), calm("BOARD OF PORTS")
    ('Ms Brill', 'UN', 'Board of Ports')
    """
    name = " ".join(name.split())
    if not name.isupper() or len(name) < 4:
        return name
    words = [w.lower() if w.lower() in listed("small") else w.title() for w in name.split()]
    return " ".join(words)


def joined(names: Iterable[str]) -> str:
    """Return names as English lists them.

    >>> joined(["a", "b", "c"])
    'a, b and c'
    """
    found = list(names)
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def indefinite(name: str) -> str:
    """Return the article that goes before a noun.

    >>> indefinite("official"), indefinite("union spokesman"), indefinite("hotel")
    ('an', 'a', 'a')
    """
    return "an" if re.match(r"[aeiou](?!ni[ot]|ni[vf]|sual|se[rd]?\b|uro|ne\b)", name, re.I) else "a"
