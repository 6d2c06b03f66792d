package dev.heed.testkit.simulation;

import dev.heed.AgentDesk;
import dev.heed.AskedOfMe;
import dev.heed.CustomerDesk;
import dev.heed.CustomerTicket;
import dev.heed.Helpdesk;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.NoteId;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.promise.Promise;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.OutboxEntry.State;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Rounds without any fault, after which nothing that was due is left, and every list is what it should be. */
final class CalmRounds {
    private static final int MANY = 10_000;
    private static final int MOST_ROUNDS = 12;
    private static final Duration A_DAY = Duration.ofDays(1).plusSeconds(1);

    private final World world;

    CalmRounds(World world) {
        this.world = world;
    }

    void work(Node node) {
        long before = -1;
        for (int i = 0; before != node.commits(); i++) {
            world.require(i < MOST_ROUNDS, () -> node.name + " never comes to rest");
            before = node.commits();
            node.attempt("calm round", desk -> {
                var unused = desk.runDue();
            });
        }
        Instant now = node.instant();
        for (Facts facts : world.book.waking()) {
            nothingIsDue(node, facts, now);
            deputiesAreAsked(facts, now);
        }
        nothingWaitsToBeSent(now);
    }

    /** Every list is what it should be. */
    void look(Node node) {
        node.attempt("lists", this::lists);
        node.attempt("searches", new SearchChecks(world)::look);
        node.attempt("drafts", new DraftLists(world)::look);
        world.seenChecks.sawAll(node);
    }

    /** Whether the node has read everything on the channel of the ticket; or nobody is silent. */
    private static boolean isHeard(Node node, Facts facts) {
        return node.desk().backoffice().channels().stream()
                .filter(health -> health.channel().equals(facts.opened.channel()))
                .allMatch(health -> health.problem().isEmpty());
    }

    private void nothingIsDue(Node node, Facts facts, Instant now) {
        Optional<Due.Next> due = Due.next(world.setting, facts)
                .filter(next -> isLookedAt(facts, now))
                .filter(next -> !next.isForTheSilent() || isHeard(node, facts))
                .filter(next -> next.at().plusSeconds(1).isBefore(now));
        world.require(
                due.isEmpty(),
                () -> "after a round at " + now + " " + due.orElseThrow().what() + " of ticket " + facts.opened.number()
                        + " is still due, since " + due.orElseThrow().at());
        boolean there = facts.isClosed()
                || facts.owner == null
                || world.book.isThere(facts.owner, now)
                || world.book.presentFor(facts.owner, now).isEmpty();
        world.require(
                there,
                () -> "after a round ticket " + facts.opened.number() + " is still with " + facts.owner
                        + ", who is away, and "
                        + world.book.presentFor(java.util.Objects.requireNonNull(facts.owner), now) + " is there");
    }

    private void deputiesAreAsked(Facts facts, Instant now) {
        NoteChecks checks = new NoteChecks(world);
        for (NoteFacts.Open open : facts.notes.open.values()) {
            world.require(
                    !checks.needsDeputy(open, now),
                    () -> "after a round nobody of " + open.asked + " is there, of whom something is awaited on ticket "
                            + facts.opened.number());
        }
    }

    /** What the shop expects since then is known within a day. */
    private boolean isLookedAt(Facts facts, Instant now) {
        return facts.lookedUnder == world.setting.policy
                || facts.lookedAt == null
                || facts.lookedAt.plus(A_DAY).isBefore(now);
    }

    private void nothingWaitsToBeSent(Instant now) {
        Set<TicketId> waiting = new HashSet<>();
        Set<TicketId> redriven = new HashSet<>();
        for (OutboxChecks.Leaving leaving : world.outboxChecks.all()) {
            OutboxEntry entry = world.store
                    .findOutbox(leaving.entry.id())
                    .orElseThrow(() -> world.failed("the outbox lost " + leaving.entry, null));
            if (leaving.redriven > 0) {
                redriven.add(entry.ticket());
            }
            if (entry.state() == State.WAITING && waiting.add(entry.ticket()) && !redriven.contains(entry.ticket())) {
                world.require(entry.due().isAfter(now), () -> "after a round " + entry + " still waits to be sent");
            }
        }
    }

