package dev.heed.spi.channel;

import dev.heed.message.AttachmentContents;
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
     * Hands over everything that waits outside, in its order, then returns. What cannot be read goes to {@link
     * Inbox#keepUnreadable} and never stops what comes after it.
     *
     * <p>Acknowledges a message to the outside only after {@link Inbox#receive} has returned for it, and what is
     * unreadable only after {@link Inbox#keepUnreadable} has. If one of them throws, hands over nothing more, lets the
     * exception out as it is, and leaves the message where it is, so that the next poll brings it again under the same
     * key, also one after a restart.
     *
     * <p>Says of a message all that the platform says: sender and his name, subject, words, files, when it was sent, its
     * own name and which it answers. Two messages never have one {@linkplain InboundMessage#externalId key}, also with
     * equal words.
     *
     * @throws dev.heed.error.ChannelUnavailableException if the outside does not answer as it should
     */
    void poll(Inbox inbox);

    /**
     * Tries once to send. No retry and no sleep inside: the outbox does that. The same {@linkplain OutboundMessage#id
     * id} always stands for the same message, so a platform that can drop duplicates by it should be told.
     *
     * <p>Sends all that the platform can carry: words, files, subject, what the sender is called, and which message it
     * answers: the last of {@link OutboundMessage#answers}.
     *
     * @param contents gives the contents of the message's files; nothing is sent without a file that cannot be read
     * @return what is known about the attempt; failures are outcomes and not exceptions
     */
    SendOutcome send(OutboundMessage message, AttachmentContents contents);

    /**
     * The name this message will have in the world outside, if it can be known before it is sent: a function of the id
     * alone, and the name the message then bears. Answers that carry it find the ticket, even if the process dies while
     * sending. A channel that plans none tells the name in {@link SendOutcome.Sent}, if the outside has names.
     */
    default Optional<String> plannedReference(String messageId) {
        return Optional.empty();
    }

    /** Frees connections. Called once. */
    @Override
    default void close() {}
}
