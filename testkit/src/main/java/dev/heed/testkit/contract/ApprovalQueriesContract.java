package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.BEN;
import static dev.heed.testkit.contract.StoreFixtures.MARIA;
import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.spi.store.TicketQuery.AwaitingApproval;
import dev.heed.ticket.ApprovalCommand;
import dev.heed.ticket.ApprovalId;
import dev.heed.ticket.ApprovalSubject;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** On which tickets a second person has something to decide; a part of {@link TicketStoreContract}. */
abstract class ApprovalQueriesContract extends WhoIsAskedContract {
    ApprovalQueriesContract() {}

    private List<Ticket> awaiting() {
        return list(new AwaitingApproval());
    }

    private static TicketCommand ask(String step) {
        return new ApprovalCommand.Request(
                ApprovalSubject.destructiveStep(step), MARIA, "There is no other way.", Optional.empty());
    }

    private static TicketCommand decide(int request) {
        return new ApprovalCommand.Decide(new ApprovalId(request), true, BEN, "It is so.", false);
    }

    @Nested
    class WhatAwaitsApproval {
        @Test
        void whatWasAskedFirstComesFirstAndThenTheSmallestNumber() {
            commitOpening();
            Ticket second = another(customer, 1);
            Ticket third = another(customer, 2);
            another(customer, 3);
            Ticket thirdAsked = change(third, ask("wipe-disk"), NOON.plusSeconds(9));
            Ticket secondAsked = change(second, ask("wipe-disk"), NOON.plusSeconds(5));
            Ticket firstAsked = change(ticket, ask("wipe-disk"), NOON.plusSeconds(9));

            assertThat(awaiting()).containsExactly(secondAsked, firstAsked, thirdAsked);
            assertThat(store.list(new AwaitingApproval(), 2)).containsExactly(secondAsked, firstAsked);
        }

        @Test
        void aTicketIsListedUntilItsLastRequestIsDecided() {
            commitOpening();
            Ticket second = another(customer, 1);
            Ticket both = change(
                    change(ticket, ask("wipe-disk"), NOON.plusSeconds(5)), ask("wipe-phone"), NOON.plusSeconds(9));
            Ticket secondAsked = change(second, ask("wipe-disk"), NOON.plusSeconds(7));
            assertThat(awaiting()).containsExactly(both, secondAsked);

            Ticket once = change(both, decide(1), NOON.plusSeconds(10));
            assertThat(awaiting()).containsExactly(secondAsked, once);

            change(once, decide(2), NOON.plusSeconds(11));
            assertThat(awaiting()).containsExactly(secondAsked);
        }

        @Test
        void whatIsClosedAwaitsNothing() {
            commitOpening();
            Ticket asked = change(ticket, ask("wipe-disk"), NOON.plusSeconds(5));
            Ticket gone = change(asked, StoreFixtures.exempt(), NOON.plusSeconds(6));
            change(gone, fixtures.receive(customer, NOON.plusSeconds(7)), NOON.plusSeconds(7));

            assertThat(awaiting()).isEmpty();
        }
    }
}
