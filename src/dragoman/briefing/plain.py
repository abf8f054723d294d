"""The briefing as JSON, in the form others rely on."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.analysis import Analysis, AtOnce, Deadlock, Due, Gap, Hinge, Matter, Promise, Proposal, WayOut, is_lenient
from dragoman.assembly import Change, Contradiction, Dossier, Outlet, Requirement, origins
from dragoman.assembly.stepping import best_name
from dragoman.assembly.tenures import by_office, tenures
from dragoman.briefing.apart import cited_of
from dragoman.briefing.published import Briefing
from dragoman.briefing.references import Footnote
from dragoman.briefing.step_names import awaited
from dragoman.model import Citation, Claim, Event, Ids, Position, Statement, Track

Plain = dict[str, Any]


def plain_json(briefing: Briefing) -> str:
    """Return the briefing as JSON text; keys of what is not built yet are absent."""
    return json.dumps(plain(briefing), ensure_ascii=False, indent=1) + "\n"


def plain(briefing: Briefing) -> Plain:
    """Return the briefing as plain values."""
    dossier, analysis = briefing.dossier, briefing.analysis
    return {
        "headline": briefing.headline,
        "headline_citations": _cites(briefing.headline_cited),
        "as_of": str(dossier.as_of) if dossier.as_of else None,
        "date": _date(dossier),
        "notices": [{"kind": n.kind, "text": n.text, "documents": list(n.documents)} for n in briefing.notices],
        "sentences": [_claim(c) for c in briefing.claims],
        "references": [_reference(n, dossier.outlets) for n in briefing.notes.notes],
        "actors": [
            {
                "id": p.id,
                "name": p.name,
                "type": p.type,
                "role": p.role,
                "acts_for": list(p.acts_for),
                "aliases": list(p.aliases),
                "why": list(p.why),
            }
            for p in dossier.parties
        ],
        "statements": [_statement(dossier, s) for s in dossier.of(Statement)],
        "positions": [_position(dossier, p) for p in dossier.of(Position) if p.certainty != "possible"],
        "conditions": [_condition(dossier, r) for r in dossier.requirements if r.certainty != "possible"],
        "steps": [
            {
                "id": s.id,
                "name": s.name,
                "wordings": [{"text": w.text, "citation": cite(w.citation)} for w in s.wordings],
                "why": list(s.why),
            }
            for s in dossier.steps
        ],
        **exits(dossier, analysis),
        "untouched": [
            {"what": f"{f.what} ({f.of})" if f.of else f.what, "citations": _cites(f.citations)} for f in analysis.untouched
        ],
        "deadlines": [_due(dossier, d) for d in analysis.deadlines if d.deadline.certainty != "possible"],
        "commitments": [c for p in analysis.promises for c in _promise(dossier, p)],
        "events": [_event(dossier, e) for e in dossier.of(Event) if e.certainty != "possible"],
        "tracks": [
            {
                "name": t.name,
                "status": t.status,
                "level": t.level,
                **_actors(dossier, "parties", t.parties),
                "citations": _cites(dossier.cite(t)),
            }
            for t in dossier.of(Track)
            if t.certainty != "possible"
        ],
        "distances": distances(dossier, analysis.matters),
        "proposals": proposals(dossier, analysis.proposals),
        "offices": offices(dossier),
        "copies": [{"documents": list(group)} for group in dossier.copies],
        "corrections": [
            {"notice": c.notice, "corrects": c.corrects, "what": c.citations[0].quote, "citations": _cites(c.citations)}
            for c in dossier.corrections
        ],
        "changes": [_changed(dossier, c) for c in dossier.changes],
        "contradictions": [_contradiction(c) for c in dossier.contradictions],
        "origins": [
            {"claim": o.claim, "count": o.count, "documents": list(o.documents), "why": list(o.why)} for o in origins(dossier)
        ],
        "possible_readings": [_claim(c) for c in briefing.possible],
        "comments": [],
    }


def offices(dossier: Dossier) -> list[object]:
    """Return who held which office from when to when, and whom words that name only an office can mean, as plain values."""
    known = tenures(dossier)
    alone = list(by_office(dossier, known))
    return [
        {
            "office": t.office,
            "of": [dossier.party[p].name for p in t.of],
            "holder": dossier.party[t.party].name,
            "since": t.since,
            "until": t.until,
            "seen": list(t.seen) if t.seen else None,
            "over_by": t.gone,
            "citations": _cites(t.words),
            "named_by_office": [
                {**cite(words), "candidates": [dossier.party[c].name for c in found]}
                for words, found in alone
                if t.party in found
            ],
        }
        for t in known
    ]


def exits(dossier: Dossier, analysis: Analysis) -> Plain:
    """Return the standing deadlocks with their readings and the ways out of them, as plain values."""
    return {
        "deadlocks": [_deadlock(dossier, d, analysis.hinges.get(d.id, ())) for d in analysis.deadlocks if d.until is None],
        "within_one_side": [_deadlock(dossier, d, ()) for d in analysis.alone],
        "overrun": [{"step": x.step, "due": x.due, "soonest": x.soonest, "takes": x.takes} for x in analysis.overrun],
        "ways_out": [_way(dossier, w) for w in analysis.ways_out],
        "lighter_ways": [_way(dossier, w) for w in analysis.lighter],
        "weights": {i: {"value": w.value, "reasons": list(w.reasons)} for i, w in analysis.weights.items()},
        "at_once": [_at_once(dossier, a) for a in analysis.at_once],
        "capped": analysis.capped,
    }


def proposals(dossier: Dossier, found: Iterable[Proposal]) -> list[object]:
    """Return what was put forward and what each party answered, as plain values."""
    return [
        {
            "by": dossier.party[p.by].name,
            "how": p.how,
            "what": p.what,
            "day": p.day or None,
            "citations": _cites(p.citations),
            "answers": [
                {"party": dossier.party[a.party].name, "answer": a.reply, "day": a.day or None, "citations": _cites(a.citations)}
                for a in p.answers
            ],
        }
        for p in found
    ]


def _gap(gap: Gap) -> dict[str, object]:
    if gap.unclear:
        return {"day": gap.day, "low": None, "high": None, "unit": "unclear"}
    return {"day": gap.day, "low": gap.low, "high": gap.high, "unit": gap.unit or "steps of 4"}


def distances(dossier: Dossier, matters: Iterable[Matter]) -> list[object]:
    """Return how far apart the sides stand on each matter, as plain values."""
    return [
        {
            "matter": m.name,
            "common_ground": m.common,
            "pairs": [
                {
                    "parties": [dossier.party[p].name for p in (pair.a, pair.b)],
                    "trend": pair.trend,
                    "sure": pair.sure,
                    "days": [_gap(g) for g in pair.gaps],
                    "citations": _cites(cited_of(m, pair)),
                }
                for pair in m.pairs
            ],
        }
        for m in matters
    ]


def _date(dossier: Dossier) -> Plain:
    """The newest report's date."""
    dated = [d.date for d in dossier.documents if d.date.value]
    if not dated:
        return {"value": None, "origin": "unknown", "assumed": False}
    date = max(dated, key=lambda d: str(d.value))
    return {"value": str(date.value), "origin": date.origin, "assumed": date.assumed}


