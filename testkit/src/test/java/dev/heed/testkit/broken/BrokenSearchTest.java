package dev.heed.testkit.broken;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.SearchWords;
import dev.heed.spi.store.SortBy;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stores that find something else than is looked for, or hand it out in other pages, and the sentences that say so. */
class BrokenSearchTest {
    private static final String SPAM = "withoutAFilterEverythingIsFoundButSpamAndWhatWasErased";
    private static final String TAGS = "tagsAreFoundAllOfThemOrAnyOfThem";
    private static final String STAYS = "whatStaysInItsPlaceIsFoundOnceWhileOthersMove";
    private static final String GOES_ON = "pagesGoOnWhereTheTicketOfTheCursorIsNotFoundAnyMore";
    private static final String ENDED = "aPageGoesOnWhereItEndedAndNotWhereItsLastTicketWent";
    private static final String FORGOTTEN = "whoWasForgottenIsNotFoundByWordsNorByNames";
    private static final String TIMES = "timesAreFoundFromTheFirstInstantOnAndBeforeTheLast";

    @Test
    void lookingAtEachTicketIsEnough() {
        ContractRun.ofStore(NaiveSearch::new).holds();
    }

    /** The contract on a store that finds what this says. */
    private static ContractRun finding(BiPredicate<TicketSearch, Ticket> what) {
        return ContractRun.ofStore(() -> new NaiveSearch() {
            @Override
            boolean matches(TicketSearch search, Ticket ticket) {
                return what.test(search, ticket);
            }
        });
    }

    @Test
    void showingSpamToWhoDoesNotAskForItIsCaught() {
        finding((search, ticket) -> search.toBuilder().withSpam().build().matches(ticket))
                .isCaughtBy(SPAM);
    }

    @Test
    void findingWhatIsDeletedForThoseWhoDoNotAskForItIsCaught() {
        finding((search, ticket) -> search.toBuilder().withDeleted().build().matches(ticket))
                .isCaughtBy("whatIsDeletedIsFoundOnlyByThoseWhoAskForIt");
    }

    @Test
    void takingAnyTagForAllIsCaught() {
        finding((search, ticket) -> search.toBuilder()
                        .tags()
                        .anyTag(Stream.concat(search.allTags().stream(), search.anyTags().stream())
                                .toArray(Tag[]::new))
                        .build()
                        .matches(ticket))
                .isCaughtBy(TAGS);
    }

    @Test
    void comparingReferencesLetterByLetterIsCaught() {
        finding((search, ticket) -> search.matches(ticket)
                        && (search.references().isEmpty() || !disjoint(search.references(), ticket.references())))
                .isCaughtBy("referencesAreFoundWhateverTheirCase");
    }

    private static boolean disjoint(Set<Reference> some, Set<Reference> others) {
        Set<String> spelled = some.stream().map(Reference::id).collect(Collectors.toSet());
        return others.stream().map(Reference::id).noneMatch(spelled::contains);
    }

    @Test
    void findingWordsOfNotesForThoseWhoDoNotLookForThemIsCaught() {
        finding((search, ticket) -> {
                    Set<String> noted = new HashSet<>();
                    ticket.notes().forEach(note -> noted.addAll(SearchWords.of(note.text())));
                    boolean inNotes = !search.words().isEmpty() && noted.containsAll(search.words());
                    return search.matches(ticket) || inNotes;
                })
                .isCaughtBy("wordsOfNotesAreFoundOnlyByWhoLooksForThem");
    }

    @Test
    void findingWhatWasSaidFirstAloneIsCaught() {
        Map<TicketId, Ticket> first = new HashMap<>();
        finding((search, ticket) -> search.words().isEmpty()
                        ? search.matches(ticket)
                        : search.matches(first.computeIfAbsent(ticket.id(), id -> ticket)))
                .isCaughtAtLeastBy("whatIsSaidLaterIsFoundToo");
    }

    @Test
    void findingWhoWasForgottenByWhatWasSaidIsCaught() {
        ContractRun.ofStore(() -> new NaiveSearch() {
                    private final Map<TicketId, Set<String>> said = new HashMap<>();

                    @Override
                    public synchronized CommitResult commit(UnitOfWork unit) {
                        unit.changes()
                                .forEach(change -> change.ticket()
                                        .messages()
                                        .forEach(message -> said.computeIfAbsent(
                                                        change.ticket().id(), id -> new HashSet<>())
                                                .addAll(SearchWords.of(message.text()))));
                        return super.commit(unit);
                    }

                    @Override
                    boolean matches(TicketSearch search, Ticket ticket) {
                        boolean wasSaid = !search.words().isEmpty()
                                && said.getOrDefault(ticket.id(), Set.of()).containsAll(search.words());
                        return search.matches(ticket)
                                || (wasSaid && search.allTags().isEmpty());
                    }
                })
                .isCaughtAtLeastBy(FORGOTTEN);
    }

    @Test
    void includingTheEndOfARangeIsCaught() {
        finding((search, ticket) -> search.matches(ticket)
                        || search.opened()
                                .flatMap(range -> range.until())
                                .filter(until -> ticket.openedAt().equals(until))
                                .isPresent())
                .isCaughtBy(TIMES);
    }

    @Test
    void neverForgettingATagIsCaught() {
        ContractRun.ofStore(() -> new NaiveSearch() {
                    private final Map<TicketId, Set<Tag>> ever = new HashMap<>();

                    @Override
                    public synchronized CommitResult commit(UnitOfWork unit) {
                        unit.changes()
                                .forEach(change -> ever.computeIfAbsent(
                                                change.ticket().id(), id -> new HashSet<>())
                                        .addAll(change.ticket().tags()));
                        return super.commit(unit);
                    }

                    @Override
                    boolean matches(TicketSearch search, Ticket ticket) {
                        return search.toBuilder().tags().build().matches(ticket)
                                && ever.getOrDefault(ticket.id(), Set.of()).containsAll(search.allTags());
                    }
                })
                .isCaughtBy("aTagThatWasTakenOffIsNotFoundAnyMore", FORGOTTEN);
    }

