"""How sides move from one report to the next, read from the words of invented coverage in several fields."""

import pytest

from dragoman.assembly import assemble
from dragoman.coding import code
from dragoman.model import Moment
from dragoman.reading import read
from dragoman.sources import Fetched

RENTS = (
    "2035-04-02",
    (
        "Tenants and landlords far apart in Velsund\n\n"
        "VELSUND - The tenants' league of Velsund wants rents frozen for three years and will not call off the rent "
        "strike in the harbour quarter before the freeze is in force, its chairwoman, Greta Holl, said on Monday. The"
        " property owners' federation rejects a freeze. Its president, Anton Reiss, offered to limit increases to 5 "
        "per cent a year.\n\nMayor Lisbet Orn has invited both sides to talks at the town hall on Thursday. The "
        'federation insists that the blockade of the rent office end before any talks begin.\n\n"Nobody negotiates '
        'with a gun at the door," Reiss said.'
    ),
)
MOVES = {
    "quarry demand": (
        (
            "2031-05-02",
            "Lorvane quarry talks open\n\n"
            "LORVANE - The quarrymen's union demanded 500,000 crowns for the villages at talks with Maskell Stone on "
            "Friday. Maskell Stone offered 150,000 crowns and said it would not go higher before the survey was finished.",
        ),
        (
            "2031-05-16",
            "Union lowers demand\n\n"
            "LORVANE - The quarrymen's union has lowered its demand from 500,000 to 400,000 crowns, its chairman, Oda "
            "Rimmel, said on Thursday. Maskell Stone said it was studying the figure.",
        ),
        ("shift", "500,000", "400,000"),
    ),
    "quarry no unit": (
        (
            "2031-05-02",
            "Lorvane quarry talks open\n\n"
            "LORVANE - The union is demanding 500,000 in compensation from Maskell Stone for the villages. Talks between "
            "the company and the union go on next week.",
        ),
        (
            "2031-05-16",
            "Union lowers demand\n\n"
            "LORVANE - The union cut its demand for compensation from 500,000 to 400,000 on Thursday. Maskell Stone said "
            "it would study the proposal.",
        ),
        ("shift", "500,000", "400,000"),
    ),
    "trade quota": (
        (
            "2032-09-01",
            "Fish talks begin\n\n"
            "SKARN - Norland wants a quota of 40,000 tonnes of herring, its fisheries minister, Per Olsund, said on "
            "Monday. Sudmark rejected the demand and proposed 25,000 tonnes.",
        ),
        (
            "2032-09-14",
            "Norland asks for less\n\n"
            "SKARN - Norland now asks for a quota of 32,000 tonnes of herring, its fisheries minister, Per Olsund, said "
            "on Tuesday. Sudmark stays at 25,000 tonnes, its delegation said.",
        ),
        ("shift", "40,000", "32,000"),
    ),
    "strike no longer insists": (
        (
            "2031-10-01",
            "Nurses will not return before ward cuts are dropped\n\n"
            "ELM - The nurses' association said on Monday its members would not return to work before the ward cuts were "
            "withdrawn. The hospital board refused.",
        ),
        (
            "2031-10-09",
            "Nurses drop condition\n\n"
            "ELM - The nurses' association no longer insists that the ward cuts be withdrawn before its members return to"
            " work, its president, Ada Corr, said on Tuesday.",
        ),
        ("shift", "before the ward cuts", "no longer insists"),
    ),
    "peace no longer make": (
        (
            "2034-01-04",
            "Arden rejects talks before withdrawal\n\n"
            "KETTEN - The government of Arden will open the corridor only after the rebels have left the bridge, its "
            "foreign minister, Jan Orel, said on Wednesday.",
        ),
        (
            "2034-01-15",
            "Arden softens\n\n"
            'KETTEN - "We no longer make the corridor wait for the bridge," the foreign minister of Arden, Jan Orel, told'
            " reporters on Sunday. The rebels welcomed the step.",
        ),
        ("shift", "only after", "no longer make"),
    ),
    "need not any more": (
        (
            "2034-01-04",
            "Inspectors and access\n\n"
            "KETTEN - Sudmark will sign the accord only after weekly inspections have begun, its envoy, Mira Tolen, said "
            "on Wednesday. Norland refused the inspections.",
        ),
        (
            "2034-01-15",
            "Sudmark bends on inspections\n\n"
            "KETTEN - The inspections need not be weekly any more, the envoy of Sudmark, Mira Tolen, said on Sunday: once"
            " a month will do.",
        ),
        ("shift", "weekly inspections", "need not be weekly"),
    ),
    "slip noun": (
        (
            "2031-05-02",
            "Quarry could pay more\n\n"
            "LORVANE - The manager of Maskell Stone, Edwin Farr, told a dinner on Thursday that the company could pay "
            "300,000 crowns for the villages. The union demands 500,000 crowns.",
        ),
        (
            "2031-05-05",
            "Quarry sticks to offer\n\n"
            "LORVANE - A remark by its manager, Edwin Farr, that it could pay 300,000 crowns was his own view, Maskell "
            "Stone said on Monday. The offer remains 150,000 crowns.",
        ),
        ("slip_disowned", "300,000", "was his own view"),
    ),
    "slip speaking for himself": (
        (
            "2033-02-01",
            "Tariff hint\n\n"
            "HAVEN - The deputy trade minister of Norland, Karl Anders, said on Monday that a tariff of 3 per cent on "
            "steel would be acceptable. Sudmark welcomed the remark.",
        ),
        (
            "2033-02-03",
            "Norland denies shift\n\n"
            "HAVEN - Mr Anders was speaking for himself, the trade ministry of Norland said on Wednesday, and the demand "
            "for a tariff of 8 per cent on steel stands.",
        ),
        ("slip_disowned", "3 per cent", "speaking for himself"),
    ),
    "slip not authorised": (
        (
            "2034-01-04",
            "Rebel commander ready to leave the bridge\n\n"
            "KETTEN - A commander of the Arden Front, Sul Haddan, told a radio station on Tuesday that his men would "
            "leave the bridge within a week.",
        ),
        (
            "2034-01-06",
            "Front disowns commander\n\n"
            "KETTEN - The Arden Front said on Thursday that Haddan had not been authorised to speak of the bridge. The "
            "government of Arden said it would wait for the Front's answer to the proposal.",
        ),
        ("slip_disowned", "leave the bridge", "not been authorised"),
    ),
    "accepts after reject": (
        (
            "2031-10-01",
            "Bus drivers turn down mediator\n\n"
            "ELM - The bus drivers' union rejected the mediator's proposal on Monday. The city company accepted it.",
        ),
        (
            "2031-10-09",
            "Bus drivers accept\n\n"
            "ELM - The bus drivers' union has accepted the mediator's proposal, its secretary, Jo Marsh, said on Tuesday.",
        ),
        ("shift", "rejected", "accepted"),
    ),
    "soft partial": (
        (
            "2034-01-04",
            "Sudmark sets terms for reopening the strait\n\n"
            "KETTEN - Sudmark will reopen the strait only after the full withdrawal of Norland's troops from the islands,"
            " its foreign minister, Mira Tolen, said on Wednesday. Norland rejected the demand and said the talks would "
            "go on.",
        ),
        (
            "2034-01-15",
            "Sudmark bends\n\n"
            "The strait would open again only after a partial withdrawal of the Norland troops from the islands, Mira "
            "Tolen, the foreign minister of Sudmark, told deputies on Sunday. An answer from Norland is expected this "
            "week.",
        ),
        ("softened", "full withdrawal", "partial withdrawal"),
    ),
    "soft number": (
        (
            "2034-01-04",
            "Front wants 500 prisoners first\n\n"
            "KETTEN - The Arden Front will hand over the bridge only after the government has released 500 prisoners, its"
            " spokesman, Sul Haddan, said on Tuesday. The government refused.",
        ),
        (
            "2034-01-14",
            "Front asks for 300\n\n"
            "At a news conference in the hills on Saturday the spokesman of the Arden Front, Sul Haddan, said the bridge "
            "would be handed over only after 300 prisoners had been released. A minister told parliament that the "
            "proposal was being studied.",
        ),
        ("softened", "500 prisoners", "300 prisoners"),
    ),
    "hard number": (
        (
            "2034-01-04",
            "Front wants 300 prisoners first\n\n"
            "KETTEN - The Arden Front will hand over the bridge only after the government has released 300 prisoners, its"
            " spokesman, Sul Haddan, said on Tuesday. The government refused.",
        ),
        (
            "2034-01-14",
            "Front asks for 500\n\n"
            "At a news conference in the hills on Saturday the spokesman of the Arden Front, Sul Haddan, said the bridge "
            "would be handed over only after 500 prisoners had been released. A minister told parliament that the "
            "proposal was being studied.",
        ),
        ("hardened", "300 prisoners", "500 prisoners"),
    ),
    "waived": (
        (
            "2033-02-01",
            "Tessel wants books first\n\n"
            "HAVEN - Tessel Group will raise its offer for Orrin Foods only after Orrin has opened its books, its chief "
            "executive, Lars Holm, said on Monday. Orrin's board refused.",
        ),
        (
            "2033-02-20",
            "Tessel drops demand for books\n\n"
            "HAVEN - Tessel Group no longer asks Orrin Foods to open its books before it raises its offer, its chief "
            "executive, Lars Holm, said on Friday. Orrin's board welcomed the step.",
        ),
        ("shift", "only after Orrin", "to open its books before it raises its offer"),
    ),
    "rents: come down": (
        RENTS,
        (
            "2035-04-20",
            (
                "Owners come down to 3 per cent\n\n"
                "The property owners' federation has come down from 5 to 3 per cent in its offer to the tenants of Velsund, "
                "its president, Anton Reiss, said on Friday. The tenants' league called the offer a step, but not the last "
                "one. Talks go on at the town hall."
            ),
        ),
        ("shift", "5 per cent", "3 per cent"),
    ),
    "rents: no longer condition": (
        RENTS,
        (
            "2035-04-20",
            (
                "Talks on rents can begin\n\n"
                "The end of the blockade is no longer a condition for talks, the president of the property owners' "
                'federation, Anton Reiss, said in Velsund on Friday. "We will sit down tomorrow, blockade or no blockade." '
                "The tenants' league welcomed the decision and said its demand for a freeze stood."
            ),
        ),
        ("shift", "insists that the blockade", "no longer a condition"),
    ),
    "rents: hardened four": (
        RENTS,
        (
            "2035-04-20",
            (
                "League raises demand to four years\n\n"
                "After a week without talks the tenants' league has raised its demand: it now wants rents in Velsund frozen "
                "for four years, Greta Holl said on Friday. The property owners' federation spoke of blackmail and said that "
                "its offer of 5 per cent stood."
            ),
        ),
        ("shift", "three years", "four years"),
    ),
    "rents: accept freeze": (
        RENTS,
        (
            "2035-04-20",
            (
                "Owners accept freeze\n\n"
                "The property owners' federation has given up its resistance to a rent freeze. It would accept a freeze of "
                "one year, its president, Anton Reiss, said in Velsund on Friday, if the blockade of the rent office ended. "
                "The tenants' league called that too little."
            ),
        ),
        ("shift", "rejects a freeze", "accept a freeze"),
    ),
    "rents: not position": (
        RENTS,
        (
            "2035-04-06",
            (
                "Mayor corrects her deputy\n\n"
                "The deputy mayor, Jan Ottar, said on Wednesday that the town would pay half of any increase. On Thursday "
                "Mayor Lisbet Orn said that Ottar had got ahead of himself and that the town had made no such offer in the "
                "talks between the tenants' league and the federation."
            ),
        ),
        ("slip_disowned", "pay half", "got ahead of himself"),
    ),
    "rents: brief": (
        RENTS,
        (
            "2035-04-06",
            (
                "Tenants' negotiator went beyond her brief\n\n"
                "The tenants' league said on Friday that its negotiator, Runa Falk, had gone beyond her brief when she told "
                "the mayor that the rent strike could end before a freeze was in force. The strike goes on, Greta Holl said. "
                "The federation of property owners had welcomed Falk's words."
            ),
        ),
        ("slip_disowned", "could end before", "beyond her brief"),
    ),
}
NO_MOVES = {
    "rents: nothing new": (
        RENTS,
        (
            "2035-04-20",
            (
                "No movement in Velsund\n\n"
                "The tenants' league stands by its demand that rents be frozen for three years, Greta Holl said on Friday, "
                "and by the order it has set: first the freeze, then the end of the strike. The property owners' federation "
                "repeated that it would not go beyond 5 per cent. The mayor, Lisbet Orn, said she was disappointed."
            ),
        ),
    ),
    "rents: reported wish": (
        RENTS,
        (
            "2035-04-20",
            (
                "Mayor urges league to come down\n\n"
                "Mayor Lisbet Orn has urged the tenants' league of Velsund to lower its demand from three years to two, and "
                "the property owners' federation to raise its offer from 5 to 3 per cent. Both sides said they would think "
                "about the mayor's words. Greta Holl said that the strike would go on."
            ),
        ),
    ),
    "rents: denies move": (
        RENTS,
        (
            "2035-04-20",
            (
                "League denies softening\n\n"
                "The tenants' league of Velsund has not lowered its demand from three years to two, as a newspaper had "
                "written, its chairwoman, Greta Holl, said on Friday. Anton Reiss of the property owners' federation said he "
                "had hoped that the report was right."
            ),
        ),
    ),
    "rents: if move": (
        RENTS,
        (
            "2035-04-20",
            (
                "League could move if owners do\n\n"
                "If the property owners' federation came down to 2 per cent, the tenants' league would lower its demand from "
                "three years to two, Greta Holl said in Velsund on Friday. The federation said that it was examining the "
                "proposal."
            ),
        ),
    ),
    "rents: self own views": (
        RENTS,
        (
            "2035-04-06",
            (
                "Federation's president on his own behalf\n\n"
                "Anton Reiss said on Friday that he was speaking for himself when he called the blockade a disgrace, and not "
                "for all owners. The tenants' league said that it would go on with the rent strike. A survey of the city says"
                " that 40 per cent of tenants are in arrears."
            ),
        ),
    ),
    "no move same": (
        (
            "2032-09-01",
            "Fish talks begin\n\n"
            "SKARN - Norland wants a quota of 40,000 tonnes of herring, its fisheries minister, Per Olsund, said on "
            "Monday.",
        ),
        (
            "2032-09-14",
            "Norland insists\n\n"
            "SKARN - Norland's demand for a quota of 40,000 tonnes stands, its fisheries minister, Per Olsund, said on "
            "Tuesday. Norland also wants 12 licences for cod.",
        ),
    ),
    "no move other side": (
        (
            "2032-09-01",
            "Fish talks begin\n\nSKARN - Norland wants a quota of 40,000 tonnes of herring. Sudmark proposed 25,000 tonnes.",
        ),
        (
            "2032-09-14",
            "Sudmark says Norland should come down\n\n"
            "SKARN - Norland should lower its demand from 40,000 to 30,000 tonnes, the minister of Sudmark, Ola Brint, "
            "said on Tuesday.",
        ),
    ),
    "no slip other side": (
        (
            "2033-02-01",
            "Tariff hint\n\n"
            "HAVEN - The deputy trade minister of Norland, Karl Anders, said on Monday that a tariff of 3 per cent on "
            "steel would be acceptable.",
        ),
        (
            "2033-02-03",
            "Sudmark doubts\n\nHAVEN - Sudmark said on Wednesday that it did not know if Mr Anders was speaking for himself.",
        ),
    ),
    "no move could": (
        (
            "2031-05-02",
            "Lorvane quarry talks open\n\n"
            "LORVANE - The quarrymen's union demanded 500,000 crowns for the villages at talks with Maskell Stone.",
        ),
        (
            "2031-05-16",
            "Could the union lower its demand?\n\n"
            "LORVANE - The quarrymen's union could lower its demand from 500,000 to 400,000 crowns, a person close to the"
            " talks said on Thursday. The union did not comment.",
        ),
    ),
    "not soft same": (
        (
            "2034-01-04",
            "Front wants prisoners first\n\n"
            "KETTEN - The Arden Front will hand over the bridge only after the government has released all prisoners, its"
            " spokesman, Sul Haddan, said on Tuesday. The government refused.",
        ),
        (
            "2034-01-14",
            "Front stands firm\n\n"
            "At a news conference on Saturday the spokesman of the Arden Front, Sul Haddan, said the bridge would be "
            "handed over only after all prisoners had been released. The government let some of them go on Friday, a "
            "minister told parliament.",
        ),
    ),
}


def changes(*reports: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Return kind, earlier and later words of each change but restatements, of one report a day."""
    fetched = [(Fetched(f"r{n}", text.encode(), "text", f"r{n}.txt"), day) for n, (day, text) in enumerate(reports)]
    dossier = assemble([code(read(f, given=Moment(day))) for f, day in fetched])
    told = [(c.kind, " … ".join(q.quote for q in c.before), " … ".join(q.quote for q in c.to)) for c in dossier.changes]
    return [t for t in told if t[0] != "restated"]


@pytest.mark.parametrize("name", MOVES)
def test_a_move_is_told_with_the_words_of_both_reports(name: str) -> None:
    first, second, (kind, before, after) = MOVES[name]
    ((found, then, now),) = changes(first, second)
    assert found == kind and before in then and after in now


@pytest.mark.parametrize("name", NO_MOVES)
def test_what_only_sounds_like_a_move_is_none(name: str) -> None:
    assert changes(*NO_MOVES[name]) == []


@pytest.mark.parametrize("name", MOVES)
def test_nothing_moves_within_one_report_or_before_the_second_is_out(name: str) -> None:
    first, _, _ = MOVES[name]
    assert changes(first) == []
