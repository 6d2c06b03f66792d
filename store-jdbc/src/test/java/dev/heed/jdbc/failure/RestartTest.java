package dev.heed.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.StoreException;
import dev.heed.jdbc.tx.JoinedCaller;
import dev.heed.jdbc.tx.ShopWithDesk;
import dev.heed.jdbc.tx.TestDatabase;
import dev.heed.message.Note;
import dev.heed.ticket.TicketId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL stops as if its machine had failed, between commands and in their middle, and starts again. */
@Timeout(120)
class RestartTest {
    private static final int STOPS = 3;
    private static final int THREADS = 3;
    private static final int BETWEEN = 20;
    private static final int CONNECTIONS = 6;

    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final Set<String> doubtful = new ConcurrentSkipListSet<>();
    private final AtomicBoolean ends = new AtomicBoolean();

    private static JoinedCaller caller(OwnServer server) {
        TestDatabase where = server.database("postgres");
        return new JoinedCaller(where, where.pool(config -> {
            config.setConnectionTimeout(1000);
            config.setMaximumPoolSize(CONNECTIONS);
        }));
    }

    private static void note(ShopWithDesk shop, TicketId ticket, String text) {
        shop.desk.as(ShopWithDesk.MARIA).notes().add(ticket, text);
    }

    private static List<String> notes(ShopWithDesk shop, TicketId ticket) {
        return shop.desk.as(ShopWithDesk.MARIA).getTicket(ticket).notes().stream()
                .map(Note::text)
                .toList();
    }

    @Test
    void betweenTwoCommandsItCostsOneCommandForEachConnectionAtMost(@TempDir Path folder) throws Exception {
        try (OwnServer server = new OwnServer(folder);
                ShopWithDesk shop = new ShopWithDesk(caller(server))) {
            TicketId ticket = shop.ticketOf("ana@example.com");
            server.stopAtOnce();

            assertThatThrownBy(() -> note(shop, ticket, "Nobody is there."))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(StoreException.Kind.UNREACHABLE));

            server.startAgain();
            int refused = 0;
            while (!isWritten(shop, ticket)) {
                refused++;
                assertThat(refused).isLessThanOrEqualTo(CONNECTIONS);
            }
            assertThat(notes(shop, ticket)).containsExactly("It is back.");
        }
    }

    /** A pool may give out once more what has broken a moment ago. */
    private static boolean isWritten(ShopWithDesk shop, TicketId ticket) {
        try {
            note(shop, ticket, "It is back.");
            return true;
        } catch (StoreException e) {
            assertThat(e.kind()).isEqualTo(StoreException.Kind.UNREACHABLE);
            return false;
        }
    }

    @Test
    void ofWhatIsWrittenMeanwhileNothingIsLostAndNothingIsThereTwice(@TempDir Path folder) throws Exception {
        try (OwnServer server = new OwnServer(folder);
                ShopWithDesk shop = new ShopWithDesk(caller(server))) {
            List<TicketId> tickets = new ArrayList<>();
            List<CompletableFuture<Void>> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                tickets.add(shop.ticketOf("customer" + i + "@example.com"));
            }
            for (TicketId ticket : tickets) {
                threads.add(CompletableFuture.runAsync(() -> write(shop, ticket), task -> new Thread(task).start()));
            }
            for (int i = 0; i < STOPS; i++) {
                await(acknowledged.size() + BETWEEN, acknowledged, threads);
                int before = doubtful.size();
                server.stopAtOnce();
                await(before + 1, doubtful, threads);
                server.startAgain();
            }
            await(acknowledged.size() + BETWEEN, acknowledged, threads);
            ends.set(true);
            threads.forEach(CompletableFuture::join);

            List<String> kept = new ArrayList<>();
            for (TicketId ticket : tickets) {
                kept.addAll(notes(shop, ticket));
                assertThat(shop.rows(ticket).events())
                        .isEqualTo(shop.rows(ticket).version());
            }
            Set<String> tried = new HashSet<>(acknowledged);
            tried.addAll(doubtful);
            assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
            assertThat(tried).containsAll(kept);
        }
    }

    private void write(ShopWithDesk shop, TicketId ticket) {
        for (int n = 0; !ends.get(); n++) {
            String text = "Note " + n + " of " + ticket;
            try {
                note(shop, ticket, text);
                acknowledged.add(text);
            } catch (StoreException e) {
                assertThat(e.kind()).as("%s", e.getMessage()).isEqualTo(StoreException.Kind.UNREACHABLE);
                doubtful.add(text);
            }
        }
    }

    /** Whoever has ended so early has failed. */
    private static void await(int size, Set<String> texts, List<CompletableFuture<Void>> threads) {
        while (texts.size() < size) {
            threads.stream().filter(CompletableFuture::isDone).forEach(CompletableFuture::join);
            Thread.onSpinWait();
        }
    }
}
