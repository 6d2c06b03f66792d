package dev.heed;

import dev.heed.error.ConflictException;
import dev.heed.error.Finding;
import dev.heed.error.IllegalTransitionException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PermissionException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Message;
import dev.heed.people.Permission;
import dev.heed.spi.store.CommitResult;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.OutgoingCommand;
import dev.heed.ticket.OutgoingEvent.SendRefused.Obstacle;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.SendOrder;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Sends what was ordered, as its author: the answer, the end of the order and that of the draft are one unit of work. */
final class OrderedSending {
    private final Policies policies;
    private final Engine engine;
    private final Post post;
    private final Drafts drafts;

    OrderedSending(Policies policies, Engine engine, Post post) {
        this.policies = policies;
        this.engine = engine;
        this.post = post;
        this.drafts = new Drafts(engine);
    }

    /** What leaves a ticket next, if its time has come. */
    Optional<SendOrder> due(Ticket ticket) {
        Instant now = engine.now();
        return ticket.sendOrders().stream()
                .filter(order -> !order.overdue() && !order.sendAt().isAfter(now))
                .min(Comparator.comparing(SendOrder::sendAt));
    }

    /** Sends it, or writes down why not; false if somebody else was faster. */
    boolean trySend(Ticket ticket, SendOrder order) {
        if (order.review() && !policies.life().sendUnreviewed()) {
            return isWritten(ticket, new OutgoingCommand.EscalateReview(order.draft()));
        }
        if (!policies.agents().containsKey(order.by())) {
            return isRefused(ticket, order, Obstacle.AUTHOR_MAY_NOT, List.of());
        }
        try {
            Engine.Plan plan = plan(
                    ticket,
                    order,
                    (message, commitments) -> new OutgoingCommand.SendNow(order.draft(), message, commitments));
            return engine.tryChange(ticket, plan).result() == CommitResult.COMMITTED;
        } catch (RefusedException e) {
            List<PracticeCode> codes =
                    e.findings().stream().map(Finding::code).distinct().toList();
            return isRefused(ticket, order, Obstacle.HOUSE_RULE, codes);
        } catch (PermissionException e) {
            return isRefused(ticket, order, Obstacle.AUTHOR_MAY_NOT, List.of());
        } catch (ConflictException e) {
            return isRefused(ticket, order, Obstacle.DRAFT_CHANGED, List.of());
        } catch (InvalidInputException | IllegalTransitionException | NotFoundException e) {
            return isRefused(ticket, order, Obstacle.NOT_POSSIBLE, List.of());
        }
    }

    private boolean isRefused(Ticket ticket, SendOrder order, Obstacle why, List<PracticeCode> codes) {
        return isWritten(ticket, new OutgoingCommand.RecordRefusal(order.draft(), why, codes));
    }

    private boolean isWritten(Ticket ticket, TicketCommand command) {
        return engine.tryChange(ticket, Engine.Plan.of(command)).result() == CommitResult.COMMITTED;
    }

    /** Lets a colleague send it. */
    Ticket approve(TicketId id, ReplyDraft read, Actor reviewer) {
        DraftId draft = read.id();
        return engine.change(id, ticket -> {
            SendOrder order = Reviews.of(ticket, draft)
                    .orElseThrow(() -> new NotFoundException(
                            "Draft " + draft + " does not wait for a review on ticket " + ticket.number() + ".",
                            "Look at reviews().open(…); it may have been sent or taken back."));
            if (order.version() != read.version()) {
                throw new ConflictException(
                        "Draft " + draft + " was changed and submitted again since it was read.",
                        "Read it again with reviews().open(…), and approve that.");
            }
            return plan(
                    ticket,
                    order,
                    author(order).alsoInSpite(reviewer),
                    (message, commitments) -> reviewer.inSpite(new OutgoingCommand.ApproveReview(
                            draft, reviewer.person().id(), message, commitments)));
        });
    }

    /** With what its author has overridden. */
    private Engine.Plan plan(Ticket ticket, SendOrder order, BiFunction<Message, Commitments, TicketCommand> answer) {
        return plan(ticket, order, author(order), answer);
    }

    private Engine.Plan plan(
            Ticket ticket, SendOrder order, Actor author, BiFunction<Message, Commitments, TicketCommand> answer) {
        ReplyDraft draft = drafts.find(order.draft())
                .filter(one -> one.version() == order.version())
                .orElseThrow(() -> new ConflictException(
                        "Draft " + order.draft() + " is not there any more as it was ordered.",
                        "Write it again, and order that."));
        draft.commitments().decision().ifPresent(decision -> author.may(Permission.DECIDE_AGAINST));
        DraftSending sending = new DraftSending(author, post);
        sending.requireGoesOnIn(draft, ticket);
        return sending.as(ticket, draft, message -> answer.apply(message, draft.commitments()))
                .and((after, unit) -> drafts.remove(draft, unit));
    }

    /** Goes on in spite of what was overridden then; that something new has not been read is another matter. */
    private Actor author(SendOrder order) {
        Actor author = Actor.person(policies.agent(order.by()), policies, engine, new Looks());
        author.may(order.review() ? Permission.ANSWER : Permission.ANSWER_UNREVIEWED);
        for (SendOrder.InSpite inSpite : order.inSpite()) {
            if (inSpite.code() != PracticeCode.STALE_REPLY) {
                author = author.overriding(inSpite.code(), inSpite.reason());
            }
        }
        return author;
    }
}
