package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.scenario.Story.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Helpdesk;
import dev.heed.HelpdeskBuilder;
import dev.heed.error.InvalidInputException;
import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Department;
import dev.heed.people.DepartmentId;
import dev.heed.people.Role;
import dev.heed.people.Shop;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.LifecycleEvent.Imported;
import dev.heed.ticket.NoteEvent.AskedToo;
import dev.heed.ticket.NoteEvent.NoteAdded;
import dev.heed.ticket.NoteEvent.NoteReminded;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is awaited of people and departments of whom the desk knows nothing any more, or never did. */
class NotesElsewhereScenarioTest {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final DepartmentId SHIPPING = DepartmentId.of("shipping");

    private final VirtualClock clock = VirtualClock.at("2026-03-02T08:00:00Z");
    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final List<TicketEvent> heard = new ArrayList<>();
    private final FakeChannel channel = FakeChannel.named("fake");
    private final Helpdesk before = builder(store, channel)
            .agent(BEN)
            .department(Department.of("shipping", "Shipping", BEN.id()))
            .build();
    private TicketId ticket;

    private HelpdeskBuilder builder(InMemoryTicketStore on) {
        return builder(on, FakeChannel.named("fake"));
    }

    private HelpdeskBuilder builder(InMemoryTicketStore on, FakeChannel outside) {
        return Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(MARIA)
                .channel(outside)
                .store(on)
                .clock(clock);
    }

    @BeforeEach
    void anaHasWritten() {
        Customer ana = Customer.builder(ANA.value()).email(Story.ANA).build();
        before.backoffice().register(ana);
        channel.receive(Story.ANA, "Where is my parcel?");
        before.runDue();
        ticket = before.as(MARIA).queue(1).get(0).id();
    }

    private void asks(Addressee to) {
        before.as(MARIA).notes().ask(ticket, to, in(Duration.ofDays(3)), "Is there one left?");
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    /** Another desk a day later. */
    private Helpdesk nextDay(Helpdesk desk) {
        desk.on(TicketEvent.class, heard::add);
        clock.advance(Duration.ofDays(1));
        while (!desk.runDue().idle()) {
            // another round
        }
        return desk;
    }

    @Test
    void theResponsibleAgentIsAskedTooWhereWhoWasAskedIsGone() {
        asks(BEN.id());

        Helpdesk desk = nextDay(builder(store).build());

        assertThat(heard).filteredOn(AskedToo.class::isInstance).singleElement().satisfies(event -> {
            assertThat(((AskedToo) event).also()).isEqualTo(MARIA.id());
            assertThat(((AskedToo) event).reason()).contains("ben");
        });
        assertThat(desk.as(MARIA).notes().askedOfMe(5)).hasSize(1);
    }

    @Test
    void theResponsibleAgentIsAskedTooWhereADepartmentIsGone() {
        before.as(MARIA).notes().tell(ticket, SHIPPING, "A-4711", "Add a card.");

        Helpdesk desk = nextDay(builder(store).agent(BEN).build());

        assertThat(desk.as(MARIA).notes().askedOfMe(5)).hasSize(1);
        Ticket after = desk.as(MARIA).notes().acknowledge(ticket, onlyNote(desk).id());
        assertThat(after.openNotes()).isEmpty();
    }

    @Test
    void whoMayNotWriteNotesAnyMoreIsAsGone() {
        asks(BEN.id());
        var auditor = dev.heed.people.Agent.builder("ben", "Ben Okafor")
                .employeeId("E-2001")
                .accessRole(Role.AUDITOR)
                .build();

        Helpdesk desk = nextDay(builder(store).agent(auditor).build());

        assertThat(desk.as(MARIA).notes().askedOfMe(5)).hasSize(1);
        assertThatThrownBy(() -> desk.as(MARIA).notes().ask(ticket, BEN.id(), in(Duration.ofHours(1)), "You?"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("may not write notes");
    }

    @Test
    void whatTheOneWhoIsGoneHasAskedCanBeWithdrawnByAnybody() {
        before.as(BEN).notes().ask(ticket, MARIA.id(), in(Duration.ofDays(3)), "Is it blue?");

        Helpdesk desk = nextDay(builder(store).build());

        Ticket after = desk.as(MARIA).notes().withdraw(ticket, onlyNote(desk).id(), "Ben has left.");
        assertThat(after.openNotes()).isEmpty();
    }

    @Test
    void aClosedTicketIsAskedAboutWithoutChangingHands() {
        before.as(BEN).take(ticket);
        before.as(BEN).getTicket(ticket);
        before.as(BEN).proposeSolution(ticket, "It arrives today.");
        before.forCustomer(ANA).confirmSolved(ticket);
        asks(BEN.id());
        before.runDue();

        nextDay(builder(store).build());

        assertThat(heard).hasOnlyElementsOfType(AskedToo.class).hasSize(1);
        assertThat(heard).noneMatch(OwnerAssigned.class::isInstance);
        assertThat(before.as(MARIA).getTicket(ticket).status()).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void whatIsAwaitedOnAnImportedTicketIsNoticedAndPutToSomebodyWhoIsHere() {
        asks(BEN.id());
        clock.advance(Duration.ofDays(40));
        Helpdesk desk = builder(new InMemoryTicketStore()).build();
        desk.backoffice()
                .register(Customer.builder(ANA.value()).email(Story.ANA).build());

        Ticket imported = desk.backoffice().importTicket(before.as(MARIA).history(ticket));

        assertThat(imported.openAsks())
                .singleElement()
                .satisfies(open -> assertThat(open.reminders()).isEqualTo(1));
        List<TicketEvent> history = desk.as(MARIA).history(ticket);
        int mark = history.indexOf(new Imported(ticket, clock.instant()));
        assertThat(history.subList(mark, history.size())).hasAtLeastOneElementOfType(NoteReminded.class);
        nextDay(desk);
        assertThat(desk.as(MARIA).notes().askedOfMe(5)).hasSize(1);
    }

    @Test
    void anImportWithNotesOfOneNameOrDueInYearsIsRefused() {
        List<TicketEvent> history = before.as(MARIA).history(ticket);
        Note note = Note.of(new NoteId("n-1"), new Author.ByAgent(MARIA.id()), clock.instant(), "Is it blue?");
        Note ask = note.to(new Audience.InternalAsk(AgentId.of("ben"), in(Duration.ofDays(400))));
        Helpdesk desk = builder(new InMemoryTicketStore()).build();
        desk.backoffice()
                .register(Customer.builder(ANA.value()).email(Story.ANA).build());

        assertThatThrownBy(() -> desk.backoffice().importTicket(with(history, note, note)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("two notes n-1");
        assertThatThrownBy(() -> desk.backoffice().importTicket(with(history, ask)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("more than a year");
        assertThat(desk.backoffice().importTicket(with(history, note)).notes()).hasSize(1);
    }

    private List<TicketEvent> with(List<TicketEvent> history, Note... notes) {
        List<TicketEvent> longer = new ArrayList<>(history);
        for (Note note : notes) {
            longer.add(new NoteAdded(ticket, clock.instant(), note));
        }
        return longer;
    }

    private Note onlyNote(Helpdesk desk) {
        return desk.as(MARIA).getTicket(ticket).notes().get(0);
    }
}
