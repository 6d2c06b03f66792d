package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;

import dev.heed.AgentDesk;
import dev.heed.CustomerDesk;
import dev.heed.HelpdeskBuilder;
import dev.heed.error.PracticeCode;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.Why;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happens again and again at a desk with three people, told in few words. Ana is the customer. */
final class Story {
    static final Agent BEN =
            Agent.builder("ben", "Ben Okafor").employeeId("E-2001").build();
    static final Agent OLGA = Agent.builder("olga", "Olga Winter")
            .employeeId("E-0001")
            .shopOwner()
            .build();
    static final String ANA = "ana@example.com";

    private final DeskExtension heed;

    Story(DeskExtension heed) {
        this.heed = heed;
    }

    /** Ben and Olga work here, too. */
    static HelpdeskBuilder withColleagues(HelpdeskBuilder builder) {
        return builder.agent(BEN).agent(OLGA);
    }

    /** Ana writes by mail; a ticket is opened. */
    TicketId written(String text) {
        heed.channel().receive(ANA, text);
        run();
        List<Ticket> tickets = heed.tickets();
        return tickets.get(tickets.size() - 1).id();
    }

    CustomerDesk ana() {
        return heed.desk().forCustomer(heed.tickets().get(0).customer());
    }

    AgentDesk ben() {
        return heed.desk().as(BEN);
    }

    AgentDesk olga() {
        return heed.desk().as(OLGA);
    }

    /** The same desk, and whoever is at it answers whatever others write at the same time. */
    static AgentDesk inSpite(AgentDesk desk) {
        return desk.overriding(PracticeCode.STALE_REPLY, "All at once.");
    }

    /** The same desk, and whoever is at it has read the ticket. */
    static AgentDesk reading(AgentDesk desk, TicketId ticket) {
        var unused = desk.findTicket(ticket);
        return desk;
    }

    Ticket ticket(TicketId id) {
        return heed.maria().getTicket(id);
    }

    PromiseState stateOf(TicketId id, Promise promise) {
        return ticket(id).promises().stream()
                .filter(one -> one.id().equals(promise.id()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    Instant in(Duration time) {
        return heed.clock().instant().plus(time);
    }

    /** Maria answers and promises something. */
    Promise promised(TicketId id, PromiseKind kind, Instant due) {
        Ticket after = answered(id, Commitments.none().promise(kind, "what it is about", due));
        List<Promise> promises = after.promises();
        return promises.get(promises.size() - 1);
    }

    Ticket answered(TicketId id, Commitments commitments) {
        ticket(id); // read before it is answered
        Ticket after = Story.reading(heed.maria(), id)
                .reply(id, Reply.text("I look after it.", Signature.of(MARIA)), commitments);
        run();
        return after;
    }

    /** Everything that is due is done. */
    void run() {
        while (!heed.run().idle()) {
            // another round
        }
    }

    void passes(Duration time) {
        heed.clock().advance(time);
        run();
    }

    /** Time passes hour by hour, as it does. */
    void passesSlowly(Duration time) {
        for (long hour = 0; hour < time.toHours(); hour++) {
            passes(Duration.ofHours(1));
        }
    }

    void comes(Instant instant) {
        heed.clock().setTo(instant);
        run();
    }

    void comesBack(OutboundMessage message) {
        heed.channel().bounce(message);
        run();
    }

    void isAway(Agent agent, Agent deputy, Duration time) {
        AgentId away = agent.id();
        heed.desk()
                .backoffice()
                .recordAbsence(new dev.heed.people.Absence(away, deputy.id(), in(Duration.ZERO), in(time)));
    }

    <E extends TicketEvent> List<E> events(Class<E> kind) {
        return heed.events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Why> alarms() {
        return events(Escalated.class).stream().map(Escalated::why).toList();
    }
}
