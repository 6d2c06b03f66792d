package dev.heed.jdbc.linear;

import dev.heed.hours.BusinessHours;
import dev.heed.jdbc.linear.Operation.What;
import dev.heed.message.Author;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.AgentId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Context;
import dev.heed.ticket.NoteCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Threads on several nodes read few tickets and write notes to them, at random; all that they ask is written down. */
final class RandomHistory {
    private static final Context CONTEXT = new Context(
            Instant.parse("2026-03-02T12:00:00Z"),
            TicketPolicy.builder(BusinessHours.always(ZoneId.of("Europe/Berlin")))
                    .build());

    private static final int LONGEST = 20_000;

    private final List<TicketId> tickets;
    private final AtomicLong clock = new AtomicLong();
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();

    RandomHistory(List<TicketId> tickets) {
        this.tickets = tickets;
    }

    /** Lets some threads work on each store. */
    List<Operation> run(List<TicketStore> nodes, int threadsOfEach, int operationsOfEach, long seed) {
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(nodes.size() * threadsOfEach);
        for (int i = 0; i < nodes.size() * threadsOfEach; i++) {
            TicketStore store = nodes.get(i % nodes.size());
            String name = "thread " + i;
            Random chance = new Random(seed + i);
            threads.add(CompletableFuture.runAsync(
                    () -> {
                        startTogether(all);
                        for (int n = 0; n < operationsOfEach; n++) {
                            act(store, chance, name + ", note " + n);
                        }
                    },
                    task -> new Thread(task).start()));
        }
        threads.forEach(CompletableFuture::join);
        return List.copyOf(operations);
    }

    private static void startTogether(CountDownLatch all) {
        all.countDown();
        try {
            all.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void act(TicketStore store, Random chance, String note) {
        int which = chance.nextInt(tickets.size());
        Ticket ticket = read(store, which);
        if (chance.nextBoolean()) {
            hesitate(chance.nextInt(LONGEST));
            write(store, which, ticket, note);
        }
    }

    /** Others may be quicker. */
    private static void hesitate(int turns) {
        for (int i = 0; i < turns; i++) {
            Thread.onSpinWait();
        }
    }

    private Ticket read(TicketStore store, int which) {
        long asked = clock.incrementAndGet();
        Ticket ticket = store.findTicket(tickets.get(which)).orElseThrow();
        long answered = clock.incrementAndGet();
        operations.add(new Operation(which, What.READ, ticket.version(), "", asked, answered));
        return ticket;
    }

    private void write(TicketStore store, int which, Ticket ticket, String text) {
        Author.ByAgent maria = new Author.ByAgent(new AgentId("maria"));
        Ticket.Step step =
                ticket.decide(new NoteCommand.AddNote(Note.of(new NoteId(text), maria, CONTEXT.now(), text)), CONTEXT);
        UnitOfWork unit = UnitOfWork.builder()
                .change(step.ticket(), step.events(), ticket.version(), Optional.empty())
                .build();
        long asked = clock.incrementAndGet();
        CommitResult result = store.commit(unit);
        long answered = clock.incrementAndGet();
        operations.add(
                result == CommitResult.COMMITTED
                        ? new Operation(which, What.COMMITTED, step.ticket().version(), text, asked, answered)
                        : new Operation(which, What.REFUSED, ticket.version(), "", asked, answered));
    }
}