    private void lists(Helpdesk desk) {
        Agent anybody = world.setting.agents.get(0);
        AgentDesk agentDesk = desk.as(anybody);
        List<Ticket> queue = agentDesk.queue(MANY);
        same("the queue", queue, facts -> facts.promises.replyExpected && !facts.snoozes.isOff());
        same("what is put off", agentDesk.snoozes().all(MANY), facts -> facts.snoozes.isOff());
        List<Instant> dues = queue.stream()
                .map(ticket -> ticket.expected().orElseThrow().at())
                .toList();
        world.require(dues.stream().sorted().toList().equals(dues), () -> "the queue is not in order: " + dues);
        for (Facts facts : world.book.all()) {
            world.require(
                    agentDesk.nextAction(facts.opened.ticket()).isPresent() != facts.isClosed(),
                    () -> "ticket " + facts.opened.number() + " has the wrong next action");
            List<Promise> open = agentDesk.getTicket(facts.opened.ticket()).openPromises();
            List<Promise> owed =
                    facts.promises.open().stream().map(entry -> entry.made).toList();
            world.require(open.equals(owed), () -> "open are " + open + ", and owed are " + owed);
        }
        world.book.all().stream()
                .map(facts -> facts.opened.customer())
                .distinct()
                .forEach(customer -> own(desk.forCustomer(customer), customer));
        for (Agent agent : world.setting.agents) {
            same(
                    "what " + agent.id() + " owns",
                    desk.as(agent).owned(MANY),
                    facts -> !facts.isClosed() && agent.id().equals(facts.owner) && !facts.snoozes.isOff());
        }
        world.setting.agents.forEach(agent -> asked(desk, agent.id()));
        same(
                "the list of exempted tickets",
                desk.backoffice().exemptedTickets(MANY),
                facts -> facts.closed != null && facts.closed.closing() instanceof Closing.Exempt);
        long dead = world.outboxChecks.all().stream()
                .filter(leaving -> leaving.entry.dead())
                .count();
        int listed = desk.backoffice().deadLetters().size();
        world.require(dead == listed, () -> listed + " dead letters are listed, and " + dead + " are dead");
    }

    /** What is awaited of somebody, or of the warehouse. */
    private void asked(Helpdesk desk, AgentId agent) {
        boolean ofWarehouse = world.setting.warehouse.members().contains(agent);
        Set<NoteId> awaited = new HashSet<>();
        world.book.all().stream()
                .flatMap(facts -> facts.notes.open.values().stream())
                .filter(open -> open.asked.contains(agent)
                        || (ofWarehouse && open.asked.contains(world.setting.warehouse.id())))
                .forEach(open -> awaited.add(open.note.id()));
        List<AskedOfMe> listed = desk.as(agent).notes().askedOfMe(MANY);
        Set<NoteId> found = new HashSet<>();
        listed.forEach(one -> found.add(one.open().note().id()));
        world.require(found.equals(awaited), () -> "of " + agent + " is awaited " + awaited + ", and listed " + found);
        List<Instant> dues = listed.stream().map(one -> one.open().due()).toList();
        world.require(dues.stream().sorted().toList().equals(dues), () -> "what is awaited is not in order: " + dues);
    }

    private void own(CustomerDesk desk, CustomerId customer) {
        List<CustomerTicket> seen = desk.tickets(MANY);
        List<TicketId> ids = seen.stream().map(CustomerTicket::id).toList();
        for (Facts facts : world.book.all()) {
            world.require(
                    ids.contains(facts.opened.ticket())
                            == facts.opened.customer().equals(customer),
                    () -> "a customer does not see the own tickets, or those of others");
        }
        long shown = seen.stream()
                .flatMap(ticket -> ticket.messages().stream())
                .filter(CustomerTicket.Line::fromCustomer)
                .count();
        long written = world.book.all().stream()
                .filter(facts -> facts.opened.customer().equals(customer))
                .flatMap(facts -> facts.messages.stream())
                .filter(message -> message.direction() == Direction.INBOUND)
                .map(Message::id)
                .distinct()
                .count();
        world.require(shown == written, () -> written + " messages were written, and shown are " + shown);
        boolean internal = seen.stream()
                .flatMap(ticket -> ticket.messages().stream())
                .anyMatch(line -> Intents.isInternal(line.text()));
        world.require(!internal, () -> "a customer reads a note");
    }

    private void same(String what, List<Ticket> listed, Predicate<Facts> belongs) {
        Set<TicketId> found = new HashSet<>();
        listed.forEach(ticket -> found.add(ticket.id()));
        for (Facts facts : world.book.all()) {
            world.require(
                    found.contains(facts.opened.ticket()) == belongs.test(facts),
                    () -> what + " and ticket " + facts.opened.number() + " do not agree");
        }
        world.require(found.size() == listed.size(), () -> what + " has one twice");
    }
}
