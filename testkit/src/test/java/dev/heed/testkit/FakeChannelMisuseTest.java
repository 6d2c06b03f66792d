package dev.heed.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Helpdesk;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.message.AttachmentContents;
import dev.heed.people.Shop;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.Receipt;
import dev.heed.ticket.TicketId;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fake that watches its caller: what is done to it after it was closed is said with all that was done before. */
class FakeChannelMisuseTest {
    private static final AttachmentContents NO_FILES = file -> InputStream.nullInputStream();

    private static final Inbox INBOX = new Inbox() {
        @Override
        public Receipt receive(InboundMessage message) {
            return new Receipt(new TicketId(new UUID(1, 1)), Receipt.How.OPENED);
        }

        @Override
        public void keepUnreadable(String externalId, String problem, byte[] raw) {
            // nobody looks at it
        }
    };

    private final FakeChannel channel = FakeChannel.named("fake");
    private OutboundMessage sent;

    @BeforeEach
    void aDeskHasUsedItAndClosedIt() {
        try (Helpdesk desk = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(DeskExtension.MARIA)
                .channel(channel)
                .build()) {
            channel.receive("ana@example.com", "Where is my parcel?");
            desk.runDue();
        }
        sent = channel.lastSent();
    }

    private void saysWhatWasCalled(String misuse, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("fake")
                .hasMessageContaining("closed")
                .hasMessageContaining("asked to " + misuse)
                .hasMessageEndingWith("[poll, send " + sent.id() + ", close]");
    }

    @Test
    void pollingAfterClosingIsSaid() {
        saysWhatWasCalled("poll", () -> channel.poll(INBOX));
    }

    @Test
    void sendingAfterClosingIsSaid() {
        saysWhatWasCalled("send " + sent.id(), () -> channel.send(sent, NO_FILES));
        assertThat(channel.sent()).hasSize(1);
    }

    @Test
    void closingTwiceIsSaid() {
        saysWhatWasCalled("close", channel::close);
    }

    @Test
    void aDeskClosesItOnceHoweverOftenItIsClosed() {
        FakeChannel other = FakeChannel.named("other");
        Helpdesk desk = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(DeskExtension.MARIA)
                .channel(other)
                .build();
        desk.close();
        desk.close();

        assertThatThrownBy(other::close).hasMessageEndingWith("[close]");
    }

    @Test
    void whatWasSentCanStillBeRead() {
        assertThat(channel.sent()).containsExactly(sent);
        assertThat(sent.automatic()).isTrue();
    }

    @Test
    void askingForWhatWasNotSentShowsTheCallsSoFar() {
        FakeChannel quiet = FakeChannel.named("quiet");
        quiet.poll(INBOX);

        assertThatThrownBy(quiet::lastSent)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Nothing was sent")
                .hasMessageContaining("[poll]");
    }

    @Test
    void anAttemptThatFailedIsNotAmongTheSent() {
        FakeChannel down = FakeChannel.named("down").goDown(Kind.UNREACHABLE);

        assertThat(down.send(sent, NO_FILES).toString()).contains("Failed");
        assertThat(down.sent()).isEmpty();
        assertThat(down.comeBack().send(sent, NO_FILES).toString()).contains("Sent");
        assertThat(down.sent()).hasSize(1);
    }
}
