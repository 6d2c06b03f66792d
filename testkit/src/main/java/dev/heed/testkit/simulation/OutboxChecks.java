package dev.heed.testkit.simulation;

import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.OutboxEntry.State;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is on the record leaves, in its order, and not oftener than docs/architecture.md says. */
final class OutboxChecks {
    /** A node that writes what became of a message tries it more than once, and others have their time meanwhile. */
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(5);

    /** The documented two days, and more than clocks differ. */
    private static final Duration TRIED_FOR = Duration.ofDays(2);

    private static final long SKEW = 100;
    /** Within that time nobody takes a node for dead. */
    private static final Duration AT_ONCE = Duration.ofMinutes(2);

    private final World world;
    private final Map<MessageId, Leaving> all = new LinkedHashMap<>();
    private final LetterChecks letters;
    private long disturbances;

    /** One message on its way out. */
    static final class Leaving {
        OutboxEntry entry;
        int attempts;
        int mayHaveArrived;
        int unclear;
        int redriven;
        int newestClaim;
        long disturbedBefore;
        boolean refusedForGood;

        /** Until when the newest claim holds, and whether the one before it held no longer when it was made. */
        @Nullable
        Instant heldUntil;

        boolean lapsed;

        /** When the attempt began of which nothing is settled yet. */
        @Nullable
        Instant trying;

        Leaving(OutboxEntry entry) {
            this.entry = entry;
        }

        int mostArrivals() {
            return (entry.message().automatic() ? 1 : 2) * (redriven + 1);
        }
    }

    OutboxChecks(World world) {
        this.world = world;
        this.letters = new LetterChecks(world);
    }

    List<Leaving> all() {
        return List.copyOf(all.values());
    }

    int accepted(MessageId message) {
        return world.outside.lines.stream()
                .mapToInt(line -> line.accepted(message))
                .sum();
    }

    /** Something happened after which a desk cannot know what became of an attempt. */
    void disturbed() {
        disturbances++;
    }

    private long disturbances() {
        return disturbances + world.interruptions.faults();
    }

    /** A node got work to do. */
    void claimed(Node node, OutboxEntry entry, Instant now, Duration lease) {
        Leaving leaving = leaving(entry.message().id());
        world.trace.add(node.name + "     claims " + Told.shortened(entry) + " for the " + entry.attempt() + ". time");
        world.require(
                entry.attempt() == leaving.newestClaim + 1 && !entry.due().isBefore(now.plus(lease)),
                () -> entry + " is claimed at " + now + " after claim " + leaving.newestClaim);
        leaving.disturbedBefore = leaving.newestClaim == 0 ? disturbances() : leaving.disturbedBefore;
        leaving.newestClaim = entry.attempt();
        leaving.lapsed = leaving.heldUntil != null && !now.isBefore(leaving.heldUntil);
        leaving.heldUntil = now.plus(lease);
        world.require(
                leaving.entry.state() == State.WAITING, () -> entry + " is claimed, and is " + leaving.entry.state());
    }

    void unit(UnitOfWork unit) {
        unit.newOutbox().forEach(this::added);
        unit.settledOutbox().forEach(entry -> settled(entry, unit));
        for (UnitOfWork.Change change : unit.changes()) {
            if (!ImportChecks.isImport(change)) {
                change.events().forEach(event -> said(event, unit));
            }
        }
    }

    private void added(OutboxEntry entry) {
        world.require(
                all.putIfAbsent(entry.message().id(), new Leaving(entry)) == null,
                () -> entry + " is in the outbox twice");
        letters.added(entry);
    }

    /** A settlement is on the record of the ticket, and true. */
    private void settled(OutboxEntry entry, UnitOfWork unit) {
        Leaving leaving = leaving(entry.message().id());
        State before = leaving.entry.state();
        world.require(
                entry.attempt() == leaving.newestClaim,
                () -> entry + " is settled by claim " + entry.attempt() + ", and the newest is " + leaving.newestClaim);
        Instant tried = leaving.trying == null ? world.now.minus(LONGEST_WRITE) : leaving.trying;
        leaving.trying = null;
        boolean wasDead = leaving.entry.dead();
        boolean told = wasDead ? has(unit, entry, ConversationEvent.Redriven.class) : isTold(unit, entry);
        world.require(told, () -> entry + " is settled, and its ticket does not say so");
        leaving.entry = entry;
        if (entry.state() == State.SENT) {
            world.require(
                    accepted(entry.message().id()) > 0, () -> entry + " is settled as sent, and nobody took it over");
        } else if (entry.state() == State.WAITING && wasDead) {
            leaving.redriven++;
            world.require(
                    world.intents.ordered("redrive", entry.ticket(), entry.id()), () -> entry + " rose from the dead");
            leaving.refusedForGood = false;
        } else if (entry.state() == State.WAITING) {
            world.require(entry.due().isAfter(tried.minusSeconds(SKEW)), () -> entry + " is tried without a pause");
        } else if (entry.state() == State.UNKNOWN) {
            boolean unknown = leaving.mayHaveArrived > 0 || leaving.unclear > 0;
            world.require(
                    unknown || disturbances() > leaving.disturbedBefore,
                    () -> entry + " is given up as unknown, and provably was not sent");
        } else if (entry.state() == State.DEAD) {
            boolean longEnough =
                    !world.now.plusSeconds(SKEW).isBefore(entry.since().plus(TRIED_FOR));
            world.require(
                    leaving.refusedForGood || longEnough || isOvertaken(entry),
                    () -> entry + " is given up, and was not refused for good");
            world.require(
                    leaving.mayHaveArrived == 0 || leaving.redriven > 0,
                    () -> entry + " is said not to have been sent, and may have been");
        }
        world.require(before != State.SENT, () -> entry + " was sent before and is settled again");
    }

