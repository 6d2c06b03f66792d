package dev.heed.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.ConflictException;
import dev.heed.error.StoreException;
import dev.heed.jdbc.tx.JoinedCaller;
import dev.heed.jdbc.tx.ShopWithDesk;
import dev.heed.jdbc.tx.TestDatabase;
import dev.heed.message.Note;
import dev.heed.ticket.TicketId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pool whose connections are stricter than the database by itself. */
class IsolationTest {
    private static final int THREADS = 4;
    private static final int EACH = 10;

    private enum On {
        POSTGRES,
        MARIA,
        H2
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRES, TRANSACTION_SERIALIZABLE",
        "POSTGRES, TRANSACTION_REPEATABLE_READ",
        "MARIA, TRANSACTION_SERIALIZABLE",
        "MARIA, TRANSACTION_REPEATABLE_READ",
        "H2, TRANSACTION_SERIALIZABLE",
        "H2, TRANSACTION_REPEATABLE_READ"
    })
    void ofManyWhoWriteAtOnceNoneIsLostAndWhoIsRefusedIsToldWhy(On database, String isolation) throws Exception {
        TestDatabase where = switch (database) {
            case POSTGRES -> TestDatabase.postgres();
            case MARIA -> TestDatabase.maria();
            case H2 -> TestDatabase.h2();
        };
        JoinedCaller caller = new JoinedCaller(where, where.pool(config -> config.setTransactionIsolation(isolation)));
        try (ShopWithDesk shop = new ShopWithDesk(caller)) {
            List<TicketId> tickets = List.of(shop.ticketOf("ana@example.com"), shop.ticketOf("ben@example.com"));
            Set<String> acknowledged = new ConcurrentSkipListSet<>();
            AtomicInteger refused = new AtomicInteger();

            writeAtOnce(shop, tickets, acknowledged, refused);

            List<String> kept = notes(shop, tickets);
            assertThat(kept).containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(kept.size() + refused.get()).isEqualTo(THREADS * EACH);
            assertThat(acknowledged).isNotEmpty();
        }
    }

    private static void writeAtOnce(
            ShopWithDesk shop, List<TicketId> tickets, Set<String> acknowledged, AtomicInteger refused) {
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            threads.add(CompletableFuture.runAsync(
                    () -> {
                        for (int n = 0; n < EACH; n++) {
                            String text = "Note " + thread + "/" + n;
                            try {
                                shop.desk
                                        .as(ShopWithDesk.MARIA)
                                        .notes()
                                        .add(tickets.get((thread + n) % tickets.size()), text);
                                acknowledged.add(text);
                            } catch (ConflictException e) {
                                refused.incrementAndGet();
                            } catch (StoreException e) {
                                assertThat(e.kind()).isEqualTo(StoreException.Kind.ROLLED_BACK);
                                refused.incrementAndGet();
                            }
                        }
                    },
                    task -> new Thread(task).start()));
        }
        threads.forEach(CompletableFuture::join);
    }

    private static List<String> notes(ShopWithDesk shop, List<TicketId> tickets) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (TicketId ticket : tickets) {
            shop.desk.as(ShopWithDesk.MARIA).getTicket(ticket).notes().stream()
                    .map(Note::text)
                    .forEach(texts::add);
            assertThat(shop.rows(ticket).events()).isEqualTo(shop.rows(ticket).version());
        }
        return texts;
    }
}
