package dev.heed;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.error.HeedException;
import dev.heed.error.StoreException;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after one channel: polls it when it is due, and less and less often while it is down. */
final class Polling {
    private static final Logger log = LoggerFactory.getLogger(Polling.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final ChannelAdapter adapter;
    private final Inbox inbox;
    private Duration pause = Duration.ZERO;
    private volatile ChannelHealth health;

    Polling(ChannelAdapter adapter, Inbox inbox, Instant now) {
        this.adapter = adapter;
        this.inbox = inbox;
        this.health = new ChannelHealth(adapter.id(), Optional.empty(), now, now, Optional.empty());
    }

    ChannelHealth health() {
        return health;
    }

    /** Polls if it is time. */
    Optional<ChannelUnavailableException> poll(Instant now, Count count) {
        boolean resting = now.isBefore(health.nextPoll()) && !health.nextPoll().isAfter(now.plus(pause));
        if (resting) { // further ahead than the pause is long means that the clock was set back
            return Optional.empty();
        }
        try {
            adapter.poll(count.around(inbox));
            recovered(now);
            return Optional.empty();
        } catch (ChannelUnavailableException e) {
            return Optional.of(failed(e, now));
        } catch (StoreException e) { // not the channel's fault
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            log.error(
                    "Channel {} failed in a way it should not: {}",
                    adapter.id(),
                    e.getClass().getName());
            log.debug("What channel {} threw", adapter.id(), e);
            String what = e instanceof HeedException known
                    ? known.problem()
                    : e.getClass().getName() + ".";
            return Optional.of(failed(
                    new ChannelUnavailableException(
                            Kind.PROTOCOL,
                            "Channel " + adapter.id() + " failed: " + what,
                            "See the cause; the channel is tried again.",
                            e),
                    now));
        }
    }

    private void recovered(Instant now) {
        boolean was = health.problem().isEmpty();
        pause = Duration.ZERO;
        health = new ChannelHealth(adapter.id(), Optional.empty(), was ? health.since() : now, now, Optional.empty());
        if (!was) {
            log.info("Channel {} works again.", adapter.id());
        }
    }

    private ChannelUnavailableException failed(ChannelUnavailableException problem, Instant now) {
        boolean was = health.problem().isEmpty();
        pause = problem.kind() == Kind.AUTHENTICATION ? LONGEST_PAUSE : longer(pause);
        health = new ChannelHealth(
                adapter.id(), Optional.of(problem), was ? now : health.since(), now.plus(pause), Optional.empty());
        log.warn("Channel {} is not available, next try in {}: {}", adapter.id(), pause, problem.getMessage());
        return problem;
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Counts what comes in during one round. */
    static final class Count {
        private int received;
        private int duplicates;
        private int unreadable;

        int received() {
            return received;
        }

        int duplicates() {
            return duplicates;
        }

        int unreadable() {
            return unreadable;
        }

        private Inbox around(Inbox inbox) {
            return new Inbox() {
                @Override
                public Receipt receive(InboundMessage message) {
                    Receipt receipt = inbox.receive(message);
                    if (receipt.how() == Receipt.How.DUPLICATE) {
                        duplicates++;
                    } else {
                        received++;
                    }
                    return receipt;
                }

                @Override
                public void keepUnreadable(String externalId, String problem, byte[] raw) {
                    inbox.keepUnreadable(externalId, problem, raw);
                    unreadable++;
                }
            };
        }
    }
}
