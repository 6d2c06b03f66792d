package dev.heed.benchmarks;

import dev.heed.Helpdesk;
import dev.heed.email.EmailChannel;
import dev.heed.email.MailServer;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import java.time.ZoneId;
import java.util.Locale;

/** Builds a desk with in-memory store and e-mail channel in a fresh process, and prints how long it took. */
final class DeskStart {
    private DeskStart() {}

    public static void main(String[] args) {
        StartClock clock = new StartClock();
        Agent maria =
                Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
        EmailChannel channel = EmailChannel.builder(
                        "support@acme.example",
                        MailServer.tls("mail.acme.example", 993),
                        MailServer.tls("mail.acme.example", 465))
                .build();
        try (Helpdesk desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(maria)
                .channel(channel)
                .build()) {
            clock.print(desk.backoffice().channels().size());
        }
    }
}
