"""Words that sum up, weigh and comment instead of telling a fact.

Whoever retells a report in their own words adds them; whoever shortens it keeps few. English
only: in other languages the signal that counts them has nothing to say.
"""

from __future__ import annotations

__all__ = ["COMMENTARY"]

COMMENTARY = frozenset(
    """
    additionally furthermore moreover overall ultimately nonetheless nevertheless consequently
    despite amid amidst regarding concerning within including particularly notably especially
    significant significantly importance important crucial essential vital critical key
    highlight highlights highlighting highlighted emphasize emphasizes emphasizing emphasized
    underscore underscores underscoring stress stresses stressing reflect reflects reflecting
    demonstrate demonstrates demonstrating showcase showcases showcasing illustrate illustrates
    indicate indicates indicating suggest suggests suggesting signal signals
    raise raises raised raising spark sparks sparked sparking prompt prompts prompted
    potential potentially various numerous ongoing recent recently currently previously
    concern concerns issue issues challenge challenges aspect aspects implication implications
    impact impacts impacting consequences situation circumstances controversy controversial
    effort efforts commitment dedication determination resilience initiative initiatives
    action actions approach measures individual individuals community public attention
    aim aims aimed aiming ensure ensures ensuring address addresses addressing
    remain remains remained remaining unclear evident
    considered regarded described known expressed expressing stated stating noted claimed
    alleged allegedly reportedly according criticized criticism praised critics supporters
    led leading resulting allowing providing considering demonstrated faced facing
    serves serve seen widely deeply overwhelming landscape dynamics interplay complex
    """.split()
)
