"""Which words tell of which relation between actors.

The types are those of PLOVER; the words are our own, written without its dictionaries.
"""

from __future__ import annotations

from collections.abc import Mapping

from newstemma.records import RelationType

__all__ = [
    "ARMS",
    "COOPERATIVE",
    "ENDING",
    "HOSTILE",
    "LIFTING",
    "LIGHT",
    "NOUNS",
    "PASSING",
    "PEOPLE",
    "PHRASES",
    "VERBS",
]

COOPERATIVE = frozenset(
    {
        RelationType.AGREE, RelationType.CONSULT, RelationType.SUPPORT, RelationType.COOPERATE,
        RelationType.AID, RelationType.CONCEDE, RelationType.RETREAT,
    }
)  # fmt: skip
"""What is refused where it is not done, and promised where it will be."""

HOSTILE = frozenset(
    {
        RelationType.SANCTION, RelationType.COERCE, RelationType.DETAIN, RelationType.ASSAULT,
        RelationType.FIGHT, RelationType.PROTEST,
    }
)  # fmt: skip
"""What is threatened where it will be done."""


def _table(words: Mapping[RelationType, str]) -> dict[str, RelationType]:
    return {word: type_ for type_, line in words.items() for word in line.split()}


_VERBS = {
    RelationType.AGREE: """agree promise pledge vow swear offer commit accept consent volunteer
        assent acquiesce ratify""",
    RelationType.CONSULT: """meet visit negotiate discuss host receive mediate consult confer
        telephone phone parley greet talk tour bargain deliberate brief""",
    RelationType.SUPPORT: """support back defend endorse praise welcome applaud hail commend
        congratulate recognize recognise forgive thank laud honor honour apologize apologise salute
        champion embrace advocate lobby credit befriend sympathize sympathise""",
    RelationType.COOPERATE: """cooperate collaborate share coordinate extradite ally partner
        team exchange liaise synchronize synchronise""",
    RelationType.AID: """aid help assist provide supply donate finance fund arm equip grant
        lend airlift subsidize subsidise shelter rescue evacuate bankroll contribute smuggle sell
        parachute bail rebuild resettle""",
    RelationType.CONCEDE: """allow permit legalize legalise reinstate accede concede yield resign
        comply acquit pardon amnesty democratize rehabilitate relent enfranchise exonerate""",
    RelationType.RETREAT: """retreat surrender release free disarm demobilize demobilise withdraw
        repatriate compensate capitulate disengage decommission dismantle readmit""",
    RelationType.INVESTIGATE: """investigate probe inspect examine audit inquire interrogate
        scrutinize scrutinise question""",
    RelationType.DEMAND: """demand urge request appeal exhort implore beg plead petition ask
        pressure seek entreat press""",
    RelationType.DISAPPROVE: """criticize criticise condemn denounce deplore decry slam blast rebuke
        censure scold lambast lambaste complain deride mock castigate assail chide berate sue oppose
        vilify excoriate disapprove lament ridicule insult denigrate decry reprimand disparage""",
    RelationType.ACCUSE: "accuse blame allege fault implicate",
    RelationType.REJECT: """reject refuse decline dismiss rebuff veto spurn defy violate renege
        flout snub repudiate resist disobey rebut disregard ignore contravene breach""",
    RelationType.THREATEN: "threaten menace intimidate",
    RelationType.PROTEST: """protest demonstrate rally march riot picket boycott obstruct block
        barricade agitate""",
    RelationType.MOBILIZE: """mobilize mobilise deploy amass mass reinforce muster station garrison
        dispatch redeploy conscript""",
    RelationType.SANCTION: """sanction expel embargo designate blacklist sever suspend
        ostracize ostracise oust downgrade evict""",
    RelationType.COERCE: """ban outlaw seize confiscate impose restrict censor deport order curb
        forbid prohibit prevent raid convict sentence fine indict prosecute blockade occupy hijack
        vandalize destroy ransack demolish force coerce disperse crush suppress bar restrain
        expropriate nationalize nationalise loot plunder arraign damage disband dissolve bulldoze
        torch extradite charge persecute evict""",
    RelationType.DETAIN: "arrest detain jail imprison kidnap abduct incarcerate intern apprehend",
    RelationType.ASSAULT: """assault kill assassinate torture rape stab massacre murder execute
        behead injure wound poison abuse slay lynch maim slaughter harass molest butcher ambush
        decapitate""",
    RelationType.FIGHT: """fight battle clash shell bombard strike shoot invade overrun retake
        recapture attack besiege sink storm capture repel pound liberate bomb strafe skirmish
        retaliate conquer topple overthrow""",
}

VERBS = _table(_VERBS)
"""The type that a verb tells by itself."""

