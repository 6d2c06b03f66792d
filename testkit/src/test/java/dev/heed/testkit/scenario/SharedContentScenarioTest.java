package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.message.ContentHash;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Shop;
import dev.heed.privacy.ErasureReport;
import dev.heed.spi.attachment.AttachmentStore;
import dev.heed.spi.attachment.DeleteResult;
import dev.heed.spi.attachment.FileAttachmentStore;
import dev.heed.spi.attachment.InMemoryAttachmentStore;
import dev.heed.spi.attachment.StoredContent;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketQuery;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.testkit.broken.ForwardingAttachments;
import dev.heed.ticket.TicketId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One customer is forgotten while another sends the same file: whatever comes between what, the other one's file is there. */
class SharedContentScenarioTest {
    /** Where contents are kept. */
    enum Kind {
        MEMORY,
        FILES
    }

    private static final CustomerId ANA = CustomerId.of("ana");
    private static final CustomerId BEN = CustomerId.of("ben");
    private static final int ROUNDS = 60;

    @TempDir
    private Path folder;

    private final InMemoryTicketStore tickets = new InMemoryTicketStore();
    private final FakeChannel outside = FakeChannel.named("fake");
    private final Helpdesk front = desk(new InMemoryAttachmentStore(), outside);
    private final GivenFile photo = new GivenFile("photo.png", "the same photo");
    private final List<AutoCloseable> open = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    SharedContentScenarioTest() {}

    /** Lets something else happen in between, once. */
    private static final class Interrupted extends ForwardingAttachments {
        private Runnable afterPut = () -> {};
        private Runnable whileDeleted = () -> {};

        Interrupted(AttachmentStore sound) {
            super(sound);
        }

        @Override
        public StoredContent put(InputStream content, long limit) throws IOException {
            StoredContent stored = super.put(content, limit);
            Runnable once = afterPut;
            afterPut = () -> {};
            once.run();
            return stored;
        }

        @Override
        public DeleteResult delete(ContentHash hash, BooleanSupplier unused) {
            return super.delete(hash, () -> {
                boolean was = unused.getAsBoolean();
                Runnable once = whileDeleted;
                whileDeleted = () -> {};
                once.run();
                return was;
            });
        }
    }

    private AttachmentStore store(Kind kind) {
        return kind == Kind.MEMORY ? new InMemoryAttachmentStore() : FileAttachmentStore.in(folder);
    }

    private Helpdesk desk(AttachmentStore contents) {
        Helpdesk desk = desk(contents, FakeChannel.named("fake"));
        open.add(desk);
        return desk;
    }

    private Helpdesk desk(AttachmentStore contents, FakeChannel channel) {
        return Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(MARIA)
                .channel(channel)
                .clock(VirtualClock.at("2026-03-02T08:00:00Z"))
                .store(tickets)
                .attachments(contents)
                .build();
    }

    @AfterEach
    void close() throws Exception {
        front.close();
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private TicketId written(Helpdesk desk, CustomerId customer) {
        desk.backoffice()
                .register(Customer.builder(customer.value())
                        .email(customer + "@example.com")
                        .build());
        outside.receive(customer + "@example.com", "Hello.");
        front.runDue();
        return tickets.list(new TicketQuery.OfCustomer(customer), 1).get(0).id();
    }

    private void sends(Helpdesk desk, CustomerId customer, TicketId ticket) {
        desk.forCustomer(customer).write(ticket, "See the photo.", List.of(photo.source()));
    }

    private static ErasureReport forgets(Helpdesk desk, CustomerId customer) {
        return desk.backoffice().privacy().erase(customer, "Asked by mail.");
    }

    private void isThere(Helpdesk desk, TicketId ticket) throws IOException {
        assertThat(GivenFile.read(desk.as(MARIA).attachments().getContent(ticket, photo.hash())))
                .isEqualTo(photo.content());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSentWhileItIsDeletedIsThere(Kind kind) throws IOException {
        Interrupted contents = new Interrupted(store(kind));
        Helpdesk desk = desk(contents);
        TicketId anas = written(desk, ANA);
        TicketId bens = written(desk, BEN);
        sends(desk, ANA, anas);
        contents.whileDeleted = () -> sends(desk, BEN, bens);

        ErasureReport report = forgets(desk, ANA);

        assertThat(report.isComplete()).isTrue();
        isThere(desk, bens);
        desk.runDue();
        isThere(desk, bens);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDeletedWhileItIsSentIsThere(Kind kind) throws IOException {
        Interrupted contents = new Interrupted(store(kind));
        Helpdesk desk = desk(contents);
        TicketId anas = written(desk, ANA);
        TicketId bens = written(desk, BEN);
        sends(desk, ANA, anas);
        List<ErasureReport> reports = new ArrayList<>();
        contents.afterPut = () -> {
            reports.add(forgets(desk, ANA));
            desk.runDue();
        };

        sends(desk, BEN, bens);

        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.isComplete()).isTrue());
        isThere(desk, bens);
        desk.runDue();
        isThere(desk, bens);
    }

    @ParameterizedTest
    @EnumSource
    void manyWhoAreForgottenTakeNothingFromManyWhoSend(Kind kind) throws Exception {
        AttachmentStore shared = store(kind);
        Helpdesk here = desk(shared);
        Helpdesk there = desk(kind == Kind.FILES ? store(kind) : shared);
        List<TicketId> bens = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                CustomerId ana = CustomerId.of("ana-" + round);
                CustomerId ben = CustomerId.of("ben-" + round);
                TicketId anas = written(here, ana);
                TicketId his = written(here, ben);
                sends(here, ana, anas);
                Future<?> erasing = threads.submit(() -> forgets(here, ana));
                Future<?> sending = threads.submit(() -> sends(there, ben, his));
                Future<?> sweeping = threads.submit(there::runDue);
                erasing.get();
                sending.get();
                sweeping.get();
                isThere(here, his);
                bens.add(his);
                if (round % 2 == 0) { // the next one begins with nobody who has it
                    for (int one = 0; one <= round; one++) {
                        CustomerId earlier = CustomerId.of("ben-" + one);
                        if (tickets.findCustomer(earlier).isPresent()) {
                            forgets(there, earlier);
                        }
                    }
                    assertThat(shared.list(Optional.empty(), 10)).isEmpty();
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(bens).hasSize(ROUNDS);
    }
}
