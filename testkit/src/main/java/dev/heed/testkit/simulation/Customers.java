package dev.heed.testkit.simulation;

import dev.heed.CustomerTicket;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.testkit.simulation.Intents.Said;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Those who ask: by mail, and on the pages of the shop. Not thread-safe. */
final class Customers {
    private static final int NEWEST = 4;

    private final World world;
    private final Chance chance;

    Customers(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /** Some are known to the shop, and others are strangers. */
    void register(Node node) {
        for (int i = 0; i < world.setting.customers; i++) {
            if (!chance.oneIn(3)) {
                Customer.Builder customer = Customer.builder("c-" + i);
                for (Line line : world.outside.lines) {
                    customer.address(line.address("c" + i));
                }
                node.attempt("register", desk -> desk.backoffice().register(customer.build()));
            }
        }
    }

    /** False if it is nothing that a customer does. */
    boolean happens(Conduct conduct, Node node) {
        switch (conduct) {
            case CUSTOMER_WRITES -> writes("Where is my parcel? ");
            case CUSTOMER_ANSWERS -> answers(Optional.empty());
            case CUSTOMER_QUOTES_A_NUMBER ->
                writes("I spoke with "
                        + chance.of(world.setting.agents).employeeId().orElseThrow() + " before. ");
            case CUSTOMER_FORWARDS -> forwards();
            case SOMETHING_UNREADABLE_COMES -> world.outside.garble();
            case SOMETHING_COMES_BACK_LATE -> world.outside.comesBackLate();
            case PROGRAM_WRITES -> answers(Optional.of("Auto-Submitted"));
            case CUSTOMER_WRITES_ON_THE_PAGE -> page(node, "page", false);
            case CUSTOMER_DISAGREES -> page(node, "disagree", true);
            case CUSTOMER_CONFIRMS -> confirms(node);
            case CUSTOMER_RELEASES -> releases(node);
            default -> {
                return false;
            }
        }
        return true;
    }

    private Address someAddress(Line line) {
        return line.address("c" + chance.below(world.setting.customers));
    }

    private void writes(String text) {
        Line line = chance.of(world.outside.lines);
        Optional<Address> from = chance.oneIn(20) ? Optional.empty() : Optional.of(someAddress(line));
        String word = world.intents.word("Q", Said.byMail(from, List.of(), false));
        world.outside.write(line, from, text + word, List.of(), Optional.empty());
    }

    private void answers(Optional<String> automatic) {
        Line line = chance.of(world.outside.lines);
        Address from = someAddress(line);
        answers(line, from, Outside.received(line, from), automatic);
    }

    /** Somebody answers a message that somebody else has received. */
    private void forwards() {
        Line line = chance.of(world.outside.lines);
        answers(line, someAddress(line), Outside.received(line, someAddress(line)), Optional.empty());
    }

    private void answers(Line line, Address from, List<Line.Sent> received, Optional<String> automatic) {
        if (received.isEmpty()) {
            return;
        }
        Line.Sent answered = received.get(chance.below(Math.min(NEWEST, received.size())));
        List<String> names = new ArrayList<>(List.of(chance.of(answered.names)));
        if (chance.oneIn(2)) {
            answered.message.answers().forEach(name -> names.add(1, name));
        }
        Optional<Address> sender = Optional.of(from);
        String word = world.intents.word("Q", Said.byMail(sender, names, automatic.isPresent()));
        world.outside.write(line, sender, "It has not come. " + word, names, automatic);
    }

    private Optional<Facts> someTicket() {
        List<Facts> contested = world.contested();
        boolean there = !contested.isEmpty() && !chance.oneIn(3);
        List<Facts> known = (there ? contested : world.book.all())
                .stream()
                        .filter(facts -> world.book.addresses.containsValue(facts.opened.customer()))
                        .toList();
        return chance.anyOf(known);
    }

    private void page(Node node, String what, boolean disagrees) {
        someTicket().ifPresent(facts -> {
            TicketId id = facts.opened.ticket();
            CustomerId customer = facts.opened.customer();
            String text = "One thing more. " + world.intents.word("Q", Said.onPage(id));
            String word = Intents.wordIn(text).orElseThrow();
            if (disagrees) {
                world.book.all().stream()
                        .filter(other -> other.opened.customer().equals(customer))
                        .forEach(other -> world.intents.order("disagree", other.opened.ticket(), ""));
            }
            node.attempt(what + " #" + facts.opened.number() + " " + word, desk -> {
                CustomerTicket view = disagrees
                        ? desk.forCustomer(customer).disagree(id, text)
                        : desk.forCustomer(customer).write(id, text);
                world.require(
                        world.inboundChecks.place(word).equals(Optional.of(view.id())),
                        () -> "the customer wrote " + word + ", and it is not in ticket " + view.number());
                Facts after = world.book.facts(view.id());
                boolean opened = after.history.size() < 6;
                world.require(
                        !disagrees || after.disputed || opened || !world.undisturbed(),
                        () -> "the customer disagreed on " + view.number() + ", and that is forgotten");
            });
        });
    }

    private void confirms(Node node) {
        someTicket().ifPresent(facts -> {
            TicketId id = facts.opened.ticket();
            world.intents.confirms(id);
            node.attempt("confirm #" + facts.opened.number(), desk -> {
                CustomerTicket view = desk.forCustomer(facts.opened.customer()).confirmSolved(id);
                boolean heard = view.status() == TicketStatus.CLOSED || world.book.facts(view.id()).confirmed;
                world.require(
                        heard || !world.undisturbed(),
                        () -> "the customer confirmed " + view.number() + ", and that is forgotten");
            });
        });
    }

    private void releases(Node node) {
        someTicket()
                .flatMap(facts -> chance.anyOf(facts.promises.open()).map(entry -> new Released(facts, entry)))
                .ifPresent(released -> {
                    TicketId id = released.facts.opened.ticket();
                    world.intents.order("release", id, released.entry.made.id());
                    node.attempt("release #" + released.facts.opened.number(), desk -> {
                        var unused = desk.forCustomer(released.facts.opened.customer())
                                .releasePromise(id, released.entry.made.id());
                        world.require(
                                !released.entry.isOpen() || !world.undisturbed(), // it may be owed anew by now
                                () -> "promise " + released.entry.made + " was released and is open");
                    });
                });
    }

    private record Released(Facts facts, PromiseFacts.Entry entry) {}
}
