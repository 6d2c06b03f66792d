package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Ticket;
import jakarta.mail.Flags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LargeMailTest {

    private static final int MEGABYTE = 1024 * 1024;

    @RegisterExtension
    final MailRig mail = new MailRig();

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(desk -> desk.channel(mail.channel().build()));

    @Test
    void aMailOf30MegabytesOpensATicketWithItsBeginningAndStopsNothing() {
        mail.deliver(withFile("See my film.", 30 * MEGABYTE), RawMail.of("the next one"));

        assertThat(heed.run().received()).isEqualTo(2);

        Ticket ticket = heed.tickets().get(0);
        assertThat(ticket.messages().get(0).text()).contains("See my film.");
        assertThat(ticket.messages().get(0).attachments()).isEmpty();
        assertThat(ticket.messages().get(0).remarks())
                .anySatisfy(remark -> assertThat(remark).contains("limit is 25600 KB", "flagged"));
        assertThat(heed.tickets().get(1).messages().get(0).text()).contains("the next one");
        assertThat(mail.inbox()).hasSize(2);
        assertThat(mail.inbox().get(0).isSet(Flags.Flag.FLAGGED)).isTrue();
        assertThat(mail.inbox().get(0).isSet(Flags.Flag.SEEN)).isFalse();
        assertThat(mail.inbox().get(1).isSet(Flags.Flag.FLAGGED)).isFalse();
    }

    @Test
    void aLargeMailIsNotTakenTwiceByANewChannel() {
        mail.deliver(withFile("See my film.", 2 * MEGABYTE).without("Message-ID"));
        TakingInbox inbox = new TakingInbox();

        mail.channel().largestMail(MEGABYTE).build().poll(inbox);
        mail.channel().largestMail(MEGABYTE).build().poll(inbox);

        assertThat(inbox.keys()).hasSize(2);
        assertThat(inbox.keys().stream().distinct()).hasSize(1);
    }

    @Test
    void noMoreThanTheLimitIsTakenOfALargeMail() {
        mail.deliver(RawMail.of("many words").body("0123456789abcde\n".repeat(8 * 1024)));
        TakingInbox inbox = new TakingInbox();

        mail.channel().largestMail(64 * 1024).build().poll(inbox);

        assertThat(inbox.only().text().length()).isBetween(32 * 1024, 64 * 1024);
        assertThat(inbox.only().remarks())
                .anySatisfy(remark -> assertThat(remark).contains("limit is 64 KB"));
    }

    @Test
    void aMailJustBelowTheLimitIsTakenWhole() {
        mail.deliver(withFile("A small film.", MEGABYTE / 2));
        TakingInbox inbox = new TakingInbox();

        mail.channel().largestMail(MEGABYTE).build().poll(inbox);

        assertThat(inbox.only().remarks()).isEmpty();
        assertThat(inbox.only().attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.open().readAllBytes()).hasSizeGreaterThan(MEGABYTE / 3));
        assertThat(mail.inbox().get(0).isSet(Flags.Flag.SEEN)).isTrue();
    }

    private static RawMail withFile(String text, int size) {
        String lines = ("QUJD".repeat(19) + "\n").repeat(size / 78);
        return RawMail.of(text)
                .with("Content-Type", "multipart/mixed; boundary=B")
                .body("--B\nContent-Type: text/plain\n\n" + text + "\n--B\nContent-Type: video/mp4\n"
                        + "Content-Disposition: attachment; filename=film.mp4\n"
                        + "Content-Transfer-Encoding: base64\n\n" + lines + "--B--");
    }
}