PHRASES = {
    "rule out": RelationType.REJECT,
    "turn down": RelationType.REJECT,
    "call for": RelationType.DEMAND,
    "call on": RelationType.DEMAND,
    "call upon": RelationType.DEMAND,
    "ask for": RelationType.DEMAND,
    "stand by": RelationType.SUPPORT,
    "stand with": RelationType.SUPPORT,
    "side with": RelationType.SUPPORT,
    "stand against": RelationType.DISAPPROVE,
    "trade with": RelationType.COOPERATE,
    "speak with": RelationType.CONSULT,
    "strike up": RelationType.CONSULT,
    "speak to": RelationType.CONSULT,
    "look into": RelationType.INVESTIGATE,
    "hand over": RelationType.RETREAT,
    "pull out": RelationType.RETREAT,
    "step down": RelationType.CONCEDE,
    "lay down": RelationType.RETREAT,
    "give up": RelationType.RETREAT,
    "shoot down": RelationType.FIGHT,
    "blow up": RelationType.COERCE,
    "crack down": RelationType.COERCE,
    "beat up": RelationType.ASSAULT,
    "speak out": RelationType.DISAPPROVE,
    "lash out": RelationType.DISAPPROVE,
    "hit out": RelationType.DISAPPROVE,
    "ship out": RelationType.SANCTION,
    "force out": RelationType.SANCTION,
    "kick out": RelationType.SANCTION,
    "throw out": RelationType.SANCTION,
    "insist on": RelationType.DEMAND,
    "recall ambassador": RelationType.SANCTION,
    "recall envoy": RelationType.SANCTION,
    "recall diplomat": RelationType.SANCTION,
    "open fire": RelationType.FIGHT,
    "fire at": RelationType.FIGHT,
    "fire on": RelationType.FIGHT,
    "hold as": RelationType.DETAIN,
    "fire missile": RelationType.FIGHT,
    "fire rocket": RelationType.FIGHT,
    "set fire": RelationType.COERCE,
    "open border": RelationType.AID,
    "seek refuge": RelationType.DEMAND,
    "seek asylum": RelationType.DEMAND,
    "file protest": RelationType.DISAPPROVE,
    "lodge protest": RelationType.DISAPPROVE,
    "pay compensation": RelationType.RETREAT,
    "take hostage": RelationType.DETAIN,
    "hold hostage": RelationType.DETAIN,
}
"""The type of a verb with its particle, the preposition after it, or its object."""


def _forms(noun: str) -> tuple[str, str]:
    """The singular and the plural."""
    if noun.endswith("y") and noun[-2] not in "aeo":
        return noun, f"{noun[:-1]}ies"
    return noun, noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


_NOUNS = {
    RelationType.AGREE: "promise pledge offer",
    RelationType.CONSULT: """talk meeting visit negotiation summit mediation discussion dialogue
        consultation conversation""",
    RelationType.SUPPORT: """support backing praise solidarity agreement treaty pact accord tie
        relation recognition apology friendship congratulation condolence""",
    RelationType.COOPERATE: "cooperation maneuver manoeuvre exercise partnership alliance wargame",
    RelationType.AID: """aid assistance help asylum loan grant relief shelter refuge donation
        medicine food dollar fund arm weapon material""",
    RelationType.RETREAT: "ceasefire cease-fire truce withdrawal surrender compensation",
    RelationType.INVESTIGATE: "investigation inquiry probe inspection hearing audit",
    RelationType.DEMAND: "demand appeal",
    RelationType.DISAPPROVE: "criticism condemnation complaint lawsuit",
    RelationType.ACCUSE: "accusation allegation",
    RelationType.THREATEN: "threat ultimatum warning",
    RelationType.PROTEST: """protest demonstration rally march riot hunger boycott walkout sit-in
        picket stone vigil""",
    RelationType.MOBILIZE: "alert reservist deployment mobilization troop",
    RelationType.SANCTION: "sanction embargo designation",
    RelationType.DETAIN: "arrest detention kidnapping abduction",
    RelationType.COERCE: """curfew ban siege emergency blockade censorship restriction tear martial
        crackdown indictment""",
    RelationType.ASSAULT: "bombing massacre assassination",
    RelationType.FIGHT: """attack offensive assault raid airstrike strike operation invasion clash
        battle war fight shelling hostility""",
}

NOUNS = {form: type_ for word, type_ in _table(_NOUNS).items() for form in _forms(word)}
"""The type that a noun, singular or plural, tells beside a verb that says little by itself."""

PASSING = frozenset(
    "say announce declare state confirm report reiterate tell quote add claim note "
    "begin start continue keep try attempt plan intend prepare decide want hope expect "
    "seem appear help move go come use act work have be get manage proceed resume take "
    "fail resort gather converge assemble".split()
)
"""Verbs that hand on what the verb under them tells."""

ENDING = frozenset(
    "stop end halt suspend cut cancel sever break freeze discontinue deny postpone call "
    "terminate drop scrap reduce prohibit recall withhold".split()
)
"""Verbs that undo what their object tells."""

LIGHT = frozenset(
    "hold launch stage begin start continue resume conduct carry open make give provide send sign "
    "reach impose declare undertake establish have issue lodge file pay grant receive use put "
    "place complete express voice show extend deliver wage mount take throw approve ratify press "
    "seek host announce mobilize mobilise remain offer perform pursue hold see join "
    "tighten strengthen deepen advance expand intensify escalate widen renew increase".split()
)
"""Verbs that say little without their object."""

ARMS = frozenset(
    "aircraft plane jet helicopter tank drone artillery missile army troop force navy warship "
    "gunship warplane predator air airstrike military battalion".split()
)
"""Words for those who kill in war."""

LIFTING = frozenset("lift ease relax remove loosen cancel waive reopen re-open".split())
"""Verbs that undo a restriction."""

PEOPLE = frozenset(
    "people government regime administration police army navy military force troop rebel guerrilla "
    "official leader president minister parliament court protester demonstrator refugee soldier "
    "militant opposition worker student farmer settler prisoner civilian villager authority group "
    "party union coalition council spokesman spokeswoman judge diplomat militia fighter citizen "
    "immigrant migrant policeman officer journalist activist resident insurgent peacekeeper "
    "president king prince queen general mayor senator lawmaker extremist terrorist gunman man "
    "woman child youth crowd newspaper ambassador envoy community family ministry team serviceman "
    "wing elder committee agent".split()
)
"""Nouns for people and bodies, who can do something without a name."""