def cite(citation: Citation) -> Plain:
    """Return `{document, start, end, quote}`."""
    return {"document": citation.document, "start": citation.start, "end": citation.end, "quote": citation.quote}


def _cites(citations: Iterable[Citation]) -> list[Plain]:
    return [cite(c) for c in dict.fromkeys(citations)]


def _claim(claim: Claim) -> Plain:
    return {"text": claim.text, "kind": claim.kind, "citations": _cites(claim.citations)}


def _reference(note: Footnote, outlets: Mapping[str, Outlet]) -> Plain:
    d = note.document
    outlet = outlets.get(d.publisher or "", Outlet()).kind
    date = {"value": str(d.date.value) if d.date.value else None, "origin": d.date.origin, "assumed": d.date.assumed}
    citation = {"document": d.id, "start": note.span.start, "end": note.span.end, "quote": note.span.text}
    about = {"publisher": d.publisher, "headline": d.headline, "date": date, "url": d.url, "outlet": outlet}
    return {"number": note.number, **citation, **about}


def _actors(dossier: Dossier, field: str, ids: Ids) -> Plain:
    """The display name and the id of an actor-valued field; several actors are joined in the name and listed in the ids."""
    parties = list(dict.fromkeys(dossier.party_of[i].id for i in ids))
    return _parties(dossier, field, parties)


def _parties(dossier: Dossier, field: str, parties: Iterable[str]) -> Plain:
    ids = list(parties)
    names = [dossier.party[p].name for p in ids]
    if field in ("participants", "parties"):
        return {field: names, f"{field}_id": ids}
    if len(ids) < 2:
        return {field: names[0] if names else None, f"{field}_id": ids[0] if ids else None}
    return {field: " and ".join(names), f"{field}_id": ids}


def _statement(dossier: Dossier, s: Statement) -> Plain:
    fields = {f: getattr(s, f) for f in ("speaker", "on_behalf_of", "addressee", "via", "candidates")}
    actors = {k: v for f, ids in fields.items() for k, v in _actors(dossier, f, ids).items()}
    return {**actors, "manner": s.manner, "said_on": s.said_on, "citations": _cites(dossier.cite(s))}


