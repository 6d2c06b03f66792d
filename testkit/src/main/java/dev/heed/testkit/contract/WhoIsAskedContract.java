package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.BEN;
import static dev.heed.testkit.contract.StoreFixtures.MARIA;
import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static dev.heed.testkit.contract.StoreFixtures.SHIPPING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.AgentId;
import dev.heed.people.DepartmentId;
import dev.heed.spi.store.TicketQuery.AskedOf;
import dev.heed.ticket.NoteCommand;
import dev.heed.ticket.Ticket;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which tickets every store lists for those of whom something is awaited; a part of {@link TicketStoreContract}. */
abstract class WhoIsAskedContract extends TicketQueriesContract {
    WhoIsAskedContract() {}

    @Nested
    class OfWhomSomethingIsAwaited {
        @Test
        void whatIsAwaitedFirstOfSomebodyComesFirstAndThenTheSmallestNumber() {
            commitOpening();
            Ticket second = another(customer, 1);
            Ticket third = another(customer, 2);
            Ticket fourth = another(customer, 3);

            Ticket fourthAsked = change(fourth, fixtures.ask(SHIPPING, due(1)));
            Ticket thirdAsked = change(third, fixtures.ask(SHIPPING, due(2)));
            Ticket firstAsked = change(ticket, fixtures.told(due(2)));
            Ticket secondAsked = change(change(second, fixtures.ask(BEN, due(1))), fixtures.ask(SHIPPING, due(3)));

            assertThat(list(new AskedOf(SHIPPING))).containsExactly(fourthAsked, firstAsked, thirdAsked, secondAsked);
            assertThat(store.list(new AskedOf(SHIPPING), 2)).containsExactly(fourthAsked, firstAsked);
            assertThat(list(new AskedOf(BEN))).containsExactly(secondAsked);
            assertThat(list(new AskedOf(MARIA))).isEmpty();
        }

        @Test
        void aDepartmentIsNobodyOfTheSameName() {
            commitOpening();
            Ticket asked = change(ticket, fixtures.ask(SHIPPING, due(1)));

            assertThat(list(new AskedOf(new DepartmentId(SHIPPING.value())))).containsExactly(asked);
            assertThat(list(new AskedOf(new AgentId(SHIPPING.value())))).isEmpty();
        }

        @Test
        void whatIsAnsweredAcknowledgedOrWithdrawnIsAwaitedNoMore() {
            commitOpening();
            NoteCommand.AddNote first = fixtures.ask(BEN, due(1));
            NoteCommand.AddNote second = fixtures.told(due(2));
            NoteCommand.AddNote third = fixtures.ask(BEN, due(3));
            Ticket asked = change(change(change(ticket, first), second), third);
            assertThat(list(new AskedOf(SHIPPING))).containsExactly(asked);

            Ticket answered = change(asked, fixtures.answer(first));
            assertThat(list(new AskedOf(BEN))).containsExactly(answered);
            Ticket done =
                    change(answered, new NoteCommand.Acknowledge(second.note().id(), BEN, true));
            assertThat(list(new AskedOf(SHIPPING))).isEmpty();
            assertThat(list(new AskedOf(BEN))).containsExactly(done);
            change(done, new NoteCommand.Withdraw(third.note().id(), MARIA, false, "It is found."));
            assertThat(list(new AskedOf(BEN))).isEmpty();
        }

        @Test
        void theEarliestThatIsOpenCounts() {
            commitOpening();
            NoteCommand.AddNote first = fixtures.ask(BEN, due(1));
            Ticket twice = change(change(ticket, first), fixtures.ask(BEN, due(3)));
            Ticket once = change(another(customer, 1), fixtures.ask(BEN, due(2)));
            assertThat(list(new AskedOf(BEN))).containsExactly(twice, once);

            Ticket later = change(twice, fixtures.answer(first));
            assertThat(list(new AskedOf(BEN))).containsExactly(once, later);
        }

        @Test
        void whoIsAskedTooIsAskedAsMuchAsTheFirst() {
            commitOpening();
            NoteCommand.AddNote ask = fixtures.ask(BEN, due(1));
            Ticket asked = change(
                    change(ticket, ask), new NoteCommand.AskToo(ask.note().id(), MARIA, "Ben is ill."));

            assertThat(list(new AskedOf(BEN))).containsExactly(asked);
            assertThat(list(new AskedOf(MARIA))).containsExactly(asked);
        }

        @Test
        void somethingIsAwaitedOnAClosedTicketToo() {
            commitOpening();
            Ticket asked = change(ticket, fixtures.ask(BEN, due(1)));
            Ticket closed = change(asked, StoreFixtures.exempt());
            assertThat(list(new AskedOf(BEN))).containsExactly(closed);

            Ticket closedAlready = change(another(customer, 1), StoreFixtures.exempt());
            Ticket askedLater = change(closedAlready, fixtures.ask(BEN, due(2)));
            assertThat(list(new AskedOf(BEN))).containsExactly(closed, askedLater);
        }

        private Instant due(int hours) {
            return NOON.plusSeconds(3600L * hours);
        }
    }
}
