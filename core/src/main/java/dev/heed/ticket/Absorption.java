package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.LifecycleEvent.Reopened;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What goes on in one ticket that was owed in another of the same customer, which was closed as its duplicate. */
final class Absorption {
    private final Steps steps;
    private final TicketState state;

    Absorption(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    /** See {@link LifecycleCommand.Absorb#of}. */
    static LifecycleCommand.Absorb of(Ticket duplicate) {
        TicketState state = duplicate.state();
        Optional<ExpectedReply> expected = Stream.concat(
                        Stream.ofNullable(state.expected), soonest(Unread.atStake(state)).stream())
                .min(Comparator.comparing(ExpectedReply::at));
        return new LifecycleCommand.Absorb(
                duplicate.id(),
                expected,
                state.isDisputed(),
                ClosingDecision.spokenTo(state),
                lastSaid(duplicate),
                Optional.of(duplicate.lastSaidAt()));
    }

    private static Optional<MessageId> lastSaid(Ticket duplicate) {
        List<Message> said = duplicate.said();
        return said.isEmpty()
                ? duplicate.lastMessage()
                : Optional.of(said.get(said.size() - 1).id());
    }

    /** See {@link DeliveryCommand.RecordOwedElsewhere}. */
    static DeliveryCommand.RecordOwedElsewhere ofUnread(Ticket duplicate, List<MessageId> messages) {
        TicketState state = duplicate.state();
        List<Promise> all = messages.stream()
                .flatMap(message -> Unread.settledBy(state, message).stream())
                .toList();
        boolean lastWord = !state.unanswered && messages.stream().anyMatch(state::lastWordWas);
        Optional<ExpectedReply> toldLast = lastWord ? Optional.ofNullable(state.lastExpected) : Optional.empty();
        List<Promise> owed = all.stream()
                .filter(promise -> promise.kind() != PromiseKind.REPLY)
                .toList();
        return new DeliveryCommand.RecordOwedElsewhere(
                duplicate.id(), soonest(all).or(() -> toldLast), owed);
    }

    private static Optional<ExpectedReply> soonest(List<Promise> promises) {
        return promises.stream()
                .filter(promise -> promise.kind() == PromiseKind.REPLY)
                .min(Comparator.comparing(Promise::due))
                .map(ExpectedReply::of);
    }

    /** The customer of the duplicate goes on waiting here, and not longer than was promised there. */
    void absorb(LifecycleCommand.Absorb absorb) {
        if (state.status == TicketStatus.CLOSED) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " is closed; nothing can go on in it.",
                    "Let the duplicate live on, or choose an open ticket.");
        }
        steps.breakLate();
        boolean waits = absorb.expected().isPresent();
        if (waits && state.status == TicketStatus.SOLVED) {
            steps.add(new Reopened(steps.id, steps.now, state.status));
        }
        Optional<Instant> saidAt = absorb.lastMessage().flatMap(any -> absorb.saidAt());
        steps.add(new Absorbed(
                steps.id, steps.now, absorb.duplicate(), waits, absorb.spokenTo(), absorb.lastMessage(), saidAt));
        if (absorb.lastMessage().isPresent()) {
            OutgoingDecision.customerWrote(steps);
        }
        if (absorb.disputed() && !state.disputed) {
            steps.add(new Disputed(steps.id, steps.now));
        }
        absorb.expected().ifPresent(this::expectNotLater);
    }

    /** What a letter of the duplicate had settled is owed here, due when it was. Who has confirmed is owed nothing. */
    void owe(DeliveryCommand.RecordOwedElsewhere unread) {
        Optional<ExpectedReply> expected = unread.expected();
        boolean nothing = expected.isEmpty() && unread.owed().isEmpty();
        if (nothing || (state.status == TicketStatus.CLOSED && !state.closedBySilence())) {
            return;
        }
        if (state.closedBySilence() || (expected.isPresent() && state.status == TicketStatus.SOLVED)) {
            steps.add(new Reopened(steps.id, steps.now, state.status));
        }
        steps.breakLate();
        steps.add(new Absorbed(
                steps.id,
                steps.now,
                unread.duplicate(),
                expected.isPresent(),
                true,
                Optional.empty(),
                Optional.empty()));
        expected.ifPresent(this::expectNotLater);
        for (Promise promise : unread.owed()) {
            steps.make(promise.kind(), promise.text(), promise.madeBy(), promise.due(), promise.zone());
        }
    }

    private void expectNotLater(ExpectedReply expected) {
        Optional<Promise> own = state.promises.findOpen(PromiseKind.REPLY);
        if (own.isEmpty() && state.expected == null) {
            steps.expect(expected);
        } else if (own.filter(promise -> promise.due().isAfter(expected.at())).isPresent()) {
            steps.add(new PromiseRenegotiated(
                    steps.id, steps.now, own.orElseThrow().id(), state.promises.nextId(), Optional.empty()));
            steps.expect(expected);
        }
    }
}
