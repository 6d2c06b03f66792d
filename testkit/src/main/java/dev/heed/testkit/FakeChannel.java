package dev.heed.testkit;

import com.google.common.primitives.Bytes;
import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.message.Attachment;
import dev.heed.message.AttachmentContents;
import dev.heed.message.AttachmentSource;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.Bounce;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A channel whose outside is the test. What is {@linkplain #receive received} waits until the desk polls; what the desk
 * sends is kept in {@link #sent}. It watches its caller: used after it was closed, it says so with everything that was
 * done to it before. Thread-safe.
 */
public final class FakeChannel implements ChannelAdapter {
    private final ChannelId id;
    private final Deque<Arrival> waiting = new ArrayDeque<>();
    private final List<Departure> sent = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private Optional<ChannelUnavailableException> down = Optional.empty();
    private int lastArrival;
    private boolean closed;

    /** What waits: a message, or bytes that none can be made of. */
    private record Arrival(String externalId, Optional<InboundMessage> message, List<Byte> raw) {
        static Arrival unreadable(String externalId, byte[] raw) {
            return new Arrival(externalId, Optional.empty(), Bytes.asList(raw));
        }
    }

    /** What was sent, with its files as whoever receives it has them. */
    private record Departure(OutboundMessage message, List<AttachmentSource> files) {}

    private FakeChannel(ChannelId id) {
        this.id = id;
    }

    /** A channel with this id. */
    public static FakeChannel named(String id) {
        return new FakeChannel(ChannelId.of(id));
    }

    /** Somebody writes from this e-mail address; the message waits for the next poll. */
    public InboundMessage receive(String from, String text) {
        return receive(message(text).sender(EmailAddress.of(from)).build());
    }

    /** Somebody answers a message of the desk. */
    public InboundMessage answer(String from, OutboundMessage answered, String text) {
        return receive(message(text)
                .sender(EmailAddress.of(from))
                .subject(answered.subject())
                .answers(List.of(reference(answered.id().value())))
                .build());
    }

    /** A message of the desk comes back. */
    public InboundMessage bounce(OutboundMessage undeliverable) {
        return receive(message("It could not be delivered.")
                .automatic("It is a report about a delivery.")
                .bounce(new Bounce(List.of(reference(undeliverable.id().value())), "no such mailbox"))
                .build());
    }

    /** A message as it was made by the test; the same one twice is the same message delivered twice. */
    public synchronized InboundMessage receive(InboundMessage message) {
        waiting.add(new Arrival(message.externalId(), Optional.of(message), List.of()));
        return message;
    }

    /** Bytes that no message can be made of. */
    public synchronized void receiveUnreadable(byte[] raw) {
        waiting.add(Arrival.unreadable("unreadable-" + ++lastArrival, raw.clone()));
    }

    /** Starts a message with the next free id. */
    public synchronized InboundMessage.Builder message(String text) {
        String name = "in-" + ++lastArrival;
        return InboundMessage.builder(name, text).reference(name);
    }

    /** The outside does not answer any more. */
    public synchronized FakeChannel goDown(Kind kind) {
        down = Optional.of(
                new ChannelUnavailableException(kind, "The fake channel is down.", "Call comeBack().", null));
        return this;
    }

    /** The outside answers again. */
    public synchronized FakeChannel comeBack() {
        down = Optional.empty();
        return this;
    }

    /** Everything the desk has sent, in its order. */
    public synchronized List<OutboundMessage> sent() {
        return sent.stream().map(Departure::message).toList();
    }

    /**
     * The files of a message as they arrived, with their bytes.
     *
     * @throws AssertionError if it was not sent
     */
    public synchronized List<AttachmentSource> filesOf(OutboundMessage message) {
        return sent.stream()
                .filter(departure -> departure.message.equals(message))
                .findFirst()
                .map(Departure::files)
                .orElseThrow(() -> new AssertionError("Message " + message.id() + " was not sent."));
    }

    /** The last message the desk has sent. */
    public synchronized OutboundMessage lastSent() {
        if (sent.isEmpty()) {
            throw new AssertionError("Nothing was sent. Calls so far: " + calls);
        }
        return sent.get(sent.size() - 1).message;
    }

    @Override
    public ChannelId id() {
        return id;
    }

    @Override
    public Set<Address> ownAddresses() {
        return Set.of(EmailAddress.of("hello@" + id.value() + ".example"));
    }

    @Override
    public void poll(Inbox inbox) {
        called("poll");
        throwIfDown();
        for (Optional<Arrival> next = first(); next.isPresent(); next = first()) {
            Arrival arrival = next.get();
            if (arrival.message.isPresent()) {
                inbox.receive(arrival.message.get());
            } else {
                inbox.keepUnreadable(
                        arrival.externalId, "The fake channel was given bytes.", Bytes.toArray(arrival.raw));
            }
            taken();
        }
    }

    private synchronized Optional<Arrival> first() {
        return Optional.ofNullable(waiting.peek());
    }

    private synchronized void taken() {
        waiting.remove();
    }

    private synchronized void throwIfDown() {
        down.ifPresent(problem -> {
            throw problem;
        });
    }

    @Override
    public synchronized SendOutcome send(OutboundMessage message, AttachmentContents contents) {
        called("send " + message.id());
        if (down.isPresent()) {
            return SendOutcome.failed("The fake channel is down.");
        }
        try {
            sent.add(new Departure(message, arrived(message.content().attachments(), contents)));
            return SendOutcome.sent();
        } catch (IOException e) {
            return SendOutcome.failed(
                    "A file could not be read: " + e.getClass().getName());
        }
    }

    private static List<AttachmentSource> arrived(List<Attachment> files, AttachmentContents contents)
            throws IOException {
        List<AttachmentSource> arrived = new ArrayList<>();
        for (Attachment file : files) {
            try (InputStream content = contents.open(file)) {
                byte[] bytes = content.readAllBytes();
                arrived.add(AttachmentSource.of(file.name(), file.mediaType(), () -> new ByteArrayInputStream(bytes)));
            }
        }
        return List.copyOf(arrived);
    }

    @Override
    public Optional<String> plannedReference(String messageId) {
        return Optional.of(reference(messageId));
    }

    private static String reference(String messageId) {
        return "out-" + messageId;
    }

    @Override
    public synchronized void close() {
        called("close");
        closed = true;
    }

    private synchronized void called(String what) {
        if (closed) {
            throw new IllegalStateException(
                    "The channel " + id + " was closed and then asked to " + what + ". Calls so far: " + calls);
        }
        calls.add(what);
    }
}
