package dev.heed.ticket;

import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.LifecycleEvent.KindChanged;
import dev.heed.ticket.ListeningEvent.UnderstandingTakenOver;
import dev.heed.ticket.NoteEvent.NoteTakenOver;
import dev.heed.ticket.OutgoingEvent.SendCancelled;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import dev.heed.ticket.StructureEvent.MessageTakenOver;
import dev.heed.ticket.StructureEvent.Unmerged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The duplicates that go on in a ticket, and who of them, or of its own, waits there. Immutable.
 *
 * @param all each duplicate once, the first one first
 * @param own whether the ticket's own question waits
 * @param settling the duplicate that was absorbed just now, as long as the next events say what is owed for it
 */
record Merges(List<Merge> all, Asker own, @Nullable TicketId settling) {
    static final Merges NONE = new Merges(List.of(), Asker.NOBODY, null);

    Optional<Merge> of(TicketId duplicate) {
        return all.stream().filter(merge -> merge.duplicate().equals(duplicate)).findFirst();
    }

    /** Whether somebody waits here but for the customer of that duplicate. */
    boolean othersAsk(TicketId duplicate) {
        return own.asks() || otherDuplicatesAsk(duplicate);
    }

    /** P38, P39: what goes on here and needs a diagnosis, where nobody has sorted the ticket since. */
    Optional<TicketKind> toDiagnose() {
        return all.stream()
                .flatMap(merge -> merge.inherited().known().kind().stream())
                .filter(TicketKind::needsDiagnosis)
                .findFirst();
    }

    boolean duplicatesAsk() {
        return all.stream().anyMatch(merge -> merge.asker().asks());
    }

    boolean otherDuplicatesAsk(TicketId duplicate) {
        return all.stream()
                .anyMatch(merge -> merge.asker().asks() && !merge.duplicate().equals(duplicate));
    }

    /** Another ticket goes on here, or more of one that does. */
    Merges absorbing(Absorbed event, Standing before, TicketState then) {
        TicketId duplicate = event.duplicate();
        if (of(duplicate).isPresent()) {
            Merges again =
                    each(merge -> merge.duplicate().equals(duplicate) ? merge.again(event.waits()) : merge.touched());
            return new Merges(again.all, own, duplicate);
        }
        Asker first = then.unanswered || then.expected != null // or its answer waits in a queue, and was due
                ? Asker.ASKS
                : new Asker(false, then.firstAnsweredAt, then.answeredByPhone ? null : then.lastAnswer);
        List<Merge> more = Stream.concat(
                        all.stream().map(Merge::touched), Stream.of(Merge.of(duplicate, before, event.waits())))
                .toList();
        return new Merges(more, all.isEmpty() ? first : own, duplicate);
    }

    /** It does not go on here any more; what others made more urgent since is so without it. */
    Merges without(TicketId duplicate) {
        Inherited gone = of(duplicate).map(Merge::inherited).orElse(Inherited.NOTHING);
        boolean passed = false;
        boolean urgent = gone.isMoreUrgent();
        boolean moody = gone.isMoodier();
        List<Merge> left = new ArrayList<>();
        for (Merge merge : all) {
            if (merge.duplicate().equals(duplicate)) {
                passed = true;
                continue;
            }
            Inherited own = merge.inherited();
            boolean nextUrgent = passed && urgent && own.isMoreUrgent();
            boolean nextMoody = passed && moody && own.isMoodier();
            left.add(merge.inheriting(
                    own.over(nextUrgent ? gone.priority() : own.priority(), nextMoody ? gone.mood() : own.mood())));
            urgent &= !nextUrgent;
            moody &= !nextMoody;
        }
        return new Merges(List.copyOf(left), own, settling);
    }

    /** Whether one that has come later has made it more urgent still. */
    boolean laterAre(TicketId duplicate, Predicate<Inherited> more) {
        return all.stream()
                .dropWhile(merge -> !merge.duplicate().equals(duplicate))
                .skip(1)
                .anyMatch(merge -> more.test(merge.inherited()));
    }

    /** Nobody waits here any more, though nobody was answered. */
    Merges nobodyAsks() {
        return new Merges(
                all.stream()
                        .map(merge -> merge.asker().asks() ? merge.with(Asker.NOBODY) : merge)
                        .toList(),
                own.asks() ? Asker.NOBODY : own,
                settling);
    }

