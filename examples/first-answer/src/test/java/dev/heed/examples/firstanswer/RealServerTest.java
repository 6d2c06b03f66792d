package dev.heed.examples.firstanswer;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a mail server that was there before. */
class RealServerTest {
    private static final String HOST = "127.0.0.1";
    private static final String SHOP = "help@shop.example";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        InProcessPostOffice.onFreePort(ServerSetup.PROTOCOL_SMTP),
        InProcessPostOffice.onFreePort(ServerSetup.PROTOCOL_IMAP),
        InProcessPostOffice.onFreePort(ServerSetup.PROTOCOL_IMAPS)
    });

    @TempDir
    Path received;

    @BeforeEach
    void start() {
        server.start();
        var unused = server.setUser(SHOP, SHOP, "geheim");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String imap() {
        return imap("geheim", server.getImap().getPort());
    }

    private static String imap(String password, int port) {
        return "imap+plain://help%40shop.example:" + password + "@" + HOST + ":" + port;
    }

    private String smtp() {
        return "smtp+plain://" + HOST + ":" + server.getSmtp().getPort();
    }

    private Run run(String imap, String smtp, String... more) {
        List<String> args = new ArrayList<>(List.of("--imap", imap, "--smtp", smtp));
        args.addAll(List.of(more));
        Run run = Run.of(received, args.toArray(String[]::new));
        assertThat(run.transcript()).doesNotContain("geheim", "\tat ", "Exception");
        return run;
    }

    private void strangerWrites() {
        GreenMailUtil.sendTextEmail(SHOP, "eve@stranger.example", "Private", "For your eyes only", setup());
    }

    private ServerSetup setup() {
        return new ServerSetup(server.getSmtp().getPort(), HOST, ServerSetup.PROTOCOL_SMTP);
    }

    private int mailsFor(String address) {
        try {
            var user = server.getUserManager().getUserByEmail(address);
            return user == null ? 0 : inbox(user).getMessageCount();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MailFolder inbox(com.icegreen.greenmail.user.GreenMailUser user) throws Exception {
        return server.getManagers().getImapHostManager().getInbox(user);
    }

    @Test
    void itIsUsedWhenItsUrlsAreGiven() {
        Run run = run(imap(), smtp());

        assertThat(run.status()).isZero();
        assertThat(run.transcript())
                .contains("Customers write to help@shop.example")
                .contains("the ticket is CLOSED.")
                .contains("No mail was lost.")
                .contains("still in the folder “INBOX”");
    }

    @Test
    void aMailboxThatIsNotEmptyIsRefusedBeforeAnythingIsSentOrMarked() throws Exception {
        strangerWrites();

        Run run = run(imap(), smtp());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.words())
                .contains("is not empty: it holds 1 mail.")
                .contains("nothing was sent")
                .contains("Use a mailbox made for trying")
                .doesNotContain("eve", "Private");
        assertThat(mailsFor(SHOP)).isEqualTo(1);
        assertThat(mailsFor("eve@stranger.example")).isZero();
        assertThat(inbox(server.getUserManager().getUserByEmail(SHOP)).getUnseenCount())
                .isEqualTo(1);
    }

    @Test
    void aSecondRunOnTheSameMailboxIsRefused() {
        assertThat(run(imap(), smtp()).status()).isZero();

        Run second = run(imap(), smtp());

        assertThat(second.status()).isEqualTo(2);
        assertThat(second.words()).contains("it holds 4 mails.");
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        Run run = run(imap() + "/Trying", smtp());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.words()).contains("it has no folder “Trying” for this user. kind PROTOCOL mend Create it");
    }

    @Test
    void mailsThatTheServerTookAndThatNeverArriveAreLost() {
        Run run = run(imap(), smtp(), "--address", "elsewhere@shop.example");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.words())
                .contains("LOST: 3 mails.")
                .contains("never seen in the mailbox (does mail for --address arrive there?): late-parcel.eml")
                .doesNotContain("No mail was lost");
    }

    @Test
    void aWrongPasswordIsToldAsSuch() {
        Run run = run(imap("geheim-nicht", server.getImap().getPort()), smtp());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.words())
                .contains("IMAP server 127.0.0.1:" + server.getImap().getPort() + " (no TLS)")
                .contains("it refuses the user or the password. kind AUTHENTICATION mend Check both in --imap");
    }

    @Test
    void aWrongPasswordForSendingIsToldBeforeAnythingIsSent() {
        String smtp = "smtp+plain://help%40shop.example:geheim-nicht@" + HOST + ":"
                + server.getSmtp().getPort();

        Run run = run(imap(), smtp);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.words()).contains("SMTP server").contains("AUTHENTICATION mend Check both in --smtp");
        assertThat(mailsFor(SHOP)).isZero();
    }

    @Test
    void aPortWhereNobodyListensIsTold() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        Run imapFails = run(imap("geheim", free), smtp());
        Run smtpFails = run(imap(), "smtp+plain://" + HOST + ":" + free);

        assertThat(imapFails.status()).isEqualTo(2);
        assertThat(imapFails.words())
                .contains("nobody listens at this port. kind UNREACHABLE mend Check host and port in --imap");
        assertThat(smtpFails.status()).isEqualTo(2);
        assertThat(smtpFails.words()).contains("UNREACHABLE mend Check host and port in --smtp");
    }

    @Test
    void aHostThatDoesNotExistIsTold() {
        Run run = run("imaps://help%40shop.example:geheim@no-such-host.invalid", smtp());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.words()).contains("no-such-host.invalid:993 (TLS): there is no host of this name.");
    }

    @Test
    void aServerWithoutTlsIsToldApartFromOneWithAStrangeCertificate() {
        int plain = server.getImap().getPort();
        int tls = server.getImaps().getPort();

        Run noTls = run("imaps://help%40shop.example:geheim@" + HOST + ":" + plain, smtp());
        Run noStartTls = run("imap://help%40shop.example:geheim@" + HOST + ":" + plain, smtp());
        Run strange = run("imaps://help%40shop.example:geheim@" + HOST + ":" + tls, smtp());

        assertThat(noTls.status()).isEqualTo(2);
        assertThat(noTls.words()).contains("no TLS comes about at this port. kind TLS mend");
        assertThat(noStartTls.words()).contains("it does not offer STARTTLS. kind TLS mend Use imaps://");
        assertThat(strange.words()).contains("its certificate is not trusted").contains("trustStore");
    }

    @Test
    void aPortOfAnotherProtocolIsTold() {
        Run run = run(imap(), "smtp+plain://" + HOST + ":" + server.getImap().getPort());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.words()).contains("does not answer as such a server does. kind PROTOCOL mend");
    }

    @Test
    void onARealServerTheAnswersToMailsFromFilesGoToOneAddressOnly(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.eml"), "From: ben@people.example\r\nSubject: Hi\r\n\r\nWhere is it?\r\n");

        Run run = run(imap(), smtp(), "--mails", folder.toString(), "--customer", "me@shop.example");

        assertThat(run.status()).isZero();
        assertThat(run.transcript()).contains("All that the shop sent went to me@shop.example.");
        assertThat(mailsFor("ben@people.example")).isZero();
        assertThat(mailsFor("me@shop.example")).isEqualTo(3);
    }
}
