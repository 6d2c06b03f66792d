package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.RunReport;
import dev.heed.people.Shop;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.VirtualClock;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailRestartTest {

    @RegisterExtension
    final MailRig mail = new MailRig();

    @RegisterExtension
    final ScriptedImap server = new ScriptedImap();

    private final InMemoryTicketStore store = new InMemoryTicketStore();

    @Test
    void aNewDeskOnTheSameStoreTakesNothingTwice() {
        mail.deliver(RawMail.of("one"), RawMail.of("two").without("Message-ID"));
        assertThat(run(mail.channel().build()).received()).isEqualTo(2);
        mail.deliver(RawMail.of("three"));

        RunReport report = run(mail.channel().build());

        assertThat(report.received()).isEqualTo(1);
        assertThat(report.duplicates()).isEqualTo(2);
        assertThat(mail.received(MailRig.ANA)).hasSize(3);
    }

    @Test
    void aMailboxMovedToAnotherServerBringsNothingTwice() {
        EmailChannel channel = EmailChannel.builder(MailRig.SHOP, server.address(), mail.smtp())
                .timeout(MailRig.PATIENCE)
                .build();
        server.holds(RawMail.of("one"), RawMail.of("two"));
        assertThat(run(channel).received()).isEqualTo(2);

        server.uidValidity(2).holds(RawMail.of("two"), RawMail.of("one"), RawMail.of("three"));
        RunReport report = run(channel);

        assertThat(report.received()).isEqualTo(1);
        assertThat(report.duplicates()).isEqualTo(2);
    }

    private RunReport run(EmailChannel channel) {
        try (Helpdesk desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(DeskExtension.MARIA)
                .channel(channel)
                .store(store)
                .clock(VirtualClock.at("2026-03-02T08:00:00Z"))
                .build()) {
            return desk.runDue();
        }
    }
}