    /** Whether it asks for a word by a date that has come, or goes to somebody who does not want to be known. */
    private boolean isOvertaken(OutboxEntry entry) {
        Facts facts = world.book.facts(entry.ticket());
        boolean erased = facts.history.stream() // who has written again since then was too late to stop it
                .anyMatch(event -> event instanceof LifecycleEvent.Closed closed
                        && closed.closing() instanceof Closing.Exempt exempt
                        && exempt.exemption() == Exemption.CUSTOMER_ERASED);
        Instant latest = world.now.plusSeconds(SKEW);
        boolean past = facts.history.stream()
                .anyMatch(event -> event instanceof ConversationEvent.Reminded reminded
                        && reminded.message().id().equals(entry.message().id())
                        && !reminded.closesAt().isAfter(latest));
        return erased || past;
    }

    private static boolean isTold(UnitOfWork unit, OutboxEntry entry) {
        return switch (entry.state()) {
            case WAITING -> true;
            case SENT -> has(unit, entry, ConversationEvent.Delivered.class);
            case DEAD, UNKNOWN -> has(unit, entry, ConversationEvent.DeliveryFailed.class);
        };
    }

    private static boolean has(UnitOfWork unit, OutboxEntry entry, Class<? extends TicketEvent> type) {
        return unit.changes().stream()
                .filter(change -> change.ticket().id().equals(entry.ticket()))
                .flatMap(change -> change.events().stream())
                .anyMatch(type::isInstance);
    }

    /** A name that only the provider gives leads back from now on. */
    private void named(ConversationEvent.Delivered delivered) {
        Facts facts = world.book.facts(delivered.ticket());
        Line line = world.outside.line(facts.opened.channel().value());
        Line.Sent record = line.sent.get(delivered.message());
        if (!line.plansNames && record != null) {
            boolean leads = delivered
                    .reference()
                    .filter(record.names::contains)
                    .flatMap(name -> world.book.reference(line.id, name))
                    .filter(delivered.ticket()::equals)
                    .isPresent();
            world.require(leads, () -> delivered + " has no name that leads back");
        }
    }

    private void said(TicketEvent event, UnitOfWork unit) {
        Optional<Message> goesOut = Optional.empty();
        if (event instanceof ConversationEvent.Answered answered) {
            goesOut = Optional.of(answered.message());
        } else if (event instanceof ConversationEvent.Acknowledged ack) {
            goesOut = Optional.of(ack.message());
        } else if (event instanceof ConversationEvent.BotWrote bot) {
            goesOut = Optional.of(bot.message());
        } else if (event instanceof ConversationEvent.Reminded reminded) {
            goesOut = Optional.of(reminded.message());
        } else if (event instanceof ConversationEvent.Delivered delivered) {
            reports(event, delivered.message(), unit, List.of(State.SENT));
            named(delivered);
        } else if (event instanceof ConversationEvent.DeliveryFailed failed) {
            reports(event, failed.message(), unit, List.of(State.DEAD, State.UNKNOWN));
        }
        goesOut.ifPresent(message -> world.require(
                unit.newOutbox().stream().anyMatch(entry -> entry.message().id().equals(message.id())),
                () -> message + " is on the record and not in the outbox"));
    }

    private void reports(TicketEvent event, MessageId message, UnitOfWork unit, List<State> states) {
        world.require(
                unit.settledOutbox().stream()
                        .anyMatch(entry -> entry.message().id().equals(message) && states.contains(entry.state())),
                () -> event + " is on the record, and the outbox does not say so");
    }

    private Leaving leaving(MessageId message) {
        Leaving leaving = all.get(message);
        if (leaving == null) {
            throw world.failed("message " + message + " leaves and was never committed", null);
        }
        return leaving;
    }

    /** The provider refuses it, provably. */
    void refused(Node node, OutboundMessage message, boolean forGood) {
        attempted(node, message, forGood ? "refused for good" : "refused").refusedForGood |= forGood;
    }

    /** Nobody knows whether the provider has it. */
    void unclear(Node node, OutboundMessage message) {
        attempted(node, message, "unclear").unclear++;
    }

    /** The provider takes it over. */
    void accepting(Node node, Line line, OutboundMessage message) {
        Leaving leaving = attempted(node, message, "accepted on " + line.id);
        leaving.mayHaveArrived++;
        world.require(
                leaving.mayHaveArrived <= leaving.mostArrivals(),
                () -> message + " may have arrived " + leaving.mayHaveArrived + " times");
    }

    private Leaving attempted(Node node, OutboundMessage message, String how) {
        Leaving leaving = leaving(message.id());
        world.trace.add(node.name + "     sends " + message.id().value().substring(32) + " " + how);
        world.require(message.equals(leaving.entry.message()), () -> message + " is not what was committed to be sent");
        Instant other = leaving.trying;
        world.require(
                other == null || leaving.lapsed || other.plus(AT_ONCE).isBefore(world.now),
                () -> message + " is sent by two at once, since " + other);
        leaving.trying = world.now;
        leaving.attempts++;
        if (leaving.attempts == 1) {
            earlierAreSettled(leaving);
        }
        return leaving;
    }

    private void earlierAreSettled(Leaving leaving) {
        TicketId ticket = leaving.entry.ticket();
        for (Leaving earlier : all.values()) {
            if (earlier == leaving) {
                return;
            }
            world.require(
                    !earlier.entry.ticket().equals(ticket)
                            || earlier.entry.state() != State.WAITING
                            || earlier.redriven > 0,
                    () -> leaving.entry.message() + " overtakes " + earlier.entry.message());
        }
    }
}
