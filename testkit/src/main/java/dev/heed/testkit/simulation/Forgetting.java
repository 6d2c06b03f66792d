package dev.heed.testkit.simulation;

import dev.heed.Helpdesk;
import dev.heed.json.EventJson;
import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.people.CustomerId;
import dev.heed.privacy.ErasureReport;
import dev.heed.privacy.ExportAudience;
import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketSearchBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Somebody takes everything out, and wants to be forgotten; the others are not. The last that happens in a seed. */
final class Forgetting {
    private static final int SEARCHED = 8;

    private final World world;
    private final EventJson json = EventJson.create();
    private final Set<CustomerId> person = new LinkedHashSet<>();

    Forgetting(World world) {
        this.world = world;
    }

    void happens(Node node, CustomerId customer, Optional<CustomerId> other) {
        person.add(customer);
        other.filter(second -> !second.equals(customer)).ifPresent(second -> isOnePerson(node, customer, second));
        Set<String> words = words();
        node.attempt("export", desk -> takesOut(desk, customer, words));
        keptByOrder(node, customer);
        Node.End end = node.attempt("erase the customer", desk -> {
            ErasureReport report = desk.backoffice().privacy().erase(customer, "She asked for it.");
            world.require(report.isComplete(), () -> "something is left of who was erased: " + report);
        });
        world.require(end == Node.End.DONE, () -> "a customer could not be erased");
        for (Facts facts : world.book.all()) {
            if (isOf(facts)) {
                isGone(facts);
            } else {
                isThere(facts);
            }
        }
        person.forEach(this::nobodyIsKnown);
        words.stream().limit(SEARCHED).forEach(this::isNotFound);
    }

    /** Two profiles turn out to be of one person. */
    private void isOnePerson(Node node, CustomerId one, CustomerId other) {
        Node.End linked = node.attempt("link profiles", desk -> {
            var unused = desk.as(world.setting.responsible).customers().link(one, other, "She said so.");
        });
        if (linked == Node.End.DONE) {
            person.add(other);
        }
    }

    private boolean isOf(Facts facts) {
        return person.contains(facts.opened.customer());
    }

    /** Everything that was ever said or noted of the person. */
    private Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        for (Facts facts : world.book.all()) {
            if (isOf(facts)) {
                facts.messages.forEach(message -> words.addAll(Intents.wordsIn(message.text())));
                facts.notes.all.forEach(note -> words.addAll(Intents.wordsIn(note.text())));
            }
        }
        return words;
    }

    private void takesOut(Helpdesk desk, CustomerId customer, Set<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            desk.backoffice().privacy().export(customer, ExportAudience.CUSTOMER, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String all = out.toString(StandardCharsets.UTF_8);
        Set<String> exported = Set.copyOf(Intents.wordsIn(all));
        world.require(!Intents.isInternal(all), () -> "a customer takes notes out");
        world.require(words.containsAll(exported), () -> "a customer takes out what somebody else has said");
        Set<String> own = world.book.all().stream()
                .filter(this::isOf)
                .flatMap(facts -> facts.messages.stream())
                .filter(message -> message.author() instanceof Author.ByCustomer by && person.contains(by.customer()))
                .map(Message::text)
                .flatMap(text -> Intents.wordsIn(text).stream())
                .collect(Collectors.toSet());
        world.require(exported.containsAll(own), () -> "of " + own + " a customer takes out " + exported);
    }

    private void keptByOrder(Node node, CustomerId customer) {
        node.attempt("hold by order", desk -> {
            var unused = desk.backoffice().privacy().hold(customer, "A court wants it.");
        });
        Node.End refused = node.attempt("erase what is held", desk -> {
            var unused = desk.backoffice().privacy().erase(customer, "She asked for it.");
        });
        world.require(refused == Node.End.REFUSED, () -> "what has to be kept was erased");
        world.book.all().forEach(this::isThere);
        node.attempt("release", desk -> desk.backoffice().privacy().release(customer));
    }

    private void isThere(Facts facts) {
        world.require(
                world.store.history(facts.opened.ticket()).equals(facts.history),
                () -> "ticket " + facts.opened.number() + " has lost something, and nobody wanted it");
    }

    private void isGone(Facts facts) {
        long number = facts.opened.number();
        String history = json.writeHistory(world.store.history(facts.opened.ticket()));
        world.require(
                Intents.wordsIn(history).isEmpty(),
                () -> "ticket " + number + " was erased, and says " + Intents.wordsIn(history));
        boolean erased = world.store
                .findTicket(facts.opened.ticket())
                .filter(ticket -> ticket.erased()
                        && ticket.messages().stream()
                                .allMatch(message ->
                                        Intents.wordsIn(message.text()).isEmpty()))
                .isPresent();
        world.require(erased, () -> "ticket " + number + " was erased, and does not know it");
        for (OutboxChecks.Leaving leaving : world.outboxChecks.all()) {
            boolean left = leaving.entry.ticket().equals(facts.opened.ticket())
                    && world.store.findOutbox(leaving.entry.id()).isPresent();
            world.require(!left, () -> "ticket " + number + " was erased, and its letters are in the outbox");
        }
        boolean drafts = world.store
                .documents("draft", facts.opened.ticket().toString(), 1)
                .isEmpty();
        world.require(drafts, () -> "ticket " + number + " was erased, and its drafts are there");
    }

    private void nobodyIsKnown(CustomerId customer) {
        boolean addressed = world.book.addresses.entrySet().stream()
                .filter(known -> known.getValue().equals(customer))
                .anyMatch(known -> world.store.findCustomer(known.getKey()).isPresent());
        world.require(
                !addressed && world.store.findCustomer(customer).isEmpty(), () -> "who was erased is known still");
    }

    private void isNotFound(String word) {
        for (boolean noted : List.of(true, false)) {
            TicketSearchBuilder search =
                    TicketSearch.builder().withSpam().withDeleted().putOff(PutOff.INCLUDED);
            int found = world.store.count((noted ? search.noteWords(word) : search.words(word)).build(), 1);
            world.require(found == 0, () -> "who was erased is found by " + word);
        }
    }
}
