package dev.heed;

import dev.heed.error.HeedException;
import dev.heed.error.StoreException;
import dev.heed.message.Attachment;
import dev.heed.message.ChannelId;
import dev.heed.message.MessageId;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.spi.channel.SendOutcome.Failed;
import dev.heed.spi.channel.SendOutcome.Rejected;
import dev.heed.spi.channel.SendOutcome.Sent;
import dev.heed.spi.channel.SendOutcome.Unknown;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.OutboxEntry.State;
import dev.heed.ticket.DeliveryCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes from the outbox what is due and sends it. What provably was not sent is tried again for two days after it was
 * written or taken from the dead letters; what may have
 * been sent is sent once more under the same name if a person wrote it, and never if a program did.
 */
final class Delivery {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(2);
    private static final Duration DOUBT_PAUSE = Duration.ofMinutes(10);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));
    /** One at a time: what is claimed and not begun when something breaks would be in doubt for nothing. */
    private static final int CLAIMED_AT_ONCE = 1;

    private static final int MOST_WRITES = 3;

    private final Policies policies;
    private final Engine engine;
    private final Map<ChannelId, String> troubles = new ConcurrentHashMap<>();

    Delivery(Policies policies, Engine engine) {
        this.policies = policies;
        this.engine = engine;
    }

    /** How many attempts ended with the message taken over, and how many did not. */
    record Count(int sent, int notSent) {}

    /** Sends what is due now, and stops after so many attempts. */
    Count run(int most) {
        int sent = 0;
        int notSent = 0;
        while (sent + notSent < most) {
            List<OutboxEntry> claimed = engine.store().claimOutbox(engine.now(), LEASE, CLAIMED_AT_ONCE);
            if (claimed.isEmpty()) {
                break;
            }
            for (OutboxEntry entry : claimed) {
                if (deliverOnce(entry)) {
                    sent++;
                } else {
                    notSent++;
                }
            }
        }
        return new Count(sent, notSent);
    }

    /** An outcome that cannot be written stops no other message; this one is claimed again when its lease ends. */
    private boolean deliverOnce(OutboxEntry entry) {
        try {
            return deliver(entry);
        } catch (HeedException e) {
            log.error(
                    "The outcome of message {} could not be written.",
                    entry.message().id(),
                    e);
            return false;
        }
    }

    private boolean deliver(OutboxEntry entry) {
        int mostDoubts = entry.message().automatic() ? 0 : 1;
        if (entry.doubts() > mostDoubts) {
            giveUp(entry, State.UNKNOWN, "Attempts were broken off; nobody knows whether one of them sent it.");
            return false;
        }
        Optional<String> overtaken = Overtaken.why(engine, entry);
        if (overtaken.isPresent()) {
            giveUp(entry, overtaken.get());
            return false;
        }
        SendOutcome outcome = attempt(entry);
        note(entry, outcome);
        if (outcome instanceof Sent sent) {
            settle(
                    entry.sent(),
                    new DeliveryCommand.RecordDelivery(entry.message().id(), sent.reference()));
            return true;
        } else if (outcome instanceof Rejected rejected) {
            giveUp(entry, rejected.reason());
        } else if (outcome instanceof Unknown unknown) {
            doubt(entry, unknown.reason());
        } else if (outcome instanceof Failed failed) {
            retry(entry, failed);
        }
        return false;
    }

    private void note(OutboxEntry entry, SendOutcome outcome) {
        if (outcome instanceof Failed failed) {
            troubles.put(entry.message().channel(), failed.reason());
        } else {
            troubles.remove(entry.message().channel());
        }
    }

    /** Why the last attempt to send on a channel failed. */
    Optional<String> trouble(ChannelId channel) {
        return Optional.ofNullable(troubles.get(channel));
    }

    private SendOutcome attempt(OutboxEntry entry) {
        ChannelAdapter adapter = policies.channels().get(entry.message().channel());
        if (adapter == null) {
            return SendOutcome.failed(
                    "The desk has no channel " + entry.message().channel() + " any more.");
        }
        Optional<String> missing = missing(entry);
        if (missing.isPresent()) {
            return SendOutcome.failed(missing.get());
        }
        try {
            return adapter.send(entry.message(), engine.attachments()::open);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            log.error(
                    "Channel {} threw {} while sending.",
                    adapter.id(),
                    e.getClass().getName());
            log.debug("What channel {} threw", adapter.id(), e);
            return new Unknown("The channel failed with " + e.getClass().getName() + ".");
        }
    }

    /** Why a file of a message cannot be sent; looked at before, since after an attempt has begun nobody knows its fate. */
    private Optional<String> missing(OutboxEntry entry) {
        List<Attachment> files = entry.message().content().attachments();
        try {
            return files.isEmpty() || engine.attachments().areKept(files)
                    ? Optional.empty()
                    : Optional.of("A file of the message is not among the attachments any more.");
        } catch (StoreException e) {
            log.error("The store of attachments failed.", e);
            return Optional.of("The files of the message could not be read.");
        }
    }

    private void retry(OutboxEntry entry, Failed failed) {
        Instant now = engine.now();
        if (!now.isBefore(entry.since().plus(GIVE_UP_AFTER))) {
            giveUp(entry, failed.reason());
            return;
        }
        Duration usual = PAUSES.get(Math.min(entry.attempt(), PAUSES.size()) - 1);
        Duration pause =
                failed.retryAfter().filter(asked -> asked.compareTo(usual) > 0).orElse(usual);
        Duration longest = GIVE_UP_AFTER.compareTo(pause) < 0 ? GIVE_UP_AFTER : pause;
        tryAgain(entry, entry.retry(now.plus(longest), failed.reason()), failed.reason());
        log.warn(
                "Message {} was not sent, next try in {}; the reason is in the outbox.",
                entry.message().id(),
                longest);
    }

    private void doubt(OutboxEntry entry, String reason) {
        if (entry.message().automatic() || entry.doubtful()) {
            giveUp(entry, State.UNKNOWN, reason);
        } else {
            tryAgain(entry, entry.retryInDoubt(engine.now().plus(DOUBT_PAUSE), reason), reason);
        }
    }

    /** Who was promised the answer, or one behind it, waits on; so the ticket is told, and decides whether it knows. */
    private void tryAgain(OutboxEntry entry, OutboxEntry again, String reason) {
        settle(again, new DeliveryCommand.RecordDelay(entry.message().id(), reason));
    }

    private void giveUp(OutboxEntry entry, String reason) {
        giveUp(entry, entry.doubtful() ? State.UNKNOWN : State.DEAD, reason);
    }

    private void giveUp(OutboxEntry entry, State state, String reason) {
        settle(
                entry.givenUp(state, reason),
                new DeliveryCommand.RecordFailure(entry.message().id(), reason));
        log.error(
                "Message {} was given up as {}; the reason is among the dead letters.",
                entry.message().id(),
                state);
    }

    private void settle(OutboxEntry entry, TicketCommand command) {
        settle(entry, command, () -> isSettled(entry));
    }

    private void settle(OutboxEntry entry, TicketCommand command, BooleanSupplier written) {
        if (entry.isWithoutTicket()) { // nobody but the outbox knows of it
            insistently(written, () -> engine.write(unit -> unit.settle(entry)));
            return;
        }
        Engine.Extras settlement = (after, unit) -> {
            unit.settle(entry);
            if (command instanceof DeliveryCommand.RecordDelivery delivery) {
                delivery.reference().ifPresent(name -> unit.reference(after.channel(), name, after.id()));
            }
        };
        Engine.Plan plan = new Engine.Plan(List.of(command), settlement);
        insistently(written, () -> engine.insist(entry.ticket(), ticket -> trySettle(ticket, command, entry, plan)));
    }

    private Engine.Outcome trySettle(Ticket ticket, TicketCommand command, OutboxEntry entry, Engine.Plan plan) {
        MessageId message = entry.message().id();
        if (command instanceof DeliveryCommand.RecordFailure) {
            return Bounces.tryLose(engine, ticket, message, plan);
        }
        return command instanceof DeliveryCommand.RecordDelay
                ? Bounces.tryDelay(engine, ticket, message, plan)
                : engine.tryChange(ticket, plan);
    }

    /** What was sent must not be sent again because the store did not answer once, nor be written down twice. */
    private void insistently(BooleanSupplier written, Runnable write) {
        for (int attempt = 1; attempt < MOST_WRITES; attempt++) {
            try {
                if (attempt == 1 || !written.getAsBoolean()) {
                    write.run();
                }
                return;
            } catch (StoreException e) {
                log.warn("The outcome of a message could not be written; it is tried once more.", e);
            }
        }
        if (!written.getAsBoolean()) {
            write.run();
        }
    }

    /** Whether it was written although the store did not say so. */
    private boolean isSettled(OutboxEntry entry) {
        return engine.store()
                .findOutbox(entry.id())
                .filter(stored ->
                        stored.attempt() == entry.attempt() && stored.state() == entry.state() && !stored.inFlight())
                .isPresent();
    }

    /** Whether a dead letter is one no more, or somebody has tried it since. */
    private boolean isRedriven(OutboxEntry dead) {
        return engine.store()
                .findOutbox(dead.id())
                .filter(stored -> !stored.dead() || stored.attempt() > dead.attempt())
                .isPresent();
    }

    /** Sends a dead letter again at the next round, whatever is known of it. */
    void redrive(OutboxEntry entry) {
        settle(
                entry.redriven(engine.now()),
                new DeliveryCommand.RecordRedrive(entry.message().id()),
                () -> isRedriven(entry));
        log.info("Dead letter {} is sent again by order of a person.", entry.id());
    }
}
