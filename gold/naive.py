"""The naive method: what regular expressions over cue words get. It stands beside ours in every table, as the yardstick."""

import itertools
import re

NAME = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
SENTENCE = re.compile(r"[^.?!\n]+[.?!]*[\"”]?")
QUOTED = re.compile(r"[\"“][^\"”\n]{3,}[\"”]")
SAID = re.compile(r"\b(said|says|told|added|stated|announced|insisted|warned|claimed)\b(?: that)?\s*")
STANCES = {
    "demand": r"\b(demand\w*|call\w* for|insist\w*|want\w*)\b", "reject": r"\b(reject\w*|refus\w*|oppos\w*|rul\w+ out)\b",
    "accept": r"\b(accept\w*|agree\w*)\b", "support": r"\b(support\w*|welcom\w*|back\w*)\b", "propose": r"\b(propos\w*|suggest\w*)\b",
    "offer": r"\b(offer\w*|ready to|willing to)\b",
}  # fmt: skip
CUES = {
    "only_after": r"\b(only after|before|not until|only if|once)\b", "unless": r"\bunless\b", "until": r"\buntil\b",
    "if": r"\b(if|provided|in exchange for|in return for)\b", "together": r"\bhand in hand\b", "not_required": r"\bwithout\b",
}  # fmt: skip
WHEN = re.compile(r"\b(?:by|until|before) ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+ \d{1,2})|\b(\d+)-day deadline")
MONEY = re.compile(r"\$?(\d[\d,.]*)(?: (million|billion))?\b")
PROMISE = re.compile(r"\b(promis\w*|pledg\w*|provid\w*|releas\w*|deliver\w*)\b")
THREAT = re.compile(r"\b(threaten\w*|sanctions|retaliat\w*)\b")
EVENTS = {"meeting": r"\bmeeting\b|\bmet\b", "talks_round": r"\btalks\b", "agreement": r"\bagreement\b|\bdeal\b", "protest": r"\bstrike\b|\bprotest\w*",
          "attack": r"\battack\w*|\bkilled\b", "sanction": r"\bsanctions\b", "vote": r"\bvote\w*", "visit": r"\bvisit\w*"}  # fmt: skip
TRACK = re.compile(r"\b(?:peace |trade |pay )?talks\b|\bnegotiations\b|\bworking group\b")
INSTRUMENT = re.compile(r"\b(?:draft|agreement|treaty|memorandum|resolution|contract|accord)\b")
JUDGED = re.compile(r"\b(remains?|likely|deadlock\w*|stall\w*|uncertain)\b")


def code(row):
    """Return the naive coding of one report in the codebook's form."""
    text, records, ids = row["text"], [], itertools.count(1)
    actors = {}

    def span(start, end):
        return {"start": start, "end": end, "text": text[start:end]}

    def add(kind, start, end, **fields):
        records.append({"id": f"n{next(ids)}", "kind": kind, "spans": [span(start, end)], **fields})

    def actor_before(start, end):
        """The first name of the stretch: who else would it be?"""
        found = NAME.search(text, start, end)
        return None if found is None else actors.get(found.group())

    for found in NAME.finditer(text):
        if found.group() not in actors and (" " in found.group() or len(found.group()) > 4):
            actors[found.group()] = f"n{len(actors) + 1}"
            add("actor", found.start(), found.end(), name=found.group(), type="person", aliases=[])
    for sentence in SENTENCE.finditer(text):
        _code_sentence(text, sentence.start(), sentence.end(), add, span, actor_before)
    return {"doc_id": row["id"], "title": row.get("title"), "date": row.get("date"), "coder": "naive", "records": records}


def _code_sentence(text, start, end, add, span, actor_before):
    who = actor_before(start, end)
    said = SAID.search(text, start, end)
    quoted = QUOTED.search(text, start, end)
    if quoted:
        add("statement", quoted.start(), quoted.end(), speaker=who, manner="direct", cue=None, content=span(quoted.start(), quoted.end()))
    elif said and said.end() < end:
        add("statement", said.end(), end, speaker=who, manner="indirect", cue=span(*said.span(1)), content=span(said.end(), end))
    for stance, cue in STANCES.items():
        if found := re.compile(cue).search(text, start, end):
            add("position", found.start(), end, actor=who, issue=text[found.end() : end].strip() or "it", stance=stance)
    for relation, cue in CUES.items():
        found = re.compile(cue).search(text, start, end)
        if found and start < found.start() and found.end() + 1 < end:
            add("condition", start, end, holder=who, gated="it", required="it", relation=relation, strict=True,
                gated_span=span(start, found.start()), required_span=span(found.end() + 1, end))  # fmt: skip
            break
    if found := WHEN.search(text, start, end):
        duration = f"P{found.group(2)}D" if found.group(2) else None
        add("deadline", start, end, setter=who, what="it", when_text=found.group(), date=None, duration=duration, status="pending")
    if PROMISE.search(text, start, end) and (found := MONEY.search(text, start, end)):
        scale = {"million": 10**6, "billion": 10**9, None: 1}[found.group(2)]
        value = float(found.group(1).replace(",", "").rstrip(".") or 0) * scale if found.group(1).count(".") < 2 else None
        add("commitment", start, end, giver=who, item=found.group(), quantity=value, status="announced")
    if THREAT.search(text, start, end):
        add("threat", start, end, actor=who, measure="it", status="threatened")
    for kind, cue in EVENTS.items():
        if re.compile(cue).search(text, start, end):
            add("event", start, end, type=kind, participants=[who] if who else [], status="held", date=None)
    if found := TRACK.search(text, start, end):
        add("track", *found.span(), name=found.group(), status="active")
    if found := INSTRUMENT.search(text, start, end):
        add("instrument", *found.span(), name=found.group(), status=None)
    if JUDGED.search(text, start, end):
        add("assessment", start, end, author=None, about="it")