    /** The contract on a store that sorts by another key. */
    private static ContractRun sorting(SortBy order, Comparator<Ticket> otherwise) {
        return ContractRun.ofStore(() -> new NaiveSearch() {
            @Override
            int compare(TicketSearch search, Ticket one, Ticket other) {
                return search.order() == order
                        ? (search.descending() ? otherwise.reversed() : otherwise).compare(one, other)
                        : super.compare(search, one, other);
            }
        });
    }

    @Test
    void sortingByWhatIsFinerThanAMicrosecondIsCaught() {
        sorting(SortBy.OPENED, Comparator.comparing(Ticket::openedAt).thenComparing(Ticket::number))
                .isCaughtBy("whatIsFinerThanAMicrosecondDoesNotCount");
    }

    @Test
    void lettingWhatIsNotDueComeFirstWhenTurnedRoundIsCaught() {
        sorting(
                        SortBy.DUE,
                        Comparator.comparing((Ticket ticket) -> ticket.dueAt().orElse(Instant.MAX))
                                .thenComparing(Ticket::number))
                .isCaughtBy("whatIsNotDueComesLastWhicheverWayRound");
    }

    @Test
    void leavingEqualOnesAsTheyAreWhenTurnedRoundIsCaught() {
        ContractRun.ofStore(() -> new NaiveSearch() {
                    @Override
                    int compare(TicketSearch search, Ticket one, Ticket other) {
                        boolean equal =
                                search.order().key(one, false) == search.order().key(other, false);
                        return equal ? Long.compare(one.number(), other.number()) : super.compare(search, one, other);
                    }
                })
                .isCaughtAtLeastBy("equalOnesComeByTheirNumber");
    }

    @Test
    void givingAPageOfNothingIsCaught() {
        ContractRun.ofStore(() -> new NaiveSearch() {
                    @Override
                    void requireSome(int limit) {}
                })
                .isCaughtBy("aPageOfNothingIsRefused");
    }

    @Test
    void countingTheTicketsThatWerePassedInsteadOfTheirPlaceIsCaught() {
        ContractRun.ofStore(() -> new NaiveSearch() {
                    private final Map<Cursor, Integer> passed = new HashMap<>();

                    @Override
                    public synchronized Page<Ticket> search(TicketSearch search, Optional<Cursor> after, int limit) {
                        requireSome(limit);
                        after.ifPresent(cursor -> cursor.position(search));
                        int from = after.map(cursor -> passed.getOrDefault(cursor, 0))
                                .orElse(0);
                        List<Ticket> found = found(search);
                        List<Ticket> left = found.subList(Math.min(from, found.size()), found.size());
                        List<Ticket> page = left.stream().limit(limit).toList();
                        Optional<Cursor> next = next(page, left, search);
                        next.ifPresent(cursor -> passed.put(cursor, from + page.size()));
                        return new Page<>(page, next);
                    }
                })
                .isCaughtBy(STAYS, GOES_ON, ENDED);
    }

    @Test
    void goingOnBehindATicketWhereverItStandsByNowIsCaught() {
        ContractRun.ofStore(() -> new NaiveSearch() {
                    @Override
                    List<Ticket> behind(List<Ticket> found, TicketSearch search, Optional<Cursor> after) {
                        Optional<Ticket> last = after.flatMap(
                                cursor -> newest(cursor.position(search).number()));
                        return found.stream()
                                .filter(ticket -> last.isEmpty() || search.isBefore(last.get(), ticket))
                                .toList();
                    }
                })
                .isCaughtBy(ENDED);
    }

    @Test
    void takingTheCursorOfAnotherSearchIsCaught() {
        ContractRun.ofStore(() -> new NaiveSearch() {
                    private final Map<Cursor, TicketSearch> whose = new HashMap<>();

                    @Override
                    List<Ticket> behind(List<Ticket> found, TicketSearch search, Optional<Cursor> after) {
                        return after.map(cursor -> found.stream()
                                        .filter(ticket -> isBehind(ticket, whose.getOrDefault(cursor, search), cursor))
                                        .toList())
                                .orElse(found);
                    }

                    @Override
                    Optional<Cursor> next(List<Ticket> page, List<Ticket> left, TicketSearch search) {
                        Optional<Cursor> next = super.next(page, left, search);
                        next.ifPresent(cursor -> whose.put(cursor, search));
                        return next;
                    }
                })
                .isCaughtBy("aCursorIsGoodForItsOwnSearchAlone");
    }

    @Test
    void givingACursorWhereThereIsNoMoreIsCaught() {
        ContractRun.ofStore(() -> new NaiveSearch() {
                    @Override
                    Optional<Cursor> next(List<Ticket> page, List<Ticket> left, TicketSearch search) {
                        return page.isEmpty()
                                ? Optional.empty()
                                : Optional.of(Cursor.behind(page.get(page.size() - 1), search));
                    }
                })
                .isCaughtAtLeastBy("aPageHasAsManyAsWereAskedForAndACursorWhereThereAreMore");
    }

    @Test
    void countingBeyondTheBoundIsCaught() {
        ContractRun.ofStore(() -> new NaiveSearch() {
                    @Override
                    public synchronized int count(TicketSearch search, int upTo) {
                        return found(search).size();
                    }
                })
                .isCaughtBy("ticketsAreCountedUpToABound");
    }
}
