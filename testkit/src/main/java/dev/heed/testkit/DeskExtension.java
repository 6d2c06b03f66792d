package dev.heed.testkit;

import dev.heed.AgentDesk;
import dev.heed.Helpdesk;
import dev.heed.HelpdeskBuilder;
import dev.heed.RunReport;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.spi.id.IdSource;
import dev.heed.spi.id.SecretSource;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test a fresh desk with an in-memory store, a fake channel, a virtual clock that starts on a Monday at nine
 * in Berlin, and the agent Maria Keller. Everything is deterministic. Not thread-safe.
 *
 * <pre>{@code
 * @RegisterExtension
 * final DeskExtension heed = DeskExtension.create();
 * }</pre>
 */
public final class DeskExtension implements BeforeEachCallback, AfterEachCallback {
    /** The agent of the desk. */
    public static final Agent MARIA = Agent.builder("maria", "Maria Keller")
            .role("Order support")
            .directLine("+49 30 1234567")
            .employeeId("E-1017")
            .build();

    private static final Shop SHOP =
            Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH).withDepartment("Billing");
    private static final long SEED = 42;

    private final UnaryOperator<HelpdeskBuilder> customization;
    private final List<TicketEvent> events = new ArrayList<>();
    private @Nullable Helpdesk desk;
    private @Nullable VirtualClock clock;
    private @Nullable FakeChannel channel;
    private @Nullable RecordingGateway gateway;

    private DeskExtension(UnaryOperator<HelpdeskBuilder> customization) {
        this.customization = customization;
    }

    /** A desk with the defaults. */
    public static DeskExtension create() {
        return new DeskExtension(UnaryOperator.identity());
    }

    /** A desk to whose builder something is added. */
    public static DeskExtension with(UnaryOperator<HelpdeskBuilder> customization) {
        return new DeskExtension(customization);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        events.clear();
        clock = VirtualClock.at("2026-03-02T08:00:00Z");
        channel = FakeChannel.named("fake");
        gateway = RecordingGateway.around(channel);
        desk = customization
                .apply(Helpdesk.builder(SHOP)
                        .agent(MARIA)
                        .channel(gateway)
                        .clock(clock)
                        .secrets(secrets())
                        .ids(IdSource.version7(new Random(SEED))))
                .build();
        desk.on(TicketEvent.class, events::add);
    }

    /** The same tokens in each run. */
    private static SecretSource secrets() {
        Random random = new Random(SEED);
        return bytes -> {
            byte[] secret = new byte[bytes];
            random.nextBytes(secret);
            return secret;
        };
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (desk != null) { // not built if the customization threw, and that is what the test shall report
            desk.close();
            desk = null;
        }
    }

    /** The desk of this test. */
    public Helpdesk desk() {
        return Objects.requireNonNull(desk, "the extension is used outside a test");
    }

    /** The desk's time. */
    public VirtualClock clock() {
        return Objects.requireNonNull(clock, "the extension is used outside a test");
    }

    /** The outside of the desk. */
    public FakeChannel channel() {
        return Objects.requireNonNull(channel, "the extension is used outside a test");
    }

    /** What stands between desk and channel. */
    public RecordingGateway gateway() {
        return Objects.requireNonNull(gateway, "the extension is used outside a test");
    }

    /** The desk of Maria Keller. */
    public AgentDesk maria() {
        return desk().as(MARIA);
    }

    /** One round of work. */
    public RunReport run() {
        return desk().runDue();
    }

    /** Everything that has happened, in the order in which listeners were told. */
    public List<TicketEvent> events() {
        return List.copyOf(events);
    }

    /** All tickets, in the order in which they were opened. */
    public List<Ticket> tickets() {
        Set<TicketId> ids = new LinkedHashSet<>();
        events.forEach(event -> ids.add(event.ticket()));
        return ids.stream().map(maria()::getTicket).toList();
    }

    /** The only ticket there is. */
    public Ticket onlyTicket() {
        List<Ticket> tickets = tickets();
        if (tickets.size() != 1) {
            throw new AssertionError("There is not one ticket but: " + tickets);
        }
        return tickets.get(0);
    }
}
