package dev.heed.testkit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.AgentDesk;
import dev.heed.Helpdesk;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.error.LegalHoldException;
import dev.heed.error.NotFoundException;
import dev.heed.message.AttachmentSource;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Department;
import dev.heed.people.DepartmentId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.privacy.ErasureReport;
import dev.heed.privacy.ExportAudience;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.attachment.InMemoryAttachmentStore;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.testkit.log.Recorder;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.CustomField;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** A word that stands wherever a person's words can stand is nowhere once the person is forgotten. */
class CanaryTest {
    private static final Agent MARIA = DeskExtension.MARIA;
    private static final Agent BEN =
            Agent.builder("ben", "Ben Okafor").employeeId("E-2001").build();
    private static final String CANARY = "canary-4711";
    private static final byte[] CANARY_FILE = CANARY.getBytes(StandardCharsets.UTF_8);
    private static final String ADDRESS = "canary-4711@example.com";
    private static final int MANY = 1000;

    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final InMemoryAttachmentStore contents = new InMemoryAttachmentStore();
    private final FakeChannel channel = FakeChannel.named("email");
    private final VirtualClock clock = VirtualClock.at("2026-03-02T09:00:00Z");
    private final Recorder log = Recorder.open();
    private Helpdesk desk;
    private AgentDesk maria;
    private CustomerId id;

    @SuppressWarnings("NullAway.Init") // set before each test
    CanaryTest() {}

    @BeforeEach
    void aPersonIsKnown() {
        desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(MARIA)
                .agent(BEN)
                .department(Department.of("shipping", "Shipping", BEN.id()))
                .channel(channel)
                .clock(clock)
                .store(store)
                .attachments(contents)
                .field(CustomField.text("serial", "Serial number"))
                .build();
        desk.on(TicketEvent.class, event -> {
            if (clock.instant().isAfter(VirtualClock.at("2026-03-03T00:00:00Z").instant())) {
                throw new IllegalStateException("Told later.");
            }
        });
        maria = desk.as(MARIA);
        writesByMail();
        id = store.findCustomer(EmailAddress.of(ADDRESS)).orElseThrow().id();
        worksOn(onlyTicket());
        clock.advance(Duration.ofDays(1));
        channel.goDown(Kind.UNREACHABLE);
        desk.forCustomer(id).write(onlyTicket(), "And again, " + CANARY + "!");
        maria.getTicket(onlyTicket());
        maria.reply(onlyTicket(), "Dear " + CANARY + ", it waits in the outbox.");
        desk.runDue();
        TicketSearch search = TicketSearch.builder()
                .words(CANARY)
                .reference(Reference.order(CANARY))
                .build();
        assertThat(store.count(search, MANY)).isOne(); // from here on there are indexes
    }

    @AfterEach
    void close() {
        desk.close();
        log.close();
    }

    private TicketId onlyTicket() {
        return store.list(new TicketQuery.OfCustomer(id), MANY).get(0).id();
    }

    private void writesByMail() {
        channel.receive(InboundMessage.builder("<1." + CANARY + "@example.com>", "I am " + CANARY + ". It is broken.")
                .sender(EmailAddress.of(ADDRESS))
                .senderName("Canary-4711 Smith")
                .subject("From " + CANARY)
                .html("<p>I am " + CANARY + "</p>")
                .reference("1." + CANARY + "@example.com")
                .attachments(List.of(
                        AttachmentSource.of(CANARY + ".png", "image/png", () -> new ByteArrayInputStream(CANARY_FILE))))
                .remarks(List.of("Cut: " + CANARY))
                .build());
        channel.receiveUnreadable(("From: <" + ADDRESS + ">\r\n\r\nbroken").getBytes(StandardCharsets.UTF_8));
        desk.runDue();
    }

    private static AttachmentSource file(String what) {
        byte[] content = (CANARY + " " + what).getBytes(StandardCharsets.UTF_8);
        return AttachmentSource.of(CANARY + ".txt", "text/plain", () -> new ByteArrayInputStream(content));
    }

