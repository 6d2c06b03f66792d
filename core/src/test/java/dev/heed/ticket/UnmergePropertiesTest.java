package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.HeedException;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds when tickets are unmerged, whatever happened before and since. */
class UnmergePropertiesTest {

    /** What happens to one of the tickets. */
    enum Deed {
        WRITES,
        WRITES_THROUGH_DUPLICATE,
        ANSWERS,
        SOLVES,
        PROMISES,
        KEEPS_AND_APOLOGISES,
        HOLDS,
        DISPUTES,
        DELIVERED,
        DELAYED,
        LOST,
        WAKES,
        CALLED,
        TAKEN,
        PROVIDES,
        PROVIDES_THROUGH_DUPLICATE,
        TAKES_BACK,
        REPHRASES,
        CONFIRMS_PROBLEM,
        CORRECTS_PROBLEM,
        FINDS_CAUSE,
        IS_URGENT,
        IS_ANGRY,
        NOTES,
        ASKS_COLLEAGUE,
        ANSWERS_COLLEAGUE
    }

    record Step(Deed deed, boolean onTarget, int hours) {
        @Override
        public String toString() {
            return deed + (onTarget ? " T" : " D") + " +" + hours + "h";
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(0, 0, 0, 1, 1, 3, 9, 30))
                .as(Step::new)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 3000)
    void mergedAndUnmergedAtOnceBothStandAsTheyStood(@ForAll("steps") List<Step> before) {
        TwoTickets two = new TwoTickets();
        before.forEach(step -> happens(two, step, false));
        wakeBoth(two);
        List<Object> duplicate = TwoTickets.observable(two.duplicate);
        List<Object> target = TwoTickets.observable(two.target);
        int promised = two.target.promises().size();
        List<Promise> targets = two.target.promises();
        if (merges(two)) {
            two.unmerge();
            assertThat(TwoTickets.observable(two.duplicate)).isEqualTo(duplicate);
            assertThat(TwoTickets.observable(two.target)).isEqualTo(target);
            assertThat(TwoTickets.settled(two.target, promised)).isEqualTo(targets);
        }
    }

    @Property(tries = 6000)
    void whateverHappensSinceEachMessageAndEachPromiseIsInOneTicketAndNobodyIsForgotten(
            @ForAll("steps") List<Step> before, @ForAll("steps") List<Step> since) {
        TwoTickets two = new TwoTickets();
        before.forEach(step -> happens(two, step, false));
        wakeBoth(two);
        if (!merges(two)) {
            return;
        }
        since.forEach(step -> happens(two, step, true));
        wakeBoth(two);
        Ticket whole = two.target;
        boolean waited = TwoTickets.waits(two.target);
        Set<Promise> owed = new HashSet<>(withoutIds(two.target));
        Set<MessageId> said = new HashSet<>(ids(two.duplicate));
        said.addAll(ids(two.target));
        two.unmerge();
        List<MessageId> read = new ArrayList<>(ids(two.duplicate));
        two.target.messages().stream()
                .map(Message::id)
                .filter(message -> two.target.movedTo(message).isEmpty())
                .forEach(read::add);
        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(said);
        boolean waits = TwoTickets.waits(two.target) || TwoTickets.waits(two.duplicate);
        boolean inQueue = !Unread.atStake(two.duplicate.state()).isEmpty();
        assertThat(waits || (inQueue && waited)).as("somebody waits").isEqualTo(waited);
        promisesAreConserved(two, owed);
        UnderstandingDeeds.requireNothingStaysThatCameThroughTheDuplicate(two, whole);
        statusesFit(two.duplicate);
        statusesFit(two.target);
        Ticket duplicate = two.duplicate;
        assertThat(duplicate.wakeAt(TicketStory.POLICY).isPresent()).isTrue();
    }

    private static void promisesAreConserved(TwoTickets two, Set<Promise> before) {
        List<Promise> after = new ArrayList<>(withoutIds(two.target));
        after.addAll(withoutIds(two.duplicate));
        for (PromiseKind kind : List.of(PromiseKind.CALLBACK, PromiseKind.FIND_OUT, PromiseKind.ACTION)) {
            assertThat(after.stream().filter(one -> one.kind() == kind).map(UnmergePropertiesTest::what))
                    .as("open promises of kind %s", kind)
                    .containsExactlyInAnyOrderElementsOf(before.stream()
                            .filter(one -> one.kind() == kind)
                            .map(UnmergePropertiesTest::what)
                            .toList());
        }
        assertThat(two.target.openPromises().stream().filter(one -> one.kind() == PromiseKind.REPLY))
                .hasSizeLessThan(2);
        assertThat(two.duplicate.openPromises().stream().filter(one -> one.kind() == PromiseKind.REPLY))
                .hasSizeLessThan(2);
    }

    private static String what(Promise promise) {
        return promise.kind() + " due " + promise.due();
    }

    private static List<Promise> withoutIds(Ticket ticket) {
        return ticket.openPromises();
    }

    private static List<MessageId> ids(Ticket ticket) {
        return ticket.messages().stream().map(Message::id).toList();
    }

