package dev.heed.jdbc.tx;

import static dev.heed.jdbc.tx.ShopWithDesk.MARIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link GatewayContract} about what listeners hear: what stands, after the commit, in its order. */
public abstract class ListenersInTransactions extends ShopInTransactions {
    @Test
    void goingBackToASavepointUndoesWhatTheDeskWroteSince() throws Exception {
        caller.commit(connection -> {
            ShopWithDesk.savepoint(connection, "savepoint");
            orderAndTalk(connection, "A-1");
            ShopWithDesk.savepoint(connection, "rollback to savepoint");
        });

        assertNothingIsThere();
        shop.customer(ticket).write(ticket, "This is said.");
        assertThat(shop.words(ticket)).contains("This is said.").noneMatch(words -> words.contains("A-1"));
    }

    @Test
    void whatWasWrittenBeforeASavepointStaysWhenTheShopGoesBackToIt() throws Exception {
        caller.commit(connection -> {
            orderAndTalk(connection, "A-1");
            ShopWithDesk.savepoint(connection, "savepoint");
            shop.order(connection, "A-2");
            shop.customer(ticket).write(ticket, "And another one.");
            ShopWithDesk.savepoint(connection, "rollback to savepoint");
        });

        assertAllIsThere();
        assertThat(shop.heardWords()).containsExactly("It has not come, for order A-1");
    }

    @Test
    void whatIsWrittenInThePlaceOfWhatWasUndoneIsHeardOnce() throws Exception {
        caller.commit(connection -> {
            ShopWithDesk.savepoint(connection, "savepoint");
            shop.customer(ticket).write(ticket, "Undone.");
            ShopWithDesk.savepoint(connection, "rollback to savepoint");
            shop.customer(ticket).write(ticket, "Done.");
        });

        assertThat(shop.heardWords()).containsExactly("Done.");
    }

    @Test
    void listenersHearAfterTheCommitAndWriteInTransactionsOfTheirOwn() throws Exception {
        List<Long> versions = new ArrayList<>();
        shop.desk.on(MessageReceived.class, event -> {
            shop.desk.as(MARIA).getTicket(ticket);
            versions.add(shop.desk.as(MARIA).reply(ticket, "I am looking.").version());
        });

        caller.commit(connection -> {
            shop.order(connection, "A-1");
            shop.customer(ticket).write(ticket, "Are you there?");
            assertThat(shop.heard).isEmpty();
        });

        assertThat(shop.heardWords()).containsExactly("Are you there?");
        assertThat(versions).containsExactly(shop.rows(ticket).version());
        assertAllIsThere();
    }

    @Test
    void aListenerThatFailsUndoesNothingAndKeepsNobodyElseFromHearing() throws Exception {
        List<TicketEvent> later = new ArrayList<>();
        shop.desk.on(MessageReceived.class, event -> {
            throw new IllegalStateException("A listener is out of order.");
        });
        shop.desk.on(TicketEvent.class, later::add);

        caller.commit(connection -> orderAndTalk(connection, "A-1"));

        assertAllIsThere();
        assertThat(shop.heardWords()).hasSize(1);
        assertThat(later).isEqualTo(shop.heard);
    }

    @Test
    void listenersHearInTheOrderInWhichItWasWritten() throws Exception {
        List<String> words = IntStream.range(0, 10).mapToObj(i -> "Word " + i).toList();

        caller.commit(connection -> words.forEach(word -> shop.customer(ticket).write(ticket, word)));

        assertThat(shop.heardWords()).isEqualTo(words);
    }
}
