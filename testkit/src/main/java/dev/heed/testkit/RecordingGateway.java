package dev.heed.testkit;

import dev.heed.message.AttachmentContents;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stands between a desk and any channel, writes down each attempt to send with its outcome, and makes attempts fail when
 * the test says so. Thread-safe.
 */
public final class RecordingGateway implements ChannelAdapter {
    private final ChannelAdapter channel;
    private final List<Attempt> attempts = new ArrayList<>();
    private final Deque<Sending> script = new ArrayDeque<>();

    /**
     * One attempt to send.
     *
     * @param message what was to be sent
     * @param outcome what the desk was told
     */
    public record Attempt(OutboundMessage message, SendOutcome outcome) {}

    /** What becomes of an attempt. */
    private interface Sending {
        SendOutcome send(OutboundMessage message, AttachmentContents contents);
    }

    private RecordingGateway(ChannelAdapter channel) {
        this.channel = channel;
    }

    /** Records what passes to this channel. */
    public static RecordingGateway around(ChannelAdapter channel) {
        return new RecordingGateway(channel);
    }

    /** The next attempt does not reach the channel and ends like this. */
    public synchronized RecordingGateway next(SendOutcome outcome) {
        script.add((message, contents) -> outcome);
        return this;
    }

    /** The next attempt reaches the channel, but its answer is lost. */
    public synchronized RecordingGateway loseNextAnswer() {
        script.add((message, contents) -> {
            SendOutcome unused = channel.send(message, contents);
            return new SendOutcome.Unknown("The answer was lost.");
        });
        return this;
    }

    /** The next attempt makes the channel throw, as a broken one would. */
    public synchronized RecordingGateway throwNext(RuntimeException failure) {
        script.add((message, contents) -> {
            throw failure;
        });
        return this;
    }

    /** All attempts, in their order; one that threw is not among them. */
    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    @Override
    public synchronized SendOutcome send(OutboundMessage message, AttachmentContents contents) {
        SendOutcome outcome = script.isEmpty()
                ? channel.send(message, contents)
                : script.remove().send(message, contents);
        attempts.add(new Attempt(message, outcome));
        return outcome;
    }

    @Override
    public ChannelId id() {
        return channel.id();
    }

    @Override
    public Set<Address> ownAddresses() {
        return channel.ownAddresses();
    }

    @Override
    public void poll(Inbox inbox) {
        channel.poll(inbox);
    }

    @Override
    public Optional<String> plannedReference(String messageId) {
        return channel.plannedReference(messageId);
    }

    @Override
    public void close() {
        channel.close();
    }
}
