package dev.heed.jdbc.tx;

import dev.heed.CustomerDesk;
import dev.heed.Helpdesk;
import dev.heed.message.Message;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.spi.store.TicketStore;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shop that keeps its orders in the database in which its desk keeps tickets. Ana is the customer, Maria answers. */
public final class ShopWithDesk implements AutoCloseable {
    /** Who answers. */
    public static final Agent MARIA =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();

    private static final String SHOP = "acme";

    /** That of the desk. */
    public final VirtualClock clock = VirtualClock.at("2026-03-02T09:00:00Z");
    /** By which customers write. */
    public final FakeChannel mail = FakeChannel.named("email");
    /** What a listener was told. */
    public final List<TicketEvent> heard = new CopyOnWriteArrayList<>();
    /** The desk, with a channel and a clock for tests. */
    public final Helpdesk desk;

    /** What the desk writes to. */
    public final TicketStore store;

    private final Caller caller;

    /** What stands in the tables, the shop's and Heed's: of the ticket its version, events and next wake-up. */
    public record Rows(long orders, long version, long events, long wake, long outgoing) {}

    /** Makes the tables of both. */
    public ShopWithDesk(Caller caller) throws SQLException {
        this.caller = caller;
        try (Connection connection = caller.where().connect();
                Statement statement = connection.createStatement()) {
            String unique = caller.where().isPostgres() ? "unique deferrable initially deferred" : "primary key";
            statement.execute("create table shop_order (id varchar(40) " + unique + ")");
        }
        caller.database().migrate();
        store = caller.database().store(SHOP);
        desk = deskOn(store, mail).on(TicketEvent.class, heard::add);
    }

    /** Another desk for the same people. */
    public Helpdesk deskOn(TicketStore tickets, FakeChannel channel) {
        return Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(MARIA)
                .channel(channel)
                .clock(clock)
                .store(tickets)
                .build();
    }

    /** A ticket of somebody who wrote by mail; the acknowledgement is sent. */
    public TicketId ticketOf(String address) {
        mail.receive(address, "Where is my parcel?");
        desk.runDue();
        clock.advance(Duration.ofMinutes(5));
        heard.clear();
        return desk.as(MARIA).queue(50).stream()
                .reduce((earlier, later) -> earlier.number() > later.number() ? earlier : later)
                .map(Ticket::id)
                .orElseThrow();
    }

    /** The shop's own row. */
    public void order(Connection connection, String id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into shop_order (id) values (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
    }

    /** The customer writes, and Maria answers: events, a wake-up and an outgoing message. */
    public void talk(TicketId ticket, String words) {
        customer(ticket).write(ticket, words);
        reply(ticket);
    }

    /** Maria answers. */
    public void reply(TicketId ticket) {
        desk.as(MARIA).getTicket(ticket);
        desk.as(MARIA).reply(ticket, "It left this morning.");
    }

    CustomerDesk customer(TicketId ticket) {
        return desk.forCustomer(desk.as(MARIA).getTicket(ticket).customer());
    }

    /** What was said on a ticket, as the desk reads it. */
    public List<String> words(TicketId ticket) {
        return desk.as(MARIA).getTicket(ticket).messages().stream()
                .map(Message::text)
                .toList();
    }

    List<String> heardWords() {
        return heard.stream()
                .filter(MessageReceived.class::isInstance)
                .map(event -> ((MessageReceived) event).message().text())
                .toList();
    }

    /** What others see, on a connection of their own. */
    public Rows rows(TicketId ticket) throws SQLException {
        try (Connection connection = caller.where().connect()) {
            String id = caller.where().literal(ticket.value());
            return new Rows(
                    number(connection, "select count(*) from shop_order"),
                    number(connection, "select version from heed_ticket where id = " + id),
                    number(connection, "select sum(events) from heed_history where ticket = " + id),
                    number(connection, "select wake from heed_ticket where id = " + id),
                    number(connection, "select count(*) from heed_outbox where ticket = " + id));
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    static void savepoint(Connection connection, String what) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(what + " shop_point");
        }
    }

    @Override
    public void close() {
        desk.close();
        caller.close();
    }
}
