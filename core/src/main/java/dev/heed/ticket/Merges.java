package dev.heed.ticket;

import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import dev.heed.ticket.StructureEvent.MessageTakenOver;
import dev.heed.ticket.StructureEvent.Unmerged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    Merges without(TicketId duplicate) {
        return new Merges(
                all.stream()
                        .filter(merge -> !merge.duplicate().equals(duplicate))
                        .toList(),
                own,
                settling);
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
            return settled(event);
        }
        Merges next = touched();
        if (event instanceof StructureEvent related) {
            return next.related(related, state);
        }
        if (event instanceof MessageReceived received) {
            return next.received(received.message(), received.via(), true);
        } else if (event instanceof PromiseRenegotiated renegotiated) {
            return next.each(merge ->
                    merge.owed().contains(renegotiated.promise()) ? merge.owing(renegotiated.replacement()) : merge);
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

    private static boolean isSettling(TicketEvent event) {
        return event instanceof Disputed
                || event instanceof PromiseMade
                || (event instanceof PromiseRenegotiated renegotiated
                        && renegotiated.message().isEmpty());
    }

    private Merges settled(TicketEvent event) {
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
