package dev.heed.examples.quickstart;

import dev.heed.Helpdesk;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.Ticket;
import java.time.ZoneId;
import java.util.Locale;

/** From the dependency to the first signed answer in ten lines. */
public final class Quickstart {
    private Quickstart() {}

    /** Runs the snippet. */
    @SuppressWarnings({"CheckReturnValue", "JavaTimeDefaultTimeZone"}) // reads as in the README
    public static void main(String[] args) {
        // tag::quickstart[]
        var shop = Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
        var maria = Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
        var mail = FakeChannel.named("email"); // in production an EmailChannel
        try (Helpdesk desk = Helpdesk.builder(shop).agent(maria).channel(mail).build()) {
            mail.receive("ana@example.com", "Where is my parcel?");
            desk.runDue(); // fetches, opens a ticket, says when an answer comes
            Ticket ticket = desk.as(maria).queue(1).get(0);
            desk.as(maria).reply(ticket.id(), "It left this morning.");
            desk.runDue(); // sends
            System.out.println(mail.lastSent().content().text());
        }
        // end::quickstart[]
    }
}