    private void worksOn(TicketId ticket) {
        maria.getTicket(ticket);
        maria.reply(
                ticket,
                Reply.text("Dear " + CANARY + ", I ask.", Signature.of(MARIA)).attach(file("of the shop")),
                Commitments.none()
                        .promise(
                                PromiseKind.ACTION,
                                "what " + CANARY + " wants",
                                clock.instant().plus(Duration.ofDays(3))));
        maria.drafts()
                .write(
                        ticket,
                        Reply.text("Dear " + CANARY, Signature.of(MARIA)).attach(file("of a draft")),
                        Commitments.none());
        maria.note(ticket, CANARY + " was friendly.");
        maria.notes()
                .tell(ticket, DepartmentId.of("shipping"), "of " + CANARY, "A card for " + CANARY, "Dear " + CANARY);
        maria.notes().ask(ticket, BEN.id(), clock.instant().plus(Duration.ofHours(9)), "Do you know " + CANARY + "?");
        maria.filing().addTags(ticket, CANARY);
        maria.filing().setField(ticket, "serial", CANARY);
        maria.filing().addReferences(ticket, Reference.order(CANARY));
        maria.classify(ticket, TicketKind.SUGGESTION, CANARY + " suggests it.");
        maria.call(ticket, CallIntake.of("Ms " + CANARY, "+49 30 4711 4711"));
        maria.endCall(
                ticket,
                new CallOutcome.CallbackPromised(
                        "call " + CANARY, clock.instant().plus(Duration.ofDays(2))));
        maria.snoozes()
                .snooze(ticket, clock.instant().plus(Duration.ofHours(2)), OnReply.SURVIVE_REPLY, "Ask " + CANARY);
        var unused = store.commit(UnitOfWork.builder()
                .document(StoredDocument.of("draft", "d-1", ticket.toString(), "{\"text\":\"" + CANARY + "\"}"))
                .build());
    }

    private void theOutsideComesBack() {
        channel.comeBack();
        clock.advance(Duration.ofHours(4));
    }

    private List<String> left() {
        MemoryScan inStore = new MemoryScan(CANARY, Set.of());
        MemoryScan inDesk = new MemoryScan(CANARY, Set.of(FakeChannel.class, InMemoryTicketStore.class));
        List<String> found = new ArrayList<>(inStore.of(store));
        found.addAll(new MemoryScan(CANARY, Set.of()).of(contents));
        found.addAll(inDesk.of(desk));
        assertThat(inStore.objects()).isGreaterThan(100);
        return found;
    }

    @Test
    void beforeThatItIsFoundInFilesAsWell() {
        assertThat(new MemoryScan(CANARY, Set.of()).of(contents)).hasSize(3);
    }

    @Test
    void beforeThatItIsFoundWhereverItWasPut() {
        assertThat(left()).hasSizeGreaterThan(20).anyMatch(path -> path.contains("backlogs"));
    }

