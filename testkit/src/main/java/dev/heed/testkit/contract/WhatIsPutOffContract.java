package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.BEN;
import static dev.heed.testkit.contract.StoreFixtures.MARIA;
import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.TicketQuery.AtHand;
import dev.heed.spi.store.TicketQuery.OwnedBy;
import dev.heed.spi.store.TicketQuery.Snoozed;
import dev.heed.spi.store.TicketQuery.Waiting;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.SnoozeCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store hides while it is put off, and finds for those who ask; a part of {@link TicketStoreContract}. */
abstract class WhatIsPutOffContract extends TicketSearchContract {
    WhatIsPutOffContract() {}

    private Ticket putOff(Ticket before, int hours) {
        return change(
                before,
                new SnoozeCommand.PutOff(NOON.plusSeconds(3600L * hours), MARIA, OnReply.SURVIVE_REPLY, "Ask again."));
    }

    private Ticket shown(Ticket before) {
        return change(before, new SnoozeCommand.ShowAgain(MARIA));
    }

    @Nested
    class WhatIsPutOff {
        @Test
        void itIsInNoQueueUntilItIsShownAgain() {
            Ticket waiting = change(opened(NOON), StoreFixtures.take());
            Ticket off = putOff(opened(NOON), 2);

            assertThat(list(new Waiting())).containsExactly(waiting);
            assertThat(list(new AtHand(MARIA))).containsExactly(waiting);
            assertThat(list(new OwnedBy(MARIA))).containsExactlyInAnyOrder(waiting, off);

            Ticket back = shown(off);
            assertThat(list(new Waiting())).containsExactlyInAnyOrder(waiting, back);
            assertThat(list(new AtHand(MARIA))).containsExactlyInAnyOrder(waiting, back);
        }

        @Test
        void whatIsAtHandComesByItsNumberAndIsNobodyElses() {
            List<Ticket> three = List.of(opened(NOON), opened(NOON), opened(NOON));
            Ticket last = change(three.get(2), StoreFixtures.take());
            Ticket off = putOff(three.get(0), 1);
            Ticket second = change(three.get(1), StoreFixtures.take());

            assertThat(list(new AtHand(MARIA))).containsExactly(second, last);
            assertThat(store.list(new AtHand(MARIA), 1)).containsExactly(second);
            Ticket bens = change(off, StoreFixtures.handOver());
            assertThat(list(new AtHand(BEN))).containsExactly(bens);
        }

        @Test
        void whatIsShownAgainFirstComesFirstAndThenTheSmallestNumber() {
            Ticket first = putOff(opened(NOON), 3);
            Ticket second = putOff(opened(NOON), 1);
            Ticket third = putOff(opened(NOON), 3);
            opened(NOON);

            assertThat(list(new Snoozed(Optional.empty()))).containsExactly(second, first, third);
            assertThat(store.list(new Snoozed(Optional.of(MARIA)), 2)).containsExactly(second, first);
            assertThat(list(new Snoozed(Optional.of(BEN)))).isEmpty();

            Ticket later = putOff(second, 4);
            assertThat(list(new Snoozed(Optional.of(MARIA)))).containsExactly(first, third, later);
            shown(first);
            assertThat(list(new Snoozed(Optional.empty()))).containsExactly(third, later);
        }

        @Test
        void itIsFoundOnlyByThoseWhoAskForIt() {
            Ticket off = putOff(tagged(opened(NOON), "vip"), 2);
            Ticket answeredOff = putOff(change(change(opened(NOON), StoreFixtures.take()), fixtures.answer(NOON)), 9);
            Ticket other = tagged(opened(NOON), "vip");

            assertThat(found(all -> all)).containsExactly(other);
            assertThat(found(all -> all.putOff(PutOff.INCLUDED))).containsExactly(off, answeredOff, other);
            assertThat(found(all -> all.putOff(PutOff.ONLY))).containsExactly(off, answeredOff);
            assertThat(found(all -> all.putOff(PutOff.ONLY).status(TicketStatus.PENDING)))
                    .containsExactly(answeredOff);
            assertThat(found(all -> all.putOff(PutOff.INCLUDED).status(TicketStatus.NEW)))
                    .containsExactly(off, other);
            assertThat(found(all -> all.owner(MARIA))).isEmpty();
            assertThat(found(all -> all.owner(MARIA).putOff(PutOff.INCLUDED))).containsExactly(off, answeredOff);
            assertThat(found(all -> all.words("parcel"))).containsExactly(other);

            Ticket back = shown(off);
            assertThat(found(all -> all)).containsExactly(back, other);
            assertThat(found(all -> all.putOff(PutOff.ONLY))).containsExactly(answeredOff);
        }

        @Test
        void whatIsDeletedIsFoundOnlyByThoseWhoAskForIt() {
            Ticket deleted = change(change(opened(NOON), fixtures.answer(NOON)), StoreFixtures.delete());
            Ticket spam = change(change(opened(NOON), StoreFixtures.exempt()), StoreFixtures.delete());
            Ticket other = opened(NOON);

            assertThat(deleted.dueAt()).isEmpty();
            assertThat(found(all -> all)).containsExactly(other);
            assertThat(found(all -> all.withSpam())).containsExactly(other);
            assertThat(found(all -> all.withDeleted())).containsExactly(deleted, spam, other);
            assertThat(found(all -> all.withDeleted().status(TicketStatus.PENDING)))
                    .containsExactly(deleted);
            assertThat(found(all -> all.withDeleted().status(TicketStatus.CLOSED)))
                    .containsExactly(spam);

            Ticket back = change(deleted, StoreFixtures.restore());
            assertThat(found(all -> all)).containsExactly(back, other);
        }

        @Test
        void whatIsClosedIsNotPutOffAnyMore() {
            Ticket closed = change(putOff(opened(NOON), 2), StoreFixtures.exempt());

            assertThat(list(new Snoozed(Optional.empty()))).isEmpty();
            assertThat(found(all -> all.withSpam())).containsExactly(closed);
        }
    }
}