    private static void statusesFit(Ticket ticket) {
        if (ticket.status() == TicketStatus.PENDING || ticket.status() == TicketStatus.SOLVED) {
            assertThat(ticket.expected().isPresent() && !ticket.overdue())
                    .as("%s expects an answer", ticket)
                    .isFalse();
        }
        if (ticket.status() == TicketStatus.NEW) {
            assertThat(TwoTickets.waits(ticket)).as("%s is new", ticket).isTrue();
        }
        assertThat(ticket.heldUntil().isPresent()).isEqualTo(ticket.status() == TicketStatus.ON_HOLD);
    }

    private static boolean merges(TwoTickets two) {
        try {
            two.merge();
            return true;
        } catch (HeedException refused) {
            return false; // an open promise, or a call
        }
    }

    private static void wakeBoth(TwoTickets two) {
        two.onTarget(new TimeCommand.Wake(TicketStory.OWNER, false));
        two.onDuplicate(new TimeCommand.Wake(TicketStory.OWNER, false));
    }

    private static void happens(TwoTickets two, Step step, boolean merged) {
        two.after(Duration.ofHours(step.hours));
        if (merged && !step.onTarget && !isAboutLetters(step.deed)) {
            return; // what comes for a duplicate arrives where it goes on
        }
        Ticket ticket = step.onTarget ? two.target : two.duplicate;
        try {
            Optional<TicketCommand> command = command(two, ticket, step.deed, merged);
            command.ifPresent(one -> does(two, step, one, merged));
        } catch (HeedException refused) {
            return; // nothing happens
        }
    }

    private static boolean isAboutLetters(Deed deed) {
        return deed == Deed.DELIVERED || deed == Deed.DELAYED || deed == Deed.LOST;
    }

    /** What becomes of a letter of a duplicate is written down in both. */
    private static void does(TwoTickets two, Step step, TicketCommand command, boolean merged) {
        if (step.onTarget) {
            two.onTarget(command);
            return;
        }
        Ticket before = two.duplicate;
        two.onDuplicate(command);
        if (merged && command instanceof DeliveryCommand.RecordFailure failure) {
            two.onTarget(DeliveryCommand.RecordOwedElsewhere.ofLost(before, failure.message()));
        } else if (merged && command instanceof DeliveryCommand.RecordDelay delay) {
            two.onTarget(DeliveryCommand.RecordOwedElsewhere.ofDelayed(before, delay.message()));
        }
    }

    private static Optional<TicketCommand> command(TwoTickets two, Ticket ticket, Deed deed, boolean merged) {
        Instant later = two.now.plus(Duration.ofHours(40));
        return switch (deed) {
            case WRITES -> Optional.of(two.writes());
            case WRITES_THROUGH_DUPLICATE -> merged ? Optional.of(two.writes(TwoTickets.FIRST)) : Optional.empty();
            case ANSWERS -> Optional.of(two.answers(Commitments.none()));
            case SOLVES -> Optional.of(two.answers(Commitments.none().solve(Resolution.FIXED)));
            case PROMISES ->
                Optional.of(two.answers(Commitments.none().promise(PromiseKind.FIND_OUT, "where it is", later)));
            case KEEPS_AND_APOLOGISES -> Optional.of(two.answers(keepsAll(ticket)));
            case HOLDS -> Optional.of(TicketStory.hold(two.now.plus(Duration.ofHours(2))));
            case DISPUTES ->
                Optional.of(new ConversationCommand.Receive(two.inbound(), TicketStory.expectedFrom(two.now), true));
            case DELIVERED -> ticket.lastAnswer().map(id -> new DeliveryCommand.RecordDelivery(id, Optional.empty()));
            case DELAYED -> ticket.lastAnswer().map(id -> new DeliveryCommand.RecordDelay(id, "busy"));
            case LOST -> ticket.lastAnswer().map(id -> new DeliveryCommand.RecordFailure(id, "mailbox full"));
            case WAKES -> Optional.of(new TimeCommand.Wake(TicketStory.OWNER, false));
            case CALLED ->
                Optional.of(new CallCommand.StartCall(TicketStory.MARIA, CallIntake.numberRefused("Anna")))
                        .filter(any -> ticket.onThePhone().isEmpty())
                        .<TicketCommand>map(start -> start)
                        .or(() -> Optional.of(
                                new CallCommand.EndCall(TicketStory.MARIA, new CallOutcome.Solved(Resolution.FIXED))));
            case PROVIDES,
                    PROVIDES_THROUGH_DUPLICATE,
                    TAKES_BACK,
                    REPHRASES,
                    CONFIRMS_PROBLEM,
                    CORRECTS_PROBLEM,
                    FINDS_CAUSE,
                    IS_URGENT,
                    IS_ANGRY,
                    NOTES,
                    ASKS_COLLEAGUE,
                    ANSWERS_COLLEAGUE -> UnderstandingDeeds.command(two, ticket, deed, merged);
            case TAKEN -> Optional.of(new OwnershipCommand.Take(TicketStory.MARIA, "Is free."));
        };
    }

    private static Commitments keepsAll(Ticket ticket) {
        Commitments commitments = Commitments.none().apologise();
        for (Promise promise : ticket.openPromises()) {
            if (promise.kind() == PromiseKind.FIND_OUT) {
                commitments = commitments.keep(promise.id());
            }
        }
        return commitments;
    }
}