def _position(dossier: Dossier, p: Position) -> Plain:
    said = dossier.finding.get(p.statement or "")
    speaker = _actors(dossier, "speaker", said.speaker if isinstance(said, Statement) else ())
    return {
        **_actors(dossier, "actor", p.actor), "issue": p.issue, "stance": p.stance, "on": p.on,
        **_actors(dossier, "addressee", p.addressee), **speaker, "citations": _cites(dossier.cite(p)),
    }  # fmt: skip


def _condition(dossier: Dossier, r: Requirement) -> Plain:
    return {
        "id": r.id, **_parties(dossier, "holder", r.holders), **_ends(r), "relation": r.relation, "strict": r.strict,
        "certainty": r.certainty, "citations": _cites(r.citations),
    }  # fmt: skip


def _ends(r: Requirement) -> Plain:
    """The two steps in the holder's own words; the ids tell which steps of the record they are."""
    return {
        "gated": best_name(c.gated for c in r.conditions), "gated_id": r.gated,
        "required": best_name(c.required for c in r.conditions), "required_id": r.required,
    }  # fmt: skip


def _member(dossier: Dossier, r: Requirement, deadlock: Deadlock) -> Plain:
    return {
        "condition": r.id, **_parties(dossier, "holder", r.holders), **_ends(r), "required": awaited(r, deadlock),
        "relation": r.relation, "strict": r.strict, "citations": _cites(r.citations),
    }  # fmt: skip


def _deadlock(dossier: Dossier, d: Deadlock, hinges: Iterable[Hinge]) -> Plain:
    return {
        "id": d.id, "kind": d.kind, "shape": d.shape, "hard": d.hard, "assumes": list(d.assumes),
        "from": d.since, "until": d.until,
        **_parties(dossier, "parties", d.parties), "members": [_member(dossier, m, d) for m in d.members],
        "late": {"due": d.late.due, "soonest": d.late.soonest, "step": d.late.step} if d.late else None,
        "stands_leniently": is_lenient(d), "hinges": [_hinge(h) for h in hinges],
    }  # fmt: skip


def _hinge(hinge: Hinge) -> Plain:
    condition = hinge.requirement.id if hinge.requirement else None
    told = {"kind": hinge.kind, "condition": condition, "wordings": list(hinge.wordings), "why": hinge.why or None}
    return {**told, "citations": _cites(hinge.citations)}


def _changed(dossier: Dossier, c: Change) -> Plain:
    moved = {"from": {"citations": _cites(c.before)}, "to": {"citations": _cites(c.to)}, "on": c.on}
    return {**_parties(dossier, "party", c.parties), "issue": c.issue, "kind": c.kind, **moved}


def _contradiction(c: Contradiction) -> Plain:
    sides = {"a": {"citations": _cites(c.a)}, "b": {"citations": _cites(c.b)}}
    return {"about": c.about, "kind": c.kind, "settled": c.settled, **sides}


def _at_once(dossier: Dossier, found: AtOnce) -> Plain:
    by = [dossier.party[p].name for p in found.by]
    return {"conditions": [r.id for r in found.conditions], "by": by, "by_id": list(found.by), "unties": list(found.unties)}


def _way(dossier: Dossier, w: WayOut) -> Plain:
    drop = [{"condition": r.id, **_parties(dossier, "holder", r.holders), "citations": _cites(r.citations)} for r in w.drop]
    told = {"weight": w.weight, "lightest": w.lightest, "turn": w.turn, "extend_to": w.extend}
    return {"drop": drop, "by": [dossier.party[p].name for p in w.by], "by_id": list(w.by), "unties": list(w.unties), **told}


def _due(dossier: Dossier, due: Due) -> Plain:
    d = due.deadline
    history = [{"date": s.date, "status": s.status, "citations": _cites(s.citations)} for s in due.history]
    return {
        "what": due.fullest.what, **_actors(dossier, "setter", due.setter),
        **_actors(dossier, "addressee", due.addressee), "when_text": d.when_text, "date": due.date, "duration": due.duration,
        "days_left": due.days_left, "bound": due.bound, "consequence": due.consequence, "status": due.status,
        "history": history, "citations": _cites(due.citations),
    }  # fmt: skip


def _promise(dossier: Dossier, promise: Promise) -> list[Plain]:
    return [
        {
            **_actors(dossier, "giver", c.giver),
            **_actors(dossier, "receiver", c.receiver),
            "item": c.item,
            "quantity": c.quantity,
            "unit": c.unit,
            "status": c.status,
            "citations": _cites(dossier.cite(c)),
        }
        for c in promise.states
        if c.certainty != "possible"
    ]


def _event(dossier: Dossier, e: Event) -> Plain:
    return {
        "type": e.type, "status": e.status, "date": e.date, **_actors(dossier, "participants", e.participants),
        "place": e.place, "citations": _cites(dossier.cite(e)),
    }  # fmt: skip
