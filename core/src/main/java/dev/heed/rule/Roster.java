package dev.heed.rule;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Bot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * P01, P04, P05 at the time a desk is built: people are people, an alias is one person's, bots are not taken for them.
 *
 * @param agents all agents of a desk
 * @param bots all bots of a desk
 * @param names says what a person's name is
 */
record Roster(List<Agent> agents, List<Bot> bots, PersonalNames names) {

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Set<AgentId> ids = new HashSet<>();
        Map<String, AgentId> employeeIds = new HashMap<>();
        Map<String, AgentId> aliases = new HashMap<>();
        for (Agent agent : agents) {
            if (!ids.add(agent.id())) {
                problems.add(Problem.of("There are two agents " + agent.id() + ".", "Give each an id of her own."));
                continue;
            }
            personal(agent, agent.fullName(), "name", problems);
            for (String alias : agent.aliases()) {
                personal(agent, alias, "alias", problems);
            }
            if (agent.employeeId().isPresent()) {
                AgentId holder =
                        employeeIds.putIfAbsent(Folding.fold(agent.employeeId().get()), agent.id());
                if (holder != null) {
                    problems.add(shared("employee id", agent.id(), holder));
                }
            }
            for (String alias : agent.aliases()) {
                alias(agent, alias, aliases, problems);
            }
        }
        for (Bot bot : bots) {
            honest(bot, problems);
        }
        return problems;
    }

    private void personal(Agent agent, String name, String what, List<Problem> problems) {
        names.refusal(name)
                .ifPresent(why -> problems.add(Problem.of(
                        PracticeCode.SIGNATURE_NOT_PERSONAL,
                        "The " + what + " of agent " + agent.id() + " is not that of a person: " + why + ".",
                        "Register each person who answers customers under her own name.")));
    }

    private void alias(Agent agent, String alias, Map<String, AgentId> aliases, List<Problem> problems) {
        HouseRules.spellings(alias).stream()
                .flatMap(spelling -> Optional.ofNullable(aliases.putIfAbsent(spelling, agent.id())).stream())
                .filter(holder -> !holder.equals(agent.id()))
                .distinct()
                .forEach(holder -> problems.add(shared("alias", agent.id(), holder)));
        agents.stream()
                .filter(other -> !other.id().equals(agent.id()))
                .filter(other -> HouseRules.sameName(other.fullName(), alias))
                .forEach(other -> problems.add(shared("name", agent.id(), other.id())));
    }

    private static Problem shared(String what, AgentId one, AgentId other) {
        return Problem.of(
                PracticeCode.ALIAS_SHARED,
                "Agents " + one + " and " + other + " share one " + what + ".",
                "Give each of them one that leads to nobody else.");
    }

    private void honest(Bot bot, List<Problem> problems) {
        Set<String> words = Set.copyOf(Words.of(bot.name()).folded());
        boolean person = agents.stream()
                .flatMap(agent -> Stream.concat(Stream.of(agent.fullName()), agent.aliases().stream()))
                .flatMap(name -> Words.of(name).folded().stream())
                .anyMatch(word -> word.length() > 1 && words.contains(word));
        if (PersonalNames.hasMarkup(bot.name())) {
            problems.add(Problem.of(
                    PracticeCode.BOT_IMPERSONATION,
                    "The name of the bot “" + bot.name() + "” is a placeholder or markup.",
                    "Name it after what it does."));
        } else if (names.isFullName(bot.name())) {
            problems.add(Problem.of(
                    PracticeCode.BOT_IMPERSONATION,
                    "The bot “" + bot.name() + "” is named like a person, with given name and surname.",
                    "Name it after what it does."));
        } else if (person || Suspicion.of(bot.name()).isPresent()) {
            problems.add(Problem.of(
                    PracticeCode.BOT_IMPERSONATION,
                    "The bot “" + bot.name() + "” has the name of an agent, or looks as if it had.",
                    "Name it after what it does."));
        }
    }
}
