package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.error.StoreException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.URLName;
import java.util.Base64;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokenImapTest {

    @RegisterExtension
    final ScriptedImap server = new ScriptedImap();

    private final TakingInbox inbox = new TakingInbox();

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "NOTHING", "NIL"})
    void aMailTheServerDoesNotGiveOutTwiceIsKeptAndStopsNothing(ScriptedImap.Fault fault) {
        server.holds(RawMail.of("one"), RawMail.of("two"), RawMail.of("three")).fault(2, fault);
        EmailChannel channel = channel();

        channel.poll(inbox);
        assertThat(inbox.texts()).containsExactly("one", "three");
        assertThat(inbox.unreadable()).isEmpty();

        channel.poll(inbox);
        channel.poll(inbox);
        assertThat(inbox.texts()).containsExactly("one", "three");
        assertThat(inbox.unreadable()).containsExactly("imap:1:2");
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "NOTHING", "NIL"})
    void aMailTheServerGivesOutAtTheSecondTryIsTaken(ScriptedImap.Fault fault) {
        server.holds(RawMail.of("one"), RawMail.of("two"), RawMail.of("three")).fault(2, fault);
        EmailChannel channel = channel();
        channel.poll(inbox);

        server.mended();
        channel.poll(inbox);
        channel.poll(inbox);

        assertThat(inbox.texts()).containsExactly("one", "three", "two");
        assertThat(inbox.unreadable()).isEmpty();
    }

    @Test
    void whatWasRefusedBeforeTheFolderWasMadeAnewIsForgotten() {
        server.holds(RawMail.of("one"), RawMail.of("two")).fault(2, ScriptedImap.Fault.REFUSED);
        EmailChannel channel = channel();
        channel.poll(inbox);

        server.uidValidity(2);
        channel.poll(inbox);
        assertThat(inbox.unreadable()).isEmpty();

        channel.poll(inbox);
        assertThat(inbox.unreadable()).containsExactly("imap:2:2");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "BUSY", "LIMITED"})
    void aMailIsNotGivenUpWhileTheServerIsOutOfOrderAndDoesNotHoldUpTheOthers(ScriptedImap.Fault fault) {
        server.holds(RawMail.of("one"), RawMail.of("two"), RawMail.of("three")).fault(2, fault);
        EmailChannel channel = channel();

        for (int poll = 0; poll < 4; poll++) {
            assertThatThrownBy(() -> channel.poll(inbox)).isInstanceOf(ChannelUnavailableException.class);
        }
        assertThat(inbox.texts()).containsExactly("one", "three");
        assertThat(inbox.unreadable()).isEmpty();

        server.mended();
        channel.poll(inbox);
        channel.poll(inbox);
        assertThat(inbox.texts()).containsExactly("one", "three", "two");
    }

    @Test
    void aMailThatCouldNotBeStoredAtTheSecondTryComesAgain() {
        server.holds(RawMail.of("one")).fault(1, ScriptedImap.Fault.BUSY);
        EmailChannel channel = channel();
        assertThatThrownBy(() -> channel.poll(inbox)).isInstanceOf(ChannelUnavailableException.class);
        server.mended();
        inbox.before(message -> {
            throw new StoreException("The disk is full.", "Make room.", null);
        });
        assertThatThrownBy(() -> channel.poll(inbox)).isInstanceOf(StoreException.class);

        inbox.before(message -> {});
        channel.poll(inbox);

        assertThat(inbox.texts()).containsExactly("one");
    }

    @Test
    void aFarewellThatFailsDoesNotMakeAPollFail() {
        Store store = new Store(Session.getInstance(new Properties()), new URLName("imap://localhost")) {
            @Override
            public Folder getDefaultFolder() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Folder getFolder(String name) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Folder getFolder(URLName url) {
                throw new UnsupportedOperationException();
            }

            @Override
            public synchronized void close() throws MessagingException {
                throw new MessagingException("gone");
            }
        };

        assertThatCode(() -> ImapMailbox.leave(store)).doesNotThrowAnyException();
    }

    @Test
    void aMailThatIsGoneWhenItIsFetchedIsSkipped() {
        server.holds(RawMail.of("one"), RawMail.of("two")).fault(2, ScriptedImap.Fault.GONE);

        channel().poll(inbox);

        assertThat(inbox.texts()).containsExactly("one");
        assertThat(inbox.unreadable()).isEmpty();
    }

    @Test
    void aServerThatIsOutOfOrderForAWhileIsReportedAndTheMailComesAgain() {
        server.holds(RawMail.of("one"), RawMail.of("two"), RawMail.of("three"))
                .fault(2, ScriptedImap.Fault.UNAVAILABLE);
        EmailChannel channel = channel();

        assertThatThrownBy(() -> channel.poll(inbox))
                .isInstanceOfSatisfying(
                        ChannelUnavailableException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Kind.PROTOCOL));
        server.mended();
        channel.poll(inbox);

        assertThat(inbox.texts()).containsExactly("one", "three", "two");
        assertThat(inbox.unreadable()).isEmpty();
    }

    @Test
    void aMailOfManyBlocksIsPutTogether() {
        byte[] film = new byte[2_500_000];
        new Random(3).nextBytes(film);
        server.holds(RawMail.of("See the film.")
                .with("Content-Type", "multipart/mixed; boundary=B")
                .body("--B\nContent-Type: text/plain\n\nSee the film.\n--B\nContent-Type: video/mp4\n"
                        + "Content-Disposition: attachment; filename=film.mp4\n"
                        + "Content-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(film).replace("\r", "") + "\n--B--"));

        channel().poll(inbox);

        assertThat(inbox.only().attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("film.mp4");
            assertThat(file.mediaType()).isEqualTo("video/mp4");
            assertThat(file.open().readAllBytes()).isEqualTo(film);
        });
        assertThat(server.commands())
                .filteredOn(command -> command.contains("BODY.PEEK"))
                .hasSize(4);
    }

    @Test
    void aConnectionThatBreaksInAMailIsReportedAndTheMailComesAgain() {
        server.holds(RawMail.of("one"), RawMail.of("two")).fault(2, ScriptedImap.Fault.CUT);
        EmailChannel channel = channel();

        assertThatThrownBy(() -> channel.poll(inbox))
                .isInstanceOfSatisfying(
                        ChannelUnavailableException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE));
        server.mended();
        channel.poll(inbox);

        assertThat(inbox.texts()).containsExactly("one", "two");
        assertThat(inbox.unreadable()).isEmpty();
    }

    @Test
    void aChangeOfUidValidityMakesTheFolderBeReadFromItsBeginning() {
        EmailChannel channel = channel();
        server.holds(RawMail.of("one"), RawMail.of("two"));
        channel.poll(inbox);

        server.uidValidity(2).holds(RawMail.of("two"), RawMail.of("new"));
        channel.poll(inbox);

        assertThat(inbox.texts()).containsExactly("one", "two", "two", "new");
        assertThat(inbox.keys().get(1)).isEqualTo(inbox.keys().get(2));
    }

    @Test
    void mailsAreFetchedWithoutMarkingThem() {
        server.holds(RawMail.of("one"));
        inbox.before(message -> assertThat(server.commands())
                .noneMatch(command -> command.contains("STORE"))
                .noneMatch(command -> command.contains("BODY[")));

        channel().poll(inbox);

        assertThat(inbox.texts()).containsExactly("one");
        assertThat(server.commands()).anyMatch(command -> command.contains("STORE 1 +FLAGS (\\Seen)"));
    }

    private EmailChannel channel() {
        return EmailChannel.builder(MailRig.SHOP, server.address().login("u", "p"), server.address())
                .timeout(MailRig.PATIENCE)
                .build();
    }
}
