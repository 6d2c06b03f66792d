package dev.heed.jdbc.tx;

import static dev.heed.jdbc.tx.ShopWithDesk.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heed.Helpdesk;
import dev.heed.error.StoreException;
import dev.heed.jdbc.tx.ShopWithDesk.Rows;
import dev.heed.message.Attachment;
import dev.heed.message.AttachmentSource;
import dev.heed.message.ChannelId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What each {@link dev.heed.jdbc.TxGateway} has to keep to: the row of the shop and what the desk writes are there together or
 * not at all, however the shop begins its transactions. Whoever implements one extends this with a {@link Caller} that begins
 * transactions in that way.
 */
@Timeout(120)
public abstract class GatewayContract extends ListenersInTransactions {
    /** The shop itself is out of order. */
    private static final class OutOfOrder extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whatTheShopCommitsIsThereWithWhatTheDeskWrote() throws Exception {
        caller.commit(connection -> {
            orderAndTalk(connection, "A-1");

            assertThat(shop.rows(ticket)).as("what others see").isEqualTo(before);
        });

        assertAllIsThere();
        shop.desk.runDue();
        assertThat(shop.mail.lastSent().content().text()).contains("It left this morning.");
    }

    @Test
    void nothingIsThereAfterARollback() throws Exception {
        caller.rollBack(connection -> orderAndTalk(connection, "A-1"));

        assertNothingIsThere();
    }

    /** What was read before the rollback must not come back, although the new state has the same version. */
    @Test
    void afterARollbackTheTicketGoesOnAsIfNothingHadBeen() throws Exception {
        caller.rollBack(connection -> {
            shop.customer(ticket).write(ticket, "This is never said.");
            assertThat(shop.words(ticket)).contains("This is never said.");
        });

        shop.customer(ticket).write(ticket, "This is said.");

        assertThat(shop.words(ticket)).contains("This is said.").doesNotContain("This is never said.");
    }

    @Test
    void nothingIsThereIfTheTransactionWasMarkedForRollback() throws Exception {
        caller.commitThoughDoomed(connection -> {
            shop.customer(ticket).write(ticket, "Before the mark.");
            caller.doom();
            orderAndTalk(connection, "A-1");
        });

        assertNothingIsThere();
    }

    @Test
    void whatTheDatabaseRefusesAtTheCommitIsNotThereAndNobodyHearsOfIt() throws Exception {
        boolean looksAtTheEnd = caller.where().isPostgres();
        if (!looksAtTheEnd) {
            caller.refuseTheNextCommit();
        }

        Throwable thrown = catchThrowable(() -> caller.commit(connection -> {
            orderAndTalk(connection, "A-1");
            if (looksAtTheEnd) {
                shop.order(connection, "A-1");
            }
        }));

        assertThat(thrown).isNotNull();
        assertNothingIsThere();
        shop.customer(ticket).write(ticket, "This is said.");
        assertThat(shop.words(ticket)).contains("This is said.").noneMatch(words -> words.contains("A-1"));
    }

    @Test
    void outsideOfATransactionTheDeskBeginsItsOwn() throws Exception {
        shop.talk(ticket, "Nobody has begun anything.");

        assertThat(shop.store.isJoined()).isFalse();
        assertThat(shop.rows(ticket).outgoing()).isEqualTo(before.outgoing() + 1);
        assertThat(shop.heardWords()).containsExactly("Nobody has begun anything.");
    }

    @Test
    void whatWasWrittenIsReadInTheTransactionAndNowhereElseBeforeItsEnd() throws Exception {
        caller.commit(connection -> {
            shop.customer(ticket).write(ticket, "Not yet.");

            assertThat(shop.words(ticket)).contains("Not yet.");
            assertThat(CompletableFuture.supplyAsync(() -> shop.words(ticket)).get())
                    .doesNotContain("Not yet.");
            assertThat(shop.words(ticket)).contains("Not yet.");
        });

        assertThat(shop.words(ticket)).contains("Not yet.");
    }

