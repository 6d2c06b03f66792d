package dev.heed.rule;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.message.FactKey;
import dev.heed.message.Message;
import dev.heed.rule.Passages.Passage;
import dev.heed.ticket.Fact;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** P33: what a customer has provided is not asked for again, and what a customer has tried is not suggested again. */
final class AlreadyTold {
    private final FactLabels labels;

    AlreadyTold(FactLabels labels) {
        this.labels = labels;
    }

    List<Finding> check(Ticket ticket, Said said) {
        List<Fact> provided = ticket.facts().current(FactKind.PROVIDED);
        List<Fact> tried = ticket.facts().current(FactKind.TRIED);
        if (provided.isEmpty() && tried.isEmpty()) {
            return List.of();
        }
        Map<FactKey, List<List<String>>> names = names(provided);
        Map<Fact, Optional<Finding.Span>> again = new LinkedHashMap<>();
        for (Passage passage : said.passages()) {
            asked(passage, provided, names).forEach(fact -> again.putIfAbsent(fact, Optional.of(passage.span())));
        }
        provided.stream()
                .filter(fact -> said.asking().contains(fact.key()))
                .forEach(fact -> again.putIfAbsent(fact, Optional.empty()));
        Map<FactKey, Optional<Passage>> suggested =
                said.suggested(tried.stream().map(Fact::key).toList());
        tried.stream()
                .filter(fact -> suggested.containsKey(fact.key()))
                .forEach(fact -> again.put(
                        fact,
                        suggested.getOrDefault(fact.key(), Optional.empty()).map(Passage::span)));
        List<Finding> findings = new ArrayList<>();
        again.forEach((fact, span) -> findings.add(finding(ticket, fact, span)));
        return findings;
    }

    /** A key without a label is called by its own words. */
    private Map<FactKey, List<List<String>>> names(List<Fact> provided) {
        Map<FactKey, List<List<String>>> names = labels.all();
        for (Fact fact : provided) {
            names.computeIfAbsent(fact.key(), unknown -> new ArrayList<>())
                    .add(Words.of(fact.key().value()).folded());
        }
        return names;
    }

    private static List<Fact> asked(Passage passage, List<Fact> provided, Map<FactKey, List<List<String>>> names) {
        if (provided.isEmpty()) {
            return List.of();
        }
        Words words = passage.words();
        List<Fact> asked = new ArrayList<>();
        for (Labelled label : labelled(words, provided, names)) {
            boolean shown = contains(words, Words.of(label.fact.value()).folded());
            if (!shown && asksFor(words, passage.question(), label)) {
                asked.add(label.fact);
            }
        }
        return asked;
    }

    private static boolean asksFor(Words words, boolean question, Labelled label) {
        return RequestWords.languages().stream()
                .anyMatch(language -> new Requests(language, words, question).askFor(label.from, label.to));
    }

    /** That a fact is named by these words of a sentence. */
    private record Labelled(Fact fact, int from, int to) {}

    /** Where the longest of all labels wins: an e-mail address is no address. */
    private static List<Labelled> labelled(Words words, List<Fact> provided, Map<FactKey, List<List<String>>> names) {
        List<Labelled> found = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            int from = at;
            int length = 0;
            List<Fact> named = List.of();
            for (Map.Entry<FactKey, List<List<String>>> one : names.entrySet()) {
                int here = longestAt(words, from, one.getValue());
                if (here > length) {
                    length = here;
                    named = provided.stream()
                            .filter(fact -> fact.key().equals(one.getKey()))
                            .toList();
                }
            }
            int to = from + length;
            named.forEach(fact -> found.add(new Labelled(fact, from, to)));
            at += Math.max(1, length);
        }
        return found;
    }

    private static int longestAt(Words words, int at, List<List<String>> labels) {
        int longest = 0;
        for (List<String> label : labels) {
            int to = at + label.size();
            if (label.size() > longest
                    && to <= words.size()
                    && words.folded().subList(at, to).equals(label)) {
                longest = label.size();
            }
        }
        return longest;
    }

    private static boolean contains(Words words, List<String> value) {
        for (int at = 0; !value.isEmpty() && at + value.size() <= words.size(); at++) {
            if (words.folded().subList(at, at + value.size()).equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static Finding finding(Ticket ticket, Fact fact, Optional<Finding.Span> span) {
        boolean tried = fact.kind() == FactKind.TRIED;
        return new Finding(
                tried ? PracticeCode.ALREADY_TRIED : PracticeCode.ALREADY_PROVIDED,
                "The customer of ticket " + ticket.number() + " has " + (tried ? "tried " : "provided ") + fact.key()
                        + " already, " + where(fact) + ".",
                span,
                tried
                        ? "Go on from what came of it; if it has to be done again, mark it on the fact sheet as outdated,"
                                + " and say why."
                        : "Take it from there; if it is wrong, mark it on the fact sheet as outdated, and say why.",
                quotation(ticket, fact));
    }

    private static String where(Fact fact) {
        if (fact.source() instanceof FactSource.Quoted quoted) {
            return "in message " + quoted.message();
        } else if (fact.source() instanceof FactSource.OnThePhone call) {
            return "on the phone to " + call.by() + ", noted at " + fact.at();
        } else if (fact.source() instanceof FactSource.ByAgent agent) {
            return "noted by " + agent.by() + " at " + fact.at();
        }
        return "in a form at " + fact.at();
    }

    private static Optional<Finding.Quotation> quotation(Ticket ticket, Fact fact) {
        return fact.source() instanceof FactSource.Quoted quoted
                ? Optional.of(new Finding.Quotation(
                        quoted.message().value(), writtenAt(ticket, quoted, fact), quoted.quotation()))
                : Optional.empty();
    }

    /** A message of a duplicate is not here; when it was noted is the best that is known then. */
    private static Instant writtenAt(Ticket ticket, FactSource.Quoted quoted, Fact fact) {
        return ticket.messages().stream()
                .filter(message -> message.id().equals(quoted.message()))
                .map(Message::at)
                .findFirst()
                .orElse(fact.at());
    }
}
