package dev.heed.spi.channel;

import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import java.util.Optional;
import java.util.Set;

/**
 * A way for customers to reach the shop and for the shop to answer. Implementations pass {@code
 * ChannelAdapterContract} of the test kit. A desk calls {@link #poll} from one thread at a time and {@link #send} from
 * one thread at a time, the two possibly from different threads.
 */
public interface ChannelAdapter extends AutoCloseable {

    /** Names the channel inside the desk. Always the same. */
    ChannelId id();

    /**
     * The addresses, or names, under which the shop writes on this channel. None may be one that takes no answers, and
     * none counts as a customer.
     */
    Set<Address> ownAddresses();

    /**
     * Hands over everything that waits outside, in its order, then returns. Acknowledges a message to the outside only
     * after {@link Inbox#receive} has returned for it; if that throws, stops and leaves the message where it is, so
     * that the next poll brings it again. What cannot be read goes to {@link Inbox#keepUnreadable} and never stops what
     * comes after it.
     *
     * @throws dev.heed.error.ChannelUnavailableException if the outside does not answer as it should
     */
    void poll(Inbox inbox);

    /**
     * Tries once to send. No retry and no sleep inside: the outbox does that. The same {@linkplain OutboundMessage#id
     * id} always stands for the same message, so a platform that can drop duplicates by it should be told.
     *
     * @return what is known about the attempt; failures are outcomes and not exceptions
     */
    SendOutcome send(OutboundMessage message);

    /**
     * The name this message will have in the world outside, if it can be known before it is sent: a function of the id
     * alone. Answers that carry the name find the ticket, even if the process dies while sending.
     */
    default Optional<String> plannedReference(String messageId) {
        return Optional.empty();
    }

    /** Frees connections. Called once. */
    @Override
    default void close() {}
}