    @Test
    void twoDesksWriteInOneTransaction() throws Exception {
        FakeChannel mail = FakeChannel.named("email");
        try (Helpdesk second = shop.deskOn(caller.database().store("second"), mail)) {
            mail.receive("eva@example.com", "Where is mine?");
            second.runDue();
            TicketId hers = second.as(MARIA).queue(1).get(0).id();

            caller.rollBack(connection -> {
                orderAndTalk(connection, "A-1");
                second.as(MARIA).notes().add(hers, "Of this nothing stays.");
                assertThat(second.as(MARIA).getTicket(hers).notes()).hasSize(1);
            });
            assertNothingIsThere();
            assertThat(second.as(MARIA).getTicket(hers).notes()).isEmpty();

            caller.commit(connection -> {
                orderAndTalk(connection, "A-1");
                second.as(MARIA).notes().add(hers, "This stays.");
            });
            assertAllIsThere();
            assertThat(second.as(MARIA).getTicket(hers).notes()).hasSize(1);
        }
    }

    @Test
    void anExceptionBehindTheWriteOfTheDeskUndoesAll() throws Exception {
        assertThatThrownBy(() -> caller.commit(connection -> {
                    orderAndTalk(connection, "A-1");
                    throw new OutOfOrder();
                }))
                .isInstanceOf(OutOfOrder.class);

        assertNothingIsThere();
    }

    @Test
    void aTransactionWithinStaysWhenTheOuterOneIsRolledBack() throws Exception {
        TicketId other = shop.ticketOf("ben@example.com");
        Rows otherBefore = shop.rows(other);
        before = shop.rows(ticket);

        caller.rollBack(connection -> {
            shop.order(connection, "A-1");
            shop.talk(other, "Of this nothing stays.");
            caller.commitWithin(within -> orderAndTalk(within, "A-2"));
            shop.customer(other).write(other, "Of this neither.");
        });

        assertAllIsThere();
        assertThat(shop.rows(other).version()).isEqualTo(otherBefore.version());
        assertThat(shop.heardWords()).containsExactly("It has not come, for order A-2");
    }

    @Test
    void aCommitWhoseAnswerIsLostIsThereAsAWhole() throws Exception {
        caller.loseTheAnswerToTheNextCommit();

        Throwable thrown = catchThrowable(() -> caller.commit(connection -> orderAndTalk(connection, "A-1")));

        assertThat(thrown).isNotNull();
        assertAllIsThere();
    }

    @Test
    void theConnectionStaysAsItWas() throws Exception {
        List<String> states = new ArrayList<>();
        caller.commit(connection -> {
            states.add(Caller.stateOf(connection));
            orderAndTalk(connection, "A-1");
            states.add(Caller.stateOf(connection));
        });

        assertThat(states.get(1)).isEqualTo(states.get(0));
        assertAllIsThere();
    }

    @Test
    void theDeskNeitherEndsNorChangesNorClosesWhatIsNotItsOwn() throws Exception {
        caller.commit(connection -> {
            caller.connections().forbidEnding();
            int taken = caller.connections().taken();
            orderAndTalk(connection, "A-1");
            if (caller.sharesTheConnection()) {
                assertThat(caller.connections().taken()).isEqualTo(taken);
            }
            caller.connections().allowEnding();
        });

        assertAllIsThere();
    }

    @Test
    void aConflictLeavesTheTransactionOfTheShopUsable() throws Exception {
        Ticket outdated = shop.store.findTicket(ticket).orElseThrow();
        List<TicketEvent> events = shop.store.history(ticket).subList(0, 1);

        caller.commit(connection -> {
            UnitOfWork unit = UnitOfWork.builder()
                    .reference(ChannelId.of("email"), "<refused@example.com>", ticket)
                    .change(outdated, events, outdated.version() + 7, Optional.empty())
                    .build();
            assertThat(shop.store.commit(unit)).isEqualTo(CommitResult.CONFLICT);
            orderAndTalk(connection, "A-1");
        });

        assertAllIsThere();
        assertThat(shop.store.findByReference(ChannelId.of("email"), "<refused@example.com>"))
                .isEmpty();
    }