    @Test
    void nothingIsLeftOfWhoWasForgotten() {
        ErasureReport report = desk.backoffice().privacy().erase(id, "Asked by mail.");

        assertThat(left()).isEmpty();
        assertThat(report.isComplete()).as("%s", report).isTrue();
        assertThat(report.found()).containsEntry("attachments", 0L);
        assertThat(contents.list(Optional.empty(), MANY)).isEmpty();
        assertThat(report.erased())
                .containsEntry("tickets", 1L)
                .containsEntry("documents", 3L)
                .containsEntry("attachments", 3L)
                .containsEntry("unreadable", 1L);
        assertThat(desk.backoffice().privacy().reports(MANY)).containsExactly(report);
        assertThatThrownBy(() -> desk.forCustomer(id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.backoffice().privacy().erase(id, "Again."))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatHappenedIsStillCounted() {
        Ticket before = maria.getTicket(onlyTicket());
        ErasureReport report = desk.backoffice().privacy().erase(id, "Asked by mail.");

        Ticket after = maria.getTicket(before.id());
        assertThat(after.number()).isEqualTo(before.number());
        assertThat(after.kind()).isEqualTo(before.kind());
        assertThat(after.openedAt()).isEqualTo(before.openedAt());
        assertThat(after.firstAnsweredAt()).isEqualTo(before.firstAnsweredAt());
        assertThat(after.messages()).hasSameSizeAs(before.messages());
        assertThat(after.promises()).hasSameSizeAs(before.promises());
        assertThat(after.customer()).isEqualTo(report.pseudonym());
        assertThat(Ticket.replay(maria.history(after.id()))).isEqualTo(after);
        assertThat(desk.backoffice().exemptedTickets(MANY)).containsExactly(after);
    }

    @Test
    void nothingOfItIsSentAnyMore() {
        int sent = channel.sent().size();
        desk.backoffice().privacy().erase(id, "Asked by mail.");

        channel.comeBack();
        clock.advance(Duration.ofDays(5));
        desk.runDue();

        assertThat(channel.sent()).hasSize(sent);
        assertThat(desk.backoffice().deadLetters()).isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void aMailThatComesAgainIsKnownAndOneThatIsNewBeginsAnew() {
        InboundMessage first = channel.message("I am " + CANARY + ".").build();
        desk.backoffice().privacy().erase(id, "Asked by mail.");
        theOutsideComesBack();

        channel.receive(InboundMessage.builder("<1." + CANARY + "@example.com>", "I am " + CANARY + ". It is broken.")
                .sender(EmailAddress.of(ADDRESS))
                .build());
        assertThat(desk.runDue().duplicates()).isEqualTo(1);
        assertThat(left()).isEmpty();

        channel.receive(first);
        desk.runDue();
        assertThat(store.list(new TicketQuery.Waiting(), MANY)).hasSize(1);
    }

    /** Nor in the trace of what was thrown; while she is known and when she is forgotten, at whatever level. */
    @Test
    void noWordOfHersIsEverLogged() throws IOException {
        export(ExportAudience.SHOP);
        desk.backoffice().privacy().hold(id, "Court order of " + CANARY);
        assertThatThrownBy(() -> desk.backoffice().privacy().erase(id, "Asked by mail."))
                .isInstanceOf(LegalHoldException.class);
        desk.backoffice().privacy().release(id);
        passes(Duration.ofDays(40));
        channel.comeBack();
        passes(Duration.ofDays(2));
        desk.backoffice().privacy().erase(id, "Asked by " + CANARY);
        writesByMail();
        passes(Duration.ofDays(2));

        assertThat(log.lines())
                .extracting(Recorder.Line::level)
                .contains(Level.ERROR, Level.WARN); // of what failed, for one
        assertThat(log.lines())
                .extracting(line -> line.text().toLowerCase(Locale.ROOT))
                .noneMatch(line -> line.contains(CANARY) || line.contains("4711"));
    }

    private void passes(Duration time) {
        for (long hour = 0; hour < time.toHours(); hour += 4) {
            clock.advance(Duration.ofHours(4));
            desk.runDue();
        }
    }

    @Test
    void whatMustBeKeptIsNotErased() {
        desk.backoffice().privacy().hold(id, "Court order 7.");
        List<String> before = left();

        assertThatThrownBy(() -> desk.backoffice().privacy().erase(id, "Asked by mail."))
                .isInstanceOf(LegalHoldException.class)
                .hasMessageNotContaining(CANARY);
        assertThat(left()).hasSameSizeAs(before);

        desk.backoffice().privacy().release(id);
        assertThat(desk.backoffice().privacy().erase(id, "Asked by mail.").isComplete())
                .isTrue();
        assertThat(left()).isEmpty();
    }

    @Test
    void anExportHasEverythingAndForThePersonNoNote() throws IOException {
        String forHer = export(ExportAudience.CUSTOMER);
        String forTheShop = export(ExportAudience.SHOP);

        assertThat(forHer).contains(ADDRESS, "It is broken.", "what " + CANARY + " wants", "Maria Keller");
        assertThat(forHer).doesNotContain("was friendly");
        assertThat(forTheShop).contains("was friendly", "\"type\":\"ticket.opened\"");
        String file = Base64.getEncoder().encodeToString(CANARY_FILE);
        assertThat(forHer).contains("\"content\":\"" + file + "\"");
        assertThat(forTheShop).contains("\"content\":\"" + file + "\"", "\"hash\":\"");
    }

    private String export(ExportAudience audience) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.backoffice().privacy().export(id, audience, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void othersKeepWhatIsTheirs() {
        Customer ben = Customer.builder("ben-1")
                .name("Ben Frei")
                .email("ben@example.com")
                .build();
        desk.backoffice().register(ben);
        theOutsideComesBack();
        channel.receive("ben@example.com", "Where is my parcel?");
        desk.runDue();
        List<Ticket> bens = store.list(new TicketQuery.OfCustomer(ben.id()), MANY);

        desk.backoffice().privacy().erase(id, "Asked by mail.");

        assertThat(store.list(new TicketQuery.OfCustomer(ben.id()), MANY)).isEqualTo(bens);
        assertThat(bens.get(0).messages().get(0).text()).isEqualTo("Where is my parcel?");
        assertThat(store.findCustomer(EmailAddress.of("ben@example.com"))).isPresent();
    }
}