    /**
     * What is left of it after an event other than {@link Absorbed}.
     *
     * @param waited whether somebody waited before
     */
    Merges after(TicketEvent event, boolean waited, TicketState state) {
        if (settling != null && isSettling(event)) {
            return settled(event, state.understanding);
        }
        Merges next = touched();
        if (event instanceof ListeningEvent heard) {
            next = next.heard(heard);
        }
        if (event instanceof KindChanged) {
            next = next.each(merge -> merge.inheriting(merge.inherited().sorted()));
        }
        if (event instanceof StructureEvent related) {
            return next.related(related, state);
        }
        if (event instanceof MessageReceived received) {
            return next.received(received.message(), received.via(), true);
        } else if (event instanceof PromiseRenegotiated renegotiated) {
            return next.each(merge ->
                    merge.owed().contains(renegotiated.promise()) ? merge.owing(renegotiated.replacement()) : merge);
        } else if (SignOfLife.asks(event)) {
            return state.unanswered ? next.asked(SignOfLife.via(event)) : next;
        } else if (waited && !state.unanswered) {
            MessageId letter = state.answeredByPhone ? null : state.lastAnswer;
            return next.allAnswered(event.at(), letter);
        } else if (event instanceof Answered) {
            return next.each(merge -> merge.answered(merge.asker()));
        } else if (!waited && state.unanswered) {
            return next.lost(state.lastAnswer);
        }
        return next;
    }

    private Merges related(StructureEvent event, TicketState state) {
        if (event instanceof MessageTakenOver taken) {
            return received(taken.message(), taken.via(), state.unanswered);
        }
        Optional<Instant> answered = event instanceof Unmerged unmerged ? unmerged.answeredAt() : Optional.empty();
        Merges next = answered.map(at -> allAnswered(at, null)).orElse(this);
        return state.unanswered ? next : next.nobodyAsks();
    }

    private Merges allAnswered(Instant at, @Nullable MessageId letter) {
        return new Merges(
                all.stream()
                        .map(merge -> merge.answered(merge.asker().answered(at, letter)))
                        .toList(),
                own.answered(at, letter),
                null);
    }

    private Merges heard(ListeningEvent event) {
        return each(merge -> merge.inheriting(merge.inherited().after(event, merge::said)));
    }

    /** What a merge brings here, all in the unit of work in which it happens. */
    boolean isSettling(TicketEvent event) {
        return event instanceof Disputed
                || event instanceof SendCancelled
                || (event instanceof NoteTakenOver note && note.from().equals(settling))
                || (event instanceof UnderstandingTakenOver known
                        && known.from().equals(settling))
                || event instanceof PromiseMade
                || (event instanceof PromiseRenegotiated renegotiated
                        && renegotiated.message().isEmpty());
    }

    private Merges settled(TicketEvent event, Understanding before) {
        if (event instanceof UnderstandingTakenOver taken) {
            Inherited brought = new Inherited(taken.known(), before.priority(), before.mood());
            return each(merge -> isSettling(merge) ? merge.inheriting(brought) : merge);
        }
        if (event instanceof PromiseRenegotiated renegotiated) {
            return each(merge -> isSettling(merge) ? merge.replacing(renegotiated.promise()) : merge);
        } else if (event instanceof PromiseMade made) {
            boolean reply = made.promise().kind() == PromiseKind.REPLY;
            return each(merge -> !isSettling(merge)
                    ? merge
                    : reply
                            ? merge.promising(made.promise().id())
                            : merge.owing(made.promise().id()));
        }
        return this;
    }

    private boolean isSettling(Merge merge) {
        return merge.duplicate().equals(settling);
    }

    private Merges received(Message message, List<TicketId> through, boolean waits) {
        boolean asks = waits && !message.automatic();
        Optional<Merge> by = all.stream()
                .filter(merge -> through.contains(merge.duplicate()))
                .findFirst();
        if (by.isEmpty()) {
            return asks ? new Merges(all, own.asked(), null) : this;
        }
        return each(merge ->
                merge.duplicate().equals(by.get().duplicate()) ? merge.through(message.id(), through, asks) : merge);
    }

    private Merges asked(List<TicketId> through) {
        Optional<Merge> by = all.stream()
                .filter(merge -> through.contains(merge.duplicate()))
                .findFirst();
        return by.isEmpty()
                ? new Merges(all, own.asked(), null)
                : each(merge -> merge.duplicate().equals(by.get().duplicate())
                        ? merge.with(merge.asker().asked())
                        : merge);
    }

    /** Who had that letter for an answer waits again; if nobody knows who, the ticket's own question does. */
    private Merges lost(@Nullable MessageId letter) {
        boolean known = all.stream().anyMatch(merge -> merge.asker().wasAnsweredBy(letter));
        Merges again = each(merge -> merge.asker().wasAnsweredBy(letter) ? merge.with(Asker.ASKS) : merge);
        boolean ownAsks = !known || own.wasAnsweredBy(letter);
        return ownAsks ? new Merges(again.all, Asker.ASKS, null) : again;
    }

    private Merges touched() {
        boolean as = settling == null && all.stream().noneMatch(Merge::untouched);
        return as ? this : new Merges(all.stream().map(Merge::touched).toList(), own, null);
    }

    private Merges each(UnaryOperator<Merge> change) {
        return new Merges(all.stream().map(change).toList(), own, settling);
    }
}
