package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Seen;
import dev.heed.people.AgentId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.Commitments.NewPromise;
import dev.heed.ticket.Commitments.Renegotiation;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.Lifecycle.Move;
import dev.heed.ticket.LifecycleEvent.DecidedAgainst;
import dev.heed.ticket.ListeningEvent.StatementSent;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A person answers: what that keeps, promises and settles. */
final class AnswerDecision {
    private final Steps steps;
    private final TicketState state;

    AnswerDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void answer(ConversationCommand.Answer answer) {
        if (!answer.message().isHumanAnswer()) {
            throw new InvalidInputException(
                    "Message " + answer.message().id() + " is not from a person of the shop to the customer.",
                    "Only a person's own words answer; a bot writes a BotMessage.");
        }
        MessageId message = answer.message().id();
        Commitments commitments = answer.commitments();
        boolean solves = commitments.resolution().isPresent();
        Move move = solves ? Move.AGENT_PROPOSES_SOLUTION : Move.AGENT_ANSWERS;
        Lifecycle.require(steps.ticket(), move, "Answer without proposing a solution; it stays closed.");
        requireNothingUnseen(answer.seen(), answer.message());
        steps.breakLate();
        requireNothingNewWhenClosed(commitments);
        commitments.renegotiations().forEach(this::requireInTime);
        steps.add(new Answered(steps.id, steps.now, answer.message(), commitments.resolution()));
        commitments
                .decision()
                .ifPresent(decision -> steps.add(new DecidedAgainst(steps.id, steps.now, message, decision)));
        steps.keepAll(PromiseKind.REPLY, "A person answered.", message);
        commitments.kept().forEach(promise -> keep(promise, message));
        if (commitments.apology()) {
            steps.keepAll(PromiseKind.APOLOGY, "The customer has an apology.", message);
        }
        ZoneId zone = zone();
        Optional<AgentId> author = author(answer.message());
        commitments.renegotiations().forEach(renegotiation -> renegotiate(renegotiation, answer.message()));
        commitments.promises().forEach(promise -> promise(promise, author, zone));
        commitments.statement().ifPresent(statement -> rephrase(statement, answer.message()));
        if (solves) {
            new Diagnosis(steps).requireMade();
        }
        steps.closeIfConfirmed();
    }

    /** P34: what was said since is read before anybody answers, or somebody says why not. */
    private void requireNothingUnseen(Seen seen, Message answer) {
        Ticket ticket = steps.ticket();
        List<Message> unseen = ticket.unseen(seen, answer.author());
        List<TicketId> duplicates = ticket.unseenDuplicates(seen);
        if (!unseen.isEmpty() || !duplicates.isEmpty()) {
            String merged = duplicates.isEmpty() ? "" : " and " + counted(duplicates.size(), "merged ticket");
            steps.warn(
                    PracticeCode.STALE_REPLY,
                    "has " + counted(unseen.size(), "message") + merged
                            + " that the author of this answer has not seen, up to "
                            + ticket.lastMessage().orElseThrow() + ".",
                    "Read ticket.unseen(…), and answer again with reply.seen(…) and the last of them.");
        }
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private void requireNothingNewWhenClosed(Commitments commitments) {
        if (state.status == TicketStatus.CLOSED && !commitments.promises().isEmpty()) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " is closed, and nothing new can be promised on it.",
                    "Promise it on an open ticket of the customer.");
        }
    }

    private void requireInTime(Renegotiation renegotiation) {
        Promise promise = steps.openInTime(renegotiation.promise())
                .filter(open -> !open.due().isBefore(steps.now)) // a call that goes on can keep it, but not move it
                .orElseThrow(() -> steps.refused(
                        PracticeCode.OPEN_PROMISE,
                        "has no open promise " + renegotiation.promise() + " that could get another time.",
                        "A promise can be renegotiated before it is due; after that, apologise and promise anew."));
        if (!promise.kind().madeByAgents()) {
            throw new InvalidInputException(
                    "A promise of kind " + promise.kind() + " cannot get another time.",
                    "Answer the customer, and promise what you can keep.");
        }
        steps.requireAhead("A promise is due", renegotiation.due());
    }

    /** What was settled already, or broken, is not kept by this; then the answer is an answer and nothing more. */
    private void keep(PromiseId id, MessageId message) {
        Optional<Promise> open = steps.open(id);
        if (open.isEmpty()) {
            requireNotReplaced(id);
            new Undelivered(steps).toldBy(message, promise -> promise.id().equals(id), "By an answer.");
        }
        open.filter(promise -> promise.kind().madeByAgents())
                .ifPresent(promise -> steps.keep(promise, "By an answer.", message));
    }

    /** Or the other one would be broken while its author holds it for kept. */
    private void requireNotReplaced(PromiseId id) {
        boolean replaced = state.promises
                .find(id)
                .filter(promise -> promise.state() == PromiseState.RENEGOTIATED)
                .isPresent();
        if (replaced) {
            throw steps.refused(
                    PracticeCode.OPEN_PROMISE,
                    "has given promise " + id + " another time; another promise stands in its place.",
                    "Name that one; it is among ticket.openPromises().");
        }
    }

    private void renegotiate(Renegotiation renegotiation, Message answer) {
        Promise promise = state.promises
                .findOpen(renegotiation.promise())
                .orElseThrow(() -> new InvalidInputException(
                        "Promise " + renegotiation.promise() + " is settled twice by one answer.",
                        "Keep it, or give it one other time."));
        steps.add(new PromiseRenegotiated(
                steps.id, steps.now, promise.id(), state.promises.nextId(), Optional.of(answer.id())));
        steps.make(promise.kind(), promise.text(), author(answer), renegotiation.due(), promise.zone());
    }

    private void promise(NewPromise promise, Optional<AgentId> author, ZoneId zone) {
        steps.requireAhead("A promise is due", promise.due());
        steps.make(promise.kind(), promise.text(), author, promise.due(), zone);
    }

    private void rephrase(String statement, Message answer) {
        author(answer)
                .ifPresent(by ->
                        steps.add(new StatementSent(steps.id, steps.now, Optional.of(answer.id()), by, statement)));
    }

    private ZoneId zone() {
        return state.lastExpected == null ? steps.policy.hours().zone() : state.lastExpected.zone();
    }

    static Optional<AgentId> author(Message message) {
        return message.author() instanceof Author.ByAgent agent ? Optional.of(agent.agent()) : Optional.empty();
    }
}
