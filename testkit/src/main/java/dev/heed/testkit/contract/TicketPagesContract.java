package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.MARIA;
import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.SortBy;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketSearchBuilder;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** In which order every store hands out what it finds, and page by page; a part of {@link TicketStoreContract}. */
abstract class TicketPagesContract extends WhatIsPutOffContract {
    TicketPagesContract() {}

    @Nested
    class InOrder {
        /** By number, by opening, by change and by what is due they come in four different orders. */
        private List<Ticket> three() {
            Ticket one = opened(NOON.plusSeconds(20));
            Ticket two = opened(NOON.plusSeconds(10));
            Ticket third = change(opened(NOON.plusSeconds(30)), fixtures.answer(NOON), NOON.plusSeconds(40));
            Ticket second = change(two, StoreFixtures.take(), NOON.plusSeconds(60));
            Ticket first = change(one, StoreFixtures.take(), NOON.plusSeconds(50));
            return List.of(first, second, third);
        }

        private void comesIn(UnaryOperator<TicketSearchBuilder> order, List<Ticket> all, Integer... places) {
            assertThat(found(order))
                    .containsExactlyElementsOf(Stream.of(places).map(all::get).toList());
        }

        @Test
        void ticketsComeByTheirNumber() {
            List<Ticket> all = three();
            comesIn(unsorted -> unsorted, all, 0, 1, 2);
            comesIn(sorted -> sorted.orderBy(SortBy.NUMBER), all, 0, 1, 2);
            comesIn(sorted -> sorted.orderByDescending(SortBy.NUMBER), all, 2, 1, 0);
        }

        @Test
        void ticketsComeByWhenTheyWereOpened() {
            List<Ticket> all = three();
            comesIn(sorted -> sorted.orderBy(SortBy.OPENED), all, 1, 0, 2);
            comesIn(sorted -> sorted.orderByDescending(SortBy.OPENED), all, 2, 0, 1);
        }

        @Test
        void ticketsComeByWhenTheyChanged() {
            List<Ticket> all = three();
            comesIn(sorted -> sorted.orderBy(SortBy.CHANGED), all, 2, 0, 1);
            comesIn(sorted -> sorted.orderByDescending(SortBy.CHANGED), all, 1, 0, 2);
        }

        @Test
        void whatIsNotDueComesLastWhicheverWayRound() {
            List<Ticket> all = new ArrayList<>(three());
            all.add(change(opened(NOON), fixtures.answer(NOON)));

            comesIn(sorted -> sorted.orderBy(SortBy.DUE), all, 1, 0, 2, 3);
            comesIn(sorted -> sorted.orderByDescending(SortBy.DUE), all, 0, 1, 3, 2);
        }

        @Test
        void equalOnesComeByTheirNumber() {
            List<Ticket> same = List.of(opened(NOON), opened(NOON), opened(NOON));
            List<Ticket> backwards = List.of(same.get(2), same.get(1), same.get(0));

            for (SortBy order : SortBy.values()) {
                assertThat(found(all -> all.orderBy(order))).as("by %s", order).containsExactlyElementsOf(same);
                assertThat(found(all -> all.orderByDescending(order)))
                        .as("by %s, descending", order)
                        .containsExactlyElementsOf(backwards);
            }
        }

        @Test
        void whatIsFinerThanAMicrosecondDoesNotCount() {
            Ticket one = opened(NOON.plusNanos(900));
            Ticket other = opened(NOON.plusNanos(100));

            assertThat(found(all -> all.orderBy(SortBy.OPENED))).containsExactly(one, other);
        }
    }

    @Nested
    class Pages {
        private final TicketSearch byChange = search(all -> all.orderBy(SortBy.CHANGED));

        private List<Ticket> some(int howMany) {
            List<Ticket> opened = new ArrayList<>();
            for (int i = 0; i < howMany; i++) {
                opened.add(opened(NOON.plusSeconds(i)));
            }
            return opened;
        }

        private Cursor cursor(Page<Ticket> page) {
            return page.next().orElseThrow();
        }

        @Test
        void aPageHasAsManyAsWereAskedForAndACursorWhereThereAreMore() {
            List<Ticket> all = some(4);
            TicketSearch search = search(every -> every);

            Page<Ticket> first = store.search(search, Optional.empty(), 3);
            assertThat(first.items()).containsExactlyElementsOf(all.subList(0, 3));
            Page<Ticket> second = store.search(search, first.next(), 3);
            assertThat(second.items()).containsExactly(all.get(3));
            assertThat(second.next()).isEmpty();
            assertThat(store.search(search, Optional.empty(), 4).next()).isEmpty();
            assertThat(store.search(search, Optional.empty(), Integer.MAX_VALUE).items())
                    .hasSize(4);
            assertThat(store.search(search(of -> of.owner(MARIA)), Optional.empty(), 1)
                            .items())
                    .isEmpty();
        }

