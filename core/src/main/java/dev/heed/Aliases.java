package dev.heed;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.people.Agent;
import dev.heed.rule.HouseRules;
import dev.heed.spi.store.TicketStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** P04: the second names of a desk's agents, each of which stays with one person for good. */
final class Aliases {
    private final Map<String, String> holders = new LinkedHashMap<>();

    Aliases(List<Agent> agents) {
        for (Agent agent : agents) {
            for (String alias : agent.aliases()) {
                for (String spelling : HouseRules.spellings(alias)) {
                    holders.put("alias:" + spelling, agent.id().value());
                }
            }
        }
    }

    /** Ties them to their holders, and says which have been somebody else's. */
    List<Problem> claim(TicketStore kept) {
        if (holders.isEmpty()) {
            return List.of();
        }
        return kept.claim(holders).entrySet().stream()
                .map(other -> "An alias of agent " + holders.get(other.getKey()) + " has been that of agent "
                        + other.getValue() + ".")
                .distinct()
                .sorted()
                .map(what ->
                        Problem.of(PracticeCode.ALIAS_SHARED, what, "An alias stays with one person; choose another."))
                .toList();
    }
}
