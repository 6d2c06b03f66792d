package dev.heed.benchmarks;

import dev.heed.message.AttachmentContents;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A channel that costs nothing: what is put in comes out at the next poll, what is sent is counted. */
final class MemoryChannel implements ChannelAdapter {
    private static final ChannelId ID = ChannelId.of("memory");
    private final Deque<InboundMessage> waiting = new ArrayDeque<>();
    private final Consumer<OutboundMessage> taken;
    private long sent;

    @Nullable
    private Inbox inbox;

    MemoryChannel() {
        this(message -> {});
    }

    /** Tells of each message that it is given. */
    MemoryChannel(Consumer<OutboundMessage> taken) {
        this.taken = taken;
    }

    void put(InboundMessage message) {
        waiting.add(message);
    }

    /** Where messages can be handed over without a poll, once there was one. */
    @Nullable
    Inbox inbox() {
        return inbox;
    }

    long sent() {
        return sent;
    }

    @Override
    public ChannelId id() {
        return ID;
    }

    @Override
    public Set<Address> ownAddresses() {
        return Set.of(EmailAddress.of("hello@acme.example"));
    }

    @Override
    public void poll(Inbox inbox) {
        this.inbox = inbox;
        while (!waiting.isEmpty()) {
            inbox.receive(waiting.peek());
            waiting.remove();
        }
    }

    @Override
    public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
        sent++;
        taken.accept(message);
        return SendOutcome.sent();
    }

    @Override
    public Optional<String> plannedReference(String messageId) {
        return Optional.of(messageId);
    }
}
