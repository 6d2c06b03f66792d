package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.spi.id.IdSource;
import dev.heed.testkit.DeskExtension;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailLoopTest {

    private static final String BETA = "service@beta.example";

    @RegisterExtension
    final MailRig mail = new MailRig().mailbox(BETA, "beta");

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(desk -> desk.channel(mail.channel().build()));

    private Helpdesk beta;

    @BeforeEach
    void open() {
        MailServer imap = MailServer.plain("127.0.0.1", mail.imapPort()).login(BETA, "beta");
        MailServer smtp = MailServer.plain("127.0.0.1", mail.smtpPort()).login(BETA, "beta");
        beta = Helpdesk.builder(Shop.of("Beta", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(Agent.builder("lena", "Lena Roth").employeeId("B-77").build())
                .channel(EmailChannel.builder(BETA, imap, smtp)
                        .timeout(MailRig.PATIENCE)
                        .build())
                .clock(heed.clock())
                .ids(IdSource.version7(new Random(5)))
                .build();
    }

    @AfterEach
    void close() {
        beta.close();
    }

    @Test
    void twoDesksThatAcknowledgeStopAfterOneAutomaticMail() {
        mail.deliver(RawMail.of("Do you have it?").with("From", "Beta <" + BETA + ">"));

        goOn();

        assertThat(automaticMails()).hasSize(1);
        assertThat(mail.received(BETA)).hasSize(1);
        assertThat(mail.received(MailRig.SHOP)).hasSize(1);
    }

    @Test
    void twoDesksStopAfterTwoAutomaticMailsWhenEachHasMailOfTheOther() {
        mail.deliver(RawMail.of("Do you have it?").with("From", "Beta <" + BETA + ">"));
        mail.deliver(
                BETA, RawMail.of("Do you have it?").with("From", MailRig.SHOP).bytes());

        goOn();

        assertThat(automaticMails()).hasSize(2);
    }

    @Test
    void aProgramThatDoesNotSayThatItIsOneGetsThreeAcknowledgementsADay() {
        for (int i = 0; i < 6; i++) {
            mail.deliver(RawMail.of("Your request " + i + " was received.").with("From", BETA));
            heed.run();
            heed.clock().advance(Duration.ofMinutes(1));
        }

        assertThat(mail.received(BETA)).hasSize(3);
        assertThat(heed.tickets()).hasSize(6);

        heed.clock().advance(Duration.ofDays(1));
        mail.deliver(RawMail.of("Your request of tomorrow was received.").with("From", BETA));
        heed.run();
        assertThat(mail.received(BETA)).hasSize(4);
    }

    private void goOn() {
        for (int round = 0; round < 4; round++) {
            heed.run();
            beta.runDue();
            heed.clock().advance(Duration.ofMinutes(10));
        }
    }

    private List<ReceivedMail> automaticMails() {
        return Stream.concat(mail.received(BETA).stream(), mail.received(MailRig.SHOP).stream())
                .filter(received -> !received.headers("Auto-Submitted").isEmpty())
                .toList();
    }
}
