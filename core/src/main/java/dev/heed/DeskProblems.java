package dev.heed;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.message.ChannelId;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.spi.channel.ChannelAdapter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what is wrong with what a builder was given. */
final class DeskProblems {
    private DeskProblems() {}

    /** What can be there once. */
    static List<Problem> twice(List<ChannelAdapter> channels, Set<Locale> acknowledgements) {
        List<Problem> problems = new ArrayList<>();
        Set<ChannelId> seen = new HashSet<>();
        for (ChannelAdapter channel : channels) {
            if (!seen.add(channel.id())) {
                problems.add(Problem.of("There are two channels " + channel.id() + ".", "Give each an id of its own."));
            }
        }
        Set<String> languages = new HashSet<>();
        for (Locale locale : acknowledgements) {
            if (!languages.add(locale.getLanguage())) {
                problems.add(Problem.of(
                        "There are two acknowledgements in the language " + locale.getLanguage() + ".",
                        "Give one for each language."));
            }
        }
        return problems;
    }

    /**
     * Who answers for automatic messages.
     *
     * @param named by the shop
     * @param found of the desk's agents
     */
    static Optional<Problem> nobodyAnswers(
            Optional<AgentId> named, Optional<Agent> found, boolean hasAgents, Predicate<Agent> mayAnswer) {
        if (named.isPresent() && found.isEmpty()) {
            return Optional.of(Problem.of(
                    "The responsible agent " + named.get() + " is not of this desk.", "Add the agent with agent(…)."));
        }
        if (!hasAgents || found.filter(mayAnswer).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                named.isPresent()
                        ? "The responsible agent " + named.get() + " may not answer customers."
                        : "None of the agents may answer customers.",
                "Name somebody whose role may ANSWER."));
    }
}
