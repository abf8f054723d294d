"""Tales run together into sentences: one lead for one voice, one attribution for one report."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.briefing.quoting import quoted, shown
from dragoman.briefing.retelling import Tale
from dragoman.briefing.telling import Teller, claim
from dragoman.model import Citation, Claim

_TOGETHER, _WORDS, _CLAUSES, _QUOTE = 3, 44, 3, 40
_LEAST = 4  # words
_ALIKE = 0.7  # share of words in common from which on two passages say the same


def told(teller: Teller, tales: Iterable[Tale]) -> Iterator[Claim]:
    """Yield tales as sentences: one lead for what one voice says in a row, one attribution for what one report tells."""
    yield from _sentences(teller, _of_one_voice(teller, _gathered(tales)))


def _gathered(tales: Iterable[Tale]) -> list[Tale]:
    """Tales with those of one lead from one report after the first of them."""
    groups: dict[tuple[object, ...], list[Tale]] = {}
    for n, t in enumerate(tales):
        alone = not t.key or t.key == ("labelled",)
        groups.setdefault((n,) if alone else (t.key, t.kind, t.finding.document), []).append(t)
    return [t for group in groups.values() for t in group]


def _of_one_voice(teller: Teller, tales: Iterable[Tale]) -> list[Tale]:
    out: list[Tale] = []
    for t in tales:
        last = out[-1] if out else None
        if any(t.words == known.words and t.lead == known.lead for known in out):
            continue
        held = next((n for n, known in enumerate(out) if not t.key and known.kind == t.kind and _in_words(t, known)), None)
        shorter = next((n for n, known in enumerate(out) if not known.key and known.kind == t.kind and _in_words(known, t)), None)
        if shorter is not None and not t.key:
            out[shorter] = replace(t, cited=(*t.cited, *out[shorter].cited))
            continue
        alike = [n for n, known in enumerate(out) if not t.key and known.key and known.kind == t.kind]
        longer = next((n for n in alike if _ends_with(t, out[n])), None)
        if longer is not None:
            out[longer] = replace(out[longer], cited=out[longer].cited + t.cited, others=(*out[longer].others, t.finding))
            continue
        if held is not None:
            out[held] = replace(out[held], cited=out[held].cited + t.cited, others=(*out[held].others, t.finding))
            continue
        if last and _within(t, last):
            out[-1] = replace(last, cited=last.cited + t.cited, others=(*last.others, t.finding))
            continue
        if last and _within(last, t):
            out[-1] = t
        elif last and last.kind == t.kind == "said" and last.key[:1] == ("speech",) and _overlap(last.cited[-1], t.cited[0]):
            a, b = last.cited[-1], t.cited[0]
            whole = teller.dossier.document[a.document].span(min(a.start, b.start), max(a.end, b.end))
            words = (*last.words[:-1], quoted(shown(whole, _QUOTE)))
            out[-1] = replace(last, words=words, cited=(*last.cited[:-1], *teller.dossier.cite(t.finding, (whole,))))
        elif last and last.key and last.key == t.key and t.key != ("labelled",) and _fit(last, t):
            out[-1] = replace(last, words=last.words + t.words, cited=last.cited + t.cited, others=(*last.others, t.finding))
        else:
            out.append(t)
    return out


def _in_words(new: Tale, known: Tale) -> bool:
    """Whether the words of a clause stand within what has been quoted."""
    return all(any(w.strip('"“”') in k for k in known.words) for w in new.words)


def _ends_with(clause: Tale, known: Tale) -> bool:
    """Whether a clause is what a party was said to do, with its name again: "The League, it said, will have none of it"."""
    told_ = [w.strip('"“”') for w in known.words]
    return any(len(w.split()) >= _LEAST and w in clause.words[0] for w in told_)


def _overlap(a: Citation, b: Citation) -> bool:
    return a.document == b.document and a.start < b.end and b.start < a.end


def _within(new: Tale, last: Tale) -> bool:
    """Whether another tale of the same lead holds the words already, or nearly all of them."""
    if not new.key or new.key != last.key or new.kind != last.kind:
        return False
    return all(any(_repeats(w, known) for known in last.words) for w in new.words)


def _repeats(words: str, known: str) -> bool:
    """Whether words stand in others or, save for a word or two, are the same."""
    if words.strip('"“”') in known:
        return True
    a, b = (set(re.findall(r"\w+", w.lower())) for w in (words, known))
    return len(a & b) >= _ALIKE * max(len(a | b), 1)


def _fit(last: Tale, new: Tale) -> bool:
    same = last.finding.document == new.finding.document and last.kind == new.kind
    long = sum(len(w.split()) for w in (*last.words, *new.words)) > _WORDS
    return same and not long and len(last.words) < _TOGETHER and new.words[0] not in last.words


def _sentences(teller: Teller, tales: list[Tale]) -> Iterator[Claim]:
    run: list[Tale] = []
    for t in tales:
        if run and not _joins(teller, run, t):
            yield _sentence(teller, run)
            run = []
        run.append(t)
    if run:
        yield _sentence(teller, run)


def _joins(teller: Teller, run: list[Tale], new: Tale) -> bool:
    """Whether a tale of the same report can follow after a semicolon."""
    last = run[-1]
    if not (last.kind == new.kind == "reported") or teller.source(last.finding) != teller.source(new.finding):
        return False
    if last.key and last.key == new.key:
        return False
    words = sum(len(t.clause.split()) for t in (*run, new))
    return words <= _WORDS and len(run) < _CLAUSES and not any(_several(t) for t in (*run, new))


def _several(tale_: Tale) -> bool:
    """Whether other reports tell the same."""
    return any(o.document != tale_.finding.document for o in tale_.others)


def _sentence(teller: Teller, run: list[Tale]) -> Claim:
    cited = [c for t in run for c in t.cited]
    teller.tell(cited)
    first = run[0]
    if first.kind == "said":
        teller.interrupted(first.finding)
        return claim(first.clause, "said", cited)
    clauses = [t.clause for t in run]
    text = clauses[0] if len(clauses) == 1 else "; ".join(clauses[:-1]) + f"; and {clauses[-1]}"
    others = first.others if len(run) == 1 and len(first.words) == 1 else ()
    return claim(teller.attributed(first.finding, text, others), "reported", cited)
