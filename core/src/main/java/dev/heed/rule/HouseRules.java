package dev.heed.rule;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.Agent;
import dev.heed.people.Bot;
import dev.heed.people.Shop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All house rules of one desk. Immutable and thread-safe. */
public final class HouseRules {
    private final Set<PracticeCode> switchedOff;
    private final List<HouseRule> rules;
    private final Roster roster;
    private final PersonalNames names;
    private final HouseRule honestProgram;

    /**
     * Puts the rules of a desk together.
     *
     * @param shop whose names cannot sign
     * @param agents who can
     * @param bots who must not look as if they could
     * @param mailboxes the names of the addresses the shop writes under
     * @param words by which collective signatures are told from personal ones
     * @param switchedOff rules the shop does without
     */
    public HouseRules(
            Shop shop,
            Collection<Agent> agents,
            Collection<Bot> bots,
            Collection<Address> mailboxes,
            SignatureWords words,
            Set<PracticeCode> switchedOff) {
        Set<String> collective = new HashSet<>(shop.collectiveNames());
        for (Address mailbox : mailboxes) {
            String name = MailboxNames.name(mailbox);
            if (!isNamedAfterOneOf(agents, name)) {
                collective.add(name);
            }
        }
        GroupNames groups = new GroupNames(words, collective);
        List<OwnNames> own = new ArrayList<>();
        for (Agent agent : agents) {
            own.add(new OwnNames(agent, groups));
        }
        this.names = new PersonalNames(groups);
        this.switchedOff = Set.copyOf(switchedOff);
        this.roster = new Roster(List.copyOf(agents), List.copyOf(bots), names);
        AgentNames authors = new AgentNames(own);
        this.honestProgram = new HonestProgram(groups, authors);
        FellowSigners fellows = new FellowSigners(groups, authors);
        this.rules = List.of(new PersonalSignature(names, authors, groups, fellows), new ReachBack(), honestProgram);
    }

    /** A mailbox maria.keller@ does not keep Maria Keller from signing. */
    private static boolean isNamedAfterOneOf(Collection<Agent> agents, String mailbox) {
        List<String> words = Words.of(mailbox).folded();
        for (Agent agent : agents) {
            List<String> names = new ArrayList<>(agent.aliases());
            names.add(agent.fullName());
            for (String name : names) {
                if (!Collections.disjoint(words, Words.of(name).folded())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the rules find wrong, in the order of the rules; empty if it may be sent. */
    public List<Finding> check(Draft draft) {
        List<Finding> findings = new ArrayList<>();
        for (HouseRule rule : rules) {
            findings.addAll(rule.check(draft));
        }
        return findings.isEmpty() ? List.of() : enforced(findings.stream());
    }

    /** The findings of these whose rules are not switched off. */
    public List<Finding> enforced(Stream<Finding> findings) {
        return findings.filter(finding -> !switchedOff.contains(finding.code())).toList();
    }

    /**
     * What is wrong with the people, the senders and the acknowledgements of a desk.
     *
     * @param senders the addresses the desk writes under, each with its channel
     * @param acknowledgements the shop's own, by language
     */
    public List<Problem> problems(Map<Address, ChannelId> senders, Map<Locale, String> acknowledgements) {
        List<Problem> all = new ArrayList<>(roster.problems());
        senders.forEach(
                (sender, channel) -> AnswerableSender.problem(sender, channel).ifPresent(all::add));
        for (Map.Entry<Locale, String> own : acknowledgements.entrySet()) {
            ToldExpectation.problems(own.getKey(), own.getValue(), honestProgram)
                    .forEach(all::add);
        }
        List<Problem> enforced = new ArrayList<>();
        for (Problem problem : all) {
            if (problem.code().isEmpty() || !switchedOff.contains(problem.code().get())) {
                enforced.add(problem);
            }
        }
        return List.copyOf(enforced);
    }

    /** Whether a stranger's display name can be used to greet a person: one person's name and nothing else. */
    public boolean canGreet(String name) {
        return DisplayNames.isPlain(name) && names.refusal(name).isEmpty();
    }

    /**
     * How a name is written where case, accents, punctuation and the order of its words do not count: with ü as u, and
     * with ü as ue.
     *
     * @return one spelling or two; two names with one in common count as the same
     */
    public static Set<String> spellings(String name) {
        Words words = Words.of(name);
        return Set.copyOf(List.of(
                sorted(words.folded().stream()), sorted(words.written().stream().map(Folding::foldUmlauts))));
    }

    static boolean sameName(String one, String other) {
        return !Collections.disjoint(spellings(one), spellings(other));
    }

    private static String sorted(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(" "));
    }
}
