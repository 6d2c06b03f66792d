package dev.heed.testkit.broken;

import static dev.heed.testkit.broken.Listing.BY_ID;
import static dev.heed.testkit.broken.Listing.BY_NUMBER;

import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.people.DepartmentId;
import dev.heed.spi.store.TicketQuery.AskedOf;
import dev.heed.ticket.OpenNote;
import dev.heed.ticket.Ticket;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Stores that list other tickets for those of whom something is awaited, and the sentences that say so. */
class BrokenAskedTest {
    private static final String ORDER = "whatIsAwaitedFirstOfSomebodyComesFirstAndThenTheSmallestNumber";

    @Test
    void listingThemByTheirNumberIsCaught() {
        Listing.sorted(AskedOf.class, BY_NUMBER).isCaughtBy(ORDER, "theEarliestThatIsOpenCounts");
    }

    @Test
    void listingThemByTheirIdIsCaught() {
        Listing.sorted(AskedOf.class, BY_ID).isCaughtAtLeastBy(ORDER);
    }

    @Test
    void listingMoreThanWereAskedForIsCaught() {
        Listing.withoutLimit(AskedOf.class).isCaughtBy(ORDER);
    }

    @Test
    void countingWhatIsAwaitedOfOthersIsCaught() {
        Listing.lookingThroughAll(
                        AskedOf.class,
                        (query, all) -> all.stream()
                                .filter(ticket -> asks(ticket, asked(query), BrokenAskedTest::names))
                                .sorted(Comparator.comparing((Ticket ticket) -> ticket.openNotes().stream()
                                                .map(OpenNote::due)
                                                .min(Comparator.naturalOrder())
                                                .orElse(Instant.MAX))
                                        .thenComparing(BY_NUMBER))
                                .toList())
                .isCaughtBy(ORDER);
    }

    @Test
    void takingADepartmentForAPersonOfItsNameIsCaught() {
        Listing.asking(
                        AskedOf.class,
                        query -> asked(query) instanceof AgentId agent
                                        && agent.value().equals("shipping")
                                ? new AskedOf(new DepartmentId("shipping"))
                                : query)
                .isCaughtBy("aDepartmentIsNobodyOfTheSameName");
    }

    @Test
    void forgettingWhoWasAskedTooIsCaught() {
        Listing.lookingThroughAll(
                        AskedOf.class,
                        (query, all) -> inOrder(
                                all,
                                asked(query),
                                (open, one) -> open.asked().get(0).equals(one)))
                .isCaughtAtLeastBy("whoIsAskedTooIsAskedAsMuchAsTheFirst");
    }

    @Test
    void forgettingClosedTicketsIsCaught() {
        Listing.lookingThroughAll(
                        AskedOf.class,
                        (query, all) -> inOrder(
                                all.stream()
                                        .filter(ticket -> ticket.closing().isEmpty())
                                        .toList(),
                                asked(query),
                                BrokenAskedTest::names))
                .isCaughtBy("somethingIsAwaitedOnAClosedTicketToo");
    }

    @Test
    void listingWhatIsDoneIsCaught() {
        Listing.lookingThroughAll(
                        AskedOf.class,
                        (query, all) -> all.stream()
                                .filter(ticket -> !ticket.notes().isEmpty())
                                .sorted(BY_NUMBER)
                                .toList())
                .isCaughtAtLeastBy("whatIsAnsweredAcknowledgedOrWithdrawnIsAwaitedNoMore");
    }

    private static Addressee asked(Object query) {
        return ((AskedOf) query).asked();
    }

    private static boolean names(OpenNote open, Addressee one) {
        return open.asked().contains(one);
    }

    private static boolean asks(Ticket ticket, Addressee one, BiPredicate<OpenNote, Addressee> names) {
        return ticket.openNotes().stream().anyMatch(open -> names.test(open, one));
    }

    private static List<Ticket> inOrder(Collection<Ticket> all, Addressee one, BiPredicate<OpenNote, Addressee> names) {
        return all.stream()
                .filter(ticket -> asks(ticket, one, names))
                .sorted(Comparator.comparing((Ticket ticket) -> ticket.openNotes().stream()
                                .filter(open -> names.test(open, one))
                                .map(OpenNote::due)
                                .min(Comparator.naturalOrder())
                                .orElseThrow())
                        .thenComparing(BY_NUMBER))
                .toList();
    }
}