    @Test
    void aDuplicateLeavesTheTransactionOfTheShopUsable() throws Exception {
        InboundKey key = new InboundKey(ChannelId.of("email"), "known");
        UnitOfWork.Builder known = UnitOfWork.builder().inbound(key, ticket);
        assertThat(shop.store.commit(known.build())).isEqualTo(CommitResult.COMMITTED);

        caller.commit(connection -> {
            UnitOfWork unit = known.reference(ChannelId.of("email"), "<refused@example.com>", ticket)
                    .build();
            assertThat(shop.store.commit(unit)).isEqualTo(CommitResult.DUPLICATE);
            assertThat(shop.store.commit(unit)).isEqualTo(CommitResult.DUPLICATE);
            orderAndTalk(connection, "A-1");
        });

        assertAllIsThere();
        assertThat(shop.store.findByReference(ChannelId.of("email"), "<refused@example.com>"))
                .isEmpty();
    }

    @Test
    void ofAUnitThatFailsNothingStaysEvenIfTheShopCommits() throws Exception {
        caller.commit(connection -> {
            shop.order(connection, "A-1");
            shop.desk.as(MARIA).getTicket(ticket);
            caller.connections().failOn("insert into heed_outbox");
            assertThatThrownBy(() -> shop.desk.as(MARIA).reply(ticket, "It left this morning."))
                    .isInstanceOf(StoreException.class);
            caller.connections().failOn("");
        });

        assertThat(shop.rows(ticket))
                .isEqualTo(new Rows(
                        before.orders() + 1, before.version(), before.events(), before.wake(), before.outgoing()));
    }

    @Test
    void aWorkerClaimsOnAConnectionOfItsOwnAndKeepsItsClaim() throws Exception {
        shop.reply(ticket);
        TicketId other = shop.ticketOf("ben@example.com");
        shop.reply(ticket);
        List<OutboxEntry> claimed = new ArrayList<>();

        caller.rollBack(connection -> {
            shop.talk(other, "This waits for the commit.");
            int taken = caller.connections().taken();
            claimed.addAll(shop.store.claimOutbox(shop.clock.instant(), Duration.ofMinutes(5), 10));
            assertThat(caller.connections().taken()).isGreaterThan(taken);
        });

        assertThat(claimed).extracting(OutboxEntry::ticket).containsExactly(ticket);
        assertThat(shop.store.claimOutbox(shop.clock.instant(), Duration.ofMinutes(5), 10))
                .as("what is leased stays leased")
                .isEmpty();
    }

    @Test
    void noRoundIsWorkedInATransactionOfTheShop() throws Exception {
        caller.rollBack(connection -> {
            shop.talk(ticket, "Not yet.");
            assertThatThrownBy(() -> shop.desk.runDue()).isInstanceOf(IllegalStateException.class);
        });

        assertNothingIsThere();
    }

    @Test
    void aRoundDuringTheTransactionDoesNotSweepTheFilesThatWereGivenInIt() throws Exception {
        AttachmentSource picture =
                AttachmentSource.of("box.png", "image/png", () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));
        caller.commit(connection -> {
            shop.order(connection, "A-1");
            shop.customer(ticket).write(ticket, "See the box.", List.of(picture));
            CompletableFuture.runAsync(() -> shop.desk.runDue()).get();
        });

        Attachment kept = shop.desk.as(MARIA).getTicket(ticket).messages().stream()
                .flatMap(message -> message.attachments().stream())
                .findFirst()
                .orElseThrow();
        try (InputStream bytes = shop.desk
                .as(MARIA)
                .attachments()
                .getContent(ticket, kept.content().orElseThrow())) {
            assertThat(bytes.readAllBytes()).containsExactly(1, 2, 3);
        }
    }

    /** The other one waits for the row, and must not hold meanwhile what this one needs before it can commit. */
    @Test
    void somebodyWhoWaitsForTheTicketDoesNotKeepTheShopFromCommitting() throws Exception {
        CountDownLatch isWriting = new CountDownLatch(1);
        CompletableFuture<?>[] other = new CompletableFuture<?>[1];
        caller.commit(connection -> {
            orderAndTalk(connection, "A-1");
            Thread me = Thread.currentThread();
            caller.connections().tell(sql -> {
                if (Thread.currentThread() != me && sql.contains("update heed_ticket")) {
                    isWriting.countDown();
                }
            });
            other[0] = CompletableFuture.runAsync(() -> shop.customer(ticket).write(ticket, "Me, too."));
            isWriting.await();
            shop.customer(ticket).write(ticket, "And this.");
        });

        other[0].get();
        assertThat(shop.words(ticket)).contains("And this.", "Me, too.");
    }
}
