package dev.heed.testkit.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heed.message.Attachment;
import dev.heed.message.AttachmentContents;
import dev.heed.message.AttachmentSource;
import dev.heed.message.ContentHash;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.contract.OutsideMessage.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The hooks of {@link ChannelAdapterContract}, and what its parts have in common. */
abstract class AdapterContract {
    static final String SUBJECT = "Größe 42: where is it?";
    private static final byte[] RECEIPT = {0, 1, 13, 10, 13, 127, -128, -1};
    private static final byte[] PHOTO = {-119, 80, 78, 71};
    static final List<AttachmentSource> FILES = List.of(
            AttachmentSource.of("receipt.pdf", "application/pdf", () -> new ByteArrayInputStream(RECEIPT)),
            AttachmentSource.of("photo.png", "image/png", () -> new ByteArrayInputStream(PHOTO)));
    private static final List<Attachment> KEPT = List.of(
            FILES.get(0).kept(ContentHash.of(RECEIPT), RECEIPT.length),
            FILES.get(1).kept(ContentHash.of(PHOTO), PHOTO.length));
    /** Where the desk has kept them. */
    static final AttachmentContents CONTENTS =
            attachment -> FILES.get(KEPT.indexOf(attachment)).open();

    private final List<ChannelAdapter> opened = new ArrayList<>();
    ChannelAdapter adapter;
    RecordingInbox inbox;

    @SuppressWarnings("NullAway.Init") // set before each test
    AdapterContract() {}

    /**
     * An adapter to the outside of this test. At the first call nothing has happened there yet; a later call stands for a
     * restart: the adapter knows what the outside knows, and nothing of what an earlier one kept in its memory. The same
     * adapter may be given again if it keeps nothing in its memory.
     */
    protected abstract ChannelAdapter newAdapter();

    /** What the platform can carry; tests of what it cannot are shown as skipped. */
    protected abstract Set<Part> carries();

    /**
     * A customer writes this in the world outside, from {@link #customerAddress()}. What the platform does not carry is
     * left out. Each call is a new message, also when all of it was written before.
     */
    protected abstract void customerWrites(OutsideMessage message);

    /** Somewhere in the outside there is something that no message can be made of. False if that cannot happen. */
    protected abstract boolean somethingUnreadableArrives();

    /** An address in the outside that takes messages, and from which the customer writes. */
    protected abstract Address customerAddress();

    /** What has arrived at that address, in its order. */
    protected abstract List<OutsideMessage> arrivedOutside();

    /** The message of the shop that arrived last comes back as undeliverable. False if that cannot happen. */
    protected abstract boolean lastArrivedComesBack();

    /** From now on the outside does not answer. False if that cannot be arranged. */
    protected abstract boolean outsideGoesDown();

    @BeforeEach
    void open() {
        start();
        inbox = new RecordingInbox();
    }

    @AfterEach
    void close() {
        opened.forEach(ChannelAdapter::close);
    }

    /** The process ends and starts anew, whatever it was doing. */
    final void restart() {
        start();
    }

    private void start() {
        adapter = newAdapter();
        if (opened.stream().noneMatch(other -> other == adapter)) {
            opened.add(adapter);
        }
    }

    final void assumeCarries(Part part) {
        assumeTrue(carries().contains(part), "this channel does not carry " + part);
    }

    /** The customer writes these words and little else. */
    final void customerWrites(String text) {
        customerWrites(answering(text, List.of()));
    }

    final void customerAnswers(String name, String text) {
        customerWrites(answering(text, List.of(name)));
    }

    private static OutsideMessage answering(String text, List<String> answers) {
        return new OutsideMessage(
                text, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), answers);
    }

    final OutboundMessage outgoing(String id, String text) {
        return outgoing(id, text, List.of());
    }

    /** A message of the shop that has every part. */
    final OutboundMessage outgoing(String id, String text, List<String> answers) {
        return new OutboundMessage(
                new MessageId(id),
                adapter.id(),
                customerAddress(),
                Optional.of("Ana"),
                "Mária Keller, Acme",
                SUBJECT,
                new OutboundMessage.Content(text, Optional.empty(), KEPT),
                answers,
                false,
                Instant.parse("2026-03-02T12:00:00Z"),
                ZoneId.of("Europe/Berlin"));
    }

    /** Names and bytes; of the media type a platform may know better. */
    static List<String> spelledOut(List<AttachmentSource> files) {
        return files.stream().map(file -> file.name() + " " + hex(file)).toList();
    }

    private static String hex(AttachmentSource file) {
        try (var content = file.open()) {
            return HexFormat.of().formatHex(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("An attachment in memory cannot be read.", e);
        }
    }
}
