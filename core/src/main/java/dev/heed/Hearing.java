package dev.heed;

import dev.heed.error.Finding;
import dev.heed.message.Direction;
import dev.heed.message.FactKey;
import dev.heed.message.Message;
import dev.heed.playbook.Playbook;
import dev.heed.rule.Civility;
import dev.heed.rule.HouseRules;
import dev.heed.rule.ListeningRules;
import dev.heed.spi.facts.FactExtractor.Found;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.ListeningCommand;
import dev.heed.ticket.RootCauses;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a desk listens: what it finds in what customers write, and what it refuses to say as if it had not. Immutable. */
final class Hearing {
    private static final Logger log = LoggerFactory.getLogger(Hearing.class);
    private static final int MOST_FACTS = 50;

    private final ListeningOptions options;
    private final ListeningRules rules;
    private final HouseRules house;

    Hearing(ListeningOptions options, HouseRules house) {
        this.options = options;
        this.rules = new ListeningRules(options.labels());
        this.house = house;
    }

    RootCauses rootCauses() {
        return options.causes();
    }

    Playbook playbook() {
        return options.playbook();
    }

    /** What the house rules find in what is to be said, given what the customer has said. */
    List<Finding> findings(Ticket ticket, String text, List<FactKey> asking, List<FactKey> suggesting, Instant now) {
        return house.enforced(rules.check(ticket, text, asking, suggesting, playbook(), now).stream());
    }

    /** Where words for colleagues disparage somebody; names do not, and are looked up only if need be. */
    List<Finding> disparaging(List<String> words, Supplier<List<String>> names) {
        Civility civility = new Civility(options.derogatoryWords());
        boolean may =
                words.stream().anyMatch(text -> !civility.check(text, List.of()).isEmpty());
        if (!may) {
            return List.of();
        }
        List<String> known = names.get();
        return house.enforced(words.stream().flatMap(text -> civility.check(text, known).stream()));
    }

    /** The facts in a customer's message. What cannot be found keeps no message out. */
    List<TicketCommand> factsIn(Message message) {
        if (message.automatic() || message.direction() != Direction.INBOUND) {
            return List.of();
        }
        List<TicketCommand> facts = new ArrayList<>();
        try {
            for (Found found : options.extractor().extract(message)) {
                if (facts.size() < MOST_FACTS && isThere(found, message)) {
                    FactSource source =
                            new FactSource.Quoted(message.id(), found.quotation(), Optional.empty(), Optional.empty());
                    facts.add(new ListeningCommand.NoteFact(found.kind(), found.key(), found.value(), source));
                }
            }
            return facts;
        } catch (RuntimeException | StackOverflowError e) { // whose own words may repeat those of the customer
            log.error(
                    "The extractor of facts failed with {} on message {}; it is kept without facts.",
                    e.getClass().getName(),
                    message.id());
            return List.of();
        }
    }

    private static boolean isThere(Found found, Message message) {
        boolean there = !found.value().isBlank()
                && !found.quotation().isBlank()
                && message.text().contains(found.quotation());
        if (!there) {
            log.warn(
                    "The extractor of facts found {} in message {}, where its words do not stand.",
                    found,
                    message.id());
        }
        return there;
    }
}
