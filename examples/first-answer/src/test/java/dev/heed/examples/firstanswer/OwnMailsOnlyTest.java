package dev.heed.examples.firstanswer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.heed.Helpdesk;
import dev.heed.RunReport;
import dev.heed.email.EmailChannel;
import dev.heed.error.ChannelUnavailableException;
import dev.heed.message.AttachmentContents;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.Receipt;
import dev.heed.spi.channel.SendOutcome;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Others may write to the mailbox while the example runs. */
class OwnMailsOnlyTest {
    private static final String HOST = "127.0.0.1";
    private static final String SHOP = "help@shop.example";
    private static final String CUSTOMER = "ana@customer.example";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        InProcessPostOffice.onFreePort(ServerSetup.PROTOCOL_SMTP),
        InProcessPostOffice.onFreePort(ServerSetup.PROTOCOL_IMAP)
    });
    private final OwnMails own = new OwnMails("run");
    private final Agent maria =
            Agent.builder("maria", "Maria Keller").employeeId("E-1").build();
    private MailUrl imap;
    private MailUrl smtp;

    @BeforeEach
    void start() {
        server.start();
        GreenMailUser unused = server.setUser(SHOP, SHOP, "secret");
        imap = MailUrl.parse(
                MailUrl.Protocol.IMAP,
                "imap+plain://help%40shop.example:secret@" + HOST + ":"
                        + server.getImap().getPort());
        smtp = MailUrl.parse(
                MailUrl.Protocol.SMTP,
                "smtp+plain://" + HOST + ":" + server.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Helpdesk desk() {
        EmailChannel mailbox =
                EmailChannel.builder(SHOP, imap.asServer(), smtp.asServer()).build();
        return Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(maria)
                .channel(new OwnMailsOnly(mailbox, new WatchedFolder(imap, own), own, Optional.empty()))
                .build();
    }

    private void customerWrites() throws Submission.NotDelivered {
        try (Submission submission = new Submission(smtp, CUSTOMER, SHOP)) {
            String mark = own.nextMark();
            submission.handIn(
                    ("From: " + CUSTOMER + "\r\nSubject: Mine\r\n\r\nHello.\r\n").getBytes(StandardCharsets.UTF_8),
                    mark);
            own.handedIn(mark, "mine.eml");
        }
    }

    private void someoneWrites(String from, String text) {
        ServerSetup setup = new ServerSetup(server.getSmtp().getPort(), HOST, ServerSetup.PROTOCOL_SMTP);
        GreenMailUtil.sendTextEmail(SHOP, from, "Hello", text, setup);
    }

    private MailFolder inbox() throws Exception {
        GreenMailUser shop = server.getUserManager().getUserByEmail(SHOP);
        return server.getManagers().getImapHostManager().getInbox(shop);
    }

    @Test
    void aStrangersMailThatComesMeanwhileIsNeitherTakenNorAnsweredNorMarked() throws Exception {
        customerWrites();
        someoneWrites("eve@stranger.example", "Private");

        try (Helpdesk desk = desk()) {
            RunReport report = desk.runDue();

            assertThat(report.received()).isZero();
            assertThat(report.sent()).isZero();
            assertThat(report.unavailable().get(ChannelId.of("email")))
                    .hasMessageContaining("1 mail of somebody else came into the mailbox meanwhile")
                    .hasMessageContaining("that nobody else writes to");
            assertThat(desk.as(maria).queue(9)).isEmpty();
        }
        assertThat(inbox().getUnseenCount()).isEqualTo(2);
        assertThat(server.getUserManager().getUserByEmail("eve@stranger.example"))
                .isNull();
        assertThat(own.notTaken()).containsExactly("mine.eml");
    }

    @Test
    void aForgedMarkDoesNotMakeAMailOurs() throws Exception {
        assertThat(own.isOwn(Optional.of("run.7"))).isFalse();
        assertThat(own.isOwn(Optional.empty())).isFalse();
        customerWrites();
        assertThat(own.isOwn(Optional.of("run.1"))).isTrue();
    }

    @Test
    void anAnswerToAMailOfThisRunIsTakenForABounceComesWhenAnAddressDoesNotExist() throws Exception {
        customerWrites();
        try (Helpdesk desk = desk()) {
            assertThat(desk.runDue().received()).isEqualTo(1);
            String sent = server.getReceivedMessagesForDomain("customer.example")[0].getMessageID();
            someoneWrites("mailer-daemon@customer.example", "It could not be delivered:\r\nMessage-ID: " + sent);

            RunReport report = desk.runDue();

            assertThat(report.unavailable()).isEmpty();
            assertThat(report.received()).isEqualTo(1);
            assertThat(report.sent()).isZero();
        }
        assertThat(own.allTaken()).isTrue();
    }

    @Test
    void whatComesBetweenTheLookAndTheFetchingIsNotLetThrough() throws Exception {
        customerWrites();
        List<String> reached = new ArrayList<>();
        ChannelAdapter hasTwo = new HasTwo();
        OwnMailsOnly gate = new OwnMailsOnly(hasTwo, new WatchedFolder(imap, own), own, Optional.empty());
        Inbox inbox = new Inbox() {
            @Override
            public Receipt receive(InboundMessage message) {
                reached.add(message.text());
                return new Receipt(new dev.heed.ticket.TicketId(new java.util.UUID(0, 1)), Receipt.How.OPENED);
            }

            @Override
            public void keepUnreadable(String externalId, String problem, byte[] raw) {
                reached.add("unreadable");
            }
        };

        assertThatThrownBy(() -> gate.poll(inbox))
                .isInstanceOf(ChannelUnavailableException.class)
                .hasMessageContaining("somebody else");
        assertThat(reached).containsExactly("ours");
    }

    /** A mailbox into which a second mail has come since one looked. */
    private static final class HasTwo implements ChannelAdapter {
        @Override
        public ChannelId id() {
            return ChannelId.of("email");
        }

        @Override
        public Set<Address> ownAddresses() {
            return Set.of();
        }

        @Override
        public void poll(Inbox inbox) {
            for (String text : List.of("ours", "a stranger's")) {
                Receipt unused =
                        inbox.receive(InboundMessage.builder(text, text).build());
            }
        }

        @Override
        public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
            return SendOutcome.sent();
        }
    }
}