        @Test
        void pagesOfAnySizeAreTheSameInAll() {
            List<Ticket> all = some(7);
            all.set(2, tagged(all.get(2), "vip"));
            all.set(5, tagged(all.get(5), "vip"));

            for (SortBy order : SortBy.values()) {
                TicketSearch search = search(every -> every.orderByDescending(order));
                List<Ticket> whole = walked(search, MANY);
                assertThat(whole).hasSize(7);
                assertThat(walked(search, 1)).isEqualTo(whole);
                assertThat(walked(search, 3)).isEqualTo(whole);
            }
            assertThat(walked(search(of -> of.tags(Tag.of("vip"))), 1)).containsExactly(all.get(2), all.get(5));
        }

        @Test
        void aPageOfNothingIsRefused() {
            some(2);
            for (int limit : List.of(0, -1, Integer.MIN_VALUE)) {
                assertThatThrownBy(() -> store.search(byChange, Optional.empty(), limit))
                        .as("a page of %s", limit)
                        .isInstanceOf(InvalidInputException.class);
            }
        }

        @Test
        void aCursorIsGoodForItsOwnSearchAlone() {
            some(3);
            Cursor cursor = cursor(store.search(byChange, Optional.empty(), 1));

            for (TicketSearch other : List.of(
                    search(all -> all),
                    search(all -> all.orderByDescending(SortBy.CHANGED)),
                    search(all -> all.orderBy(SortBy.CHANGED).status(TicketStatus.NEW)))) {
                assertThatThrownBy(() -> store.search(other, Optional.of(cursor), 1))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("another search");
            }
            assertThat(store.search(search(all -> all.orderBy(SortBy.CHANGED)), Optional.of(cursor), 1)
                            .items())
                    .hasSize(1);
        }

        @Test
        void whatStaysInItsPlaceIsFoundOnceWhileOthersMove() {
            List<Ticket> all = some(6);
            Page<Ticket> first = store.search(byChange, Optional.empty(), 2);
            Ticket moved = change(all.get(0), StoreFixtures.take(), NOON.plusSeconds(100)); // was found, comes again
            Ticket late = opened(NOON.plusSeconds(200));
            opened(NOON.minusSeconds(200)); // stand before the cursor
            opened(NOON.minusSeconds(100));
            Page<Ticket> second = store.search(byChange, first.next(), 2);
            change(all.get(1), StoreFixtures.take(), NOON.plusSeconds(1)); // changes and stays
            Page<Ticket> third = store.search(byChange, second.next(), MANY);

            assertThat(first.items()).containsExactly(all.get(0), all.get(1));
            assertThat(second.items()).containsExactly(all.get(2), all.get(3));
            assertThat(third.items()).containsExactly(all.get(4), all.get(5), moved, late);
        }

        @Test
        void aPageGoesOnWhereItEndedAndNotWhereItsLastTicketWent() {
            List<Ticket> all = some(4);
            Page<Ticket> first = store.search(byChange, Optional.empty(), 2);
            Ticket moved = change(all.get(1), StoreFixtures.take(), NOON.plusSeconds(100));

            assertThat(store.search(byChange, first.next(), MANY).items())
                    .containsExactly(all.get(2), all.get(3), moved);
        }

        @Test
        void pagesGoOnWhereTheTicketOfTheCursorIsNotFoundAnyMore() {
            List<Ticket> all = some(4);
            TicketSearch fresh = search(of -> of.status(TicketStatus.NEW));
            Page<Ticket> first = store.search(fresh, Optional.empty(), 2);
            change(all.get(1), fixtures.answer(NOON));
            change(all.get(2), fixtures.answer(NOON));

            assertThat(store.search(fresh, first.next(), 2).items()).containsExactly(all.get(3));
        }

        @Test
        void byNumberEveryTicketIsFoundOnceWhateverChanges() {
            List<Ticket> all = some(9);
            TicketSearch search = search(every -> every);
            List<Long> numbers = new ArrayList<>();
            Optional<Cursor> cursor = Optional.empty();
            for (int turn = 0; turn < 3; turn++) {
                Page<Ticket> page = store.search(search, cursor, 3);
                page.items().forEach(one -> numbers.add(one.number()));
                cursor = page.next();
                int each = turn;
                all.replaceAll(one -> tagged(one, "turn " + each));
            }

            assertThat(cursor).isEmpty();
            assertThat(numbers).isEqualTo(all.stream().map(Ticket::number).toList());
        }

        @Test
        void ticketsAreCountedUpToABound() {
            some(5);
            TicketSearch search = search(every -> every);

            assertThat(store.count(search, 4)).isEqualTo(4);
            assertThat(store.count(search, 5)).isEqualTo(5);
            assertThat(store.count(search, 6)).isEqualTo(5);
            assertThat(store.count(search, Integer.MAX_VALUE)).isEqualTo(5);
            assertThat(store.count(search(of -> of.owner(MARIA)), 3)).isZero();
        }
    }
}
