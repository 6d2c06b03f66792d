package dev.heed;

import static java.util.stream.Collectors.toCollection;

import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Seen;
import dev.heed.message.Signature;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Context;
import dev.heed.ticket.ConversationCommand;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.OutgoingCommand;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.ReplyDraft.Content;
import dev.heed.ticket.SendOrder;
import dev.heed.ticket.SendOrder.InSpite;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How a draft becomes an answer. */
final class DraftSending {
    private final Actor actor;
    private final Engine engine;
    private final Drafts drafts;
    private final Answering answering;

    DraftSending(Actor actor, Post post) {
        this.actor = actor;
        this.engine = actor.engine();
        this.drafts = new Drafts(engine);
        this.answering = new Answering(actor, post);
    }

    /**
     * The content, written by somebody who has seen what the desk has shown, where the reply does not say itself.
     *
     * @param otherwise what is known already, where the desk has shown nothing
     */
    Content asSeen(Content content, TicketId ticket, Optional<MessageId> otherwise) {
        if (content.seen().isPresent()) {
            return content;
        }
        return content.withSeen(actor.seen(ticket) instanceof Seen.UpTo upTo ? Optional.of(upTo.last()) : otherwise);
    }

    /** The ticket in which it goes on, and in which it waits if it was ordered. */
    Ticket place(ReplyDraft draft) {
        return engine.goesOnIn(draft.ticket()).orElseGet(() -> engine.ticket(draft.ticket()));
    }

    /**
     * The ticket in which it is sent.
     *
     * @throws InvalidInputException if it cannot be sent there
     */
    Ticket target(ReplyDraft draft) {
        Ticket target = place(draft);
        Commitments commitments = draft.commitments();
        boolean namesPromises =
                !commitments.kept().isEmpty() || !commitments.renegotiations().isEmpty();
        if (namesPromises && !target.id().equals(draft.ticket())) {
            throw new InvalidInputException(
                    "Draft " + draft.id() + " names promises of a ticket that goes on in ticket " + target.number()
                            + ", where they have other numbers.",
                    "Change its commitments, and name promises of ticket " + target.id() + ".");
        }
        return target;
    }

    /**
     * Where it is sent is where its order waits.
     *
     * @throws ConflictException if that goes on elsewhere by now
     */
    void requireGoesOnIn(ReplyDraft draft, Ticket ticket) {
        if (!target(draft).id().equals(ticket.id())) {
            throw new ConflictException(
                    "Draft " + draft.id() + " was ordered on ticket " + ticket.number()
                            + ", and its own ticket goes on elsewhere by now.",
                    "Cancel the order, and send the draft where it belongs.");
        }
    }

    /** Answers with it now. */
    Ticket send(ReplyDraft draft) {
        requireMayLeave(draft);
        return actor.shown(engine.change(target(draft).id(), ticket -> {
            ReplyDraft now = drafts.unchanged(draft);
            return asAnswer(ticket, now).and((after, unit) -> drafts.remove(now, unit));
        }));
    }

    private void requireMayLeave(ReplyDraft draft) {
        answering.requireReviewed();
        requireMayDecide(draft);
    }

    private void requireMayDecide(ReplyDraft draft) {
        draft.commitments().decision().ifPresent(decision -> actor.may(Permission.DECIDE_AGAINST));
    }

    private Engine.Plan asAnswer(Ticket ticket, ReplyDraft draft) {
        Seen seen = seen(draft, ticket);
        return as(ticket, draft, message -> new ConversationCommand.Answer(message, draft.commitments(), seen));
    }

    /** What a draft does to a ticket, given how it answers. */
    Engine.Plan as(Ticket ticket, ReplyDraft draft, Function<Message, TicketCommand> answer) {
        Reply reply = draft.content().reply(Signature.of(actor.person()));
        return answering.plan(ticket, reply, draft.commitments(), answer, message -> List.of());
    }

    /**
     * Orders it for later. All that would refuse it now refuses it at once.
     *
     * @param command what is to be ordered, given what the answer would settle and override
     */
    Ticket order(ReplyDraft draft, BiFunction<List<PromiseId>, List<InSpite>, OutgoingCommand> command) {
        requireMayLeave(draft);
        return order(draft, command, (unit, touched) -> drafts.keep(touched, unit));
    }

    /** Lets a colleague read it first; who reads it has to see it. */
    Ticket submit(ReplyDraft draft) {
        requireMayDecide(draft);
        AgentId me = actor.person().id();
        Reviews reviews = new Reviews(engine);
        return order(
                draft,
                (settles, inSpite) ->
                        new OutgoingCommand.RequestReview(draft.id(), draft.version() + 1, me, settles, inSpite),
                (unit, touched) -> {
                    drafts.keep(touched.asSharedToo(), unit);
                    reviews.add(touched, unit);
                });
    }

    private Ticket order(
            ReplyDraft draft,
            BiFunction<List<PromiseId>, List<InSpite>, OutgoingCommand> command,
            BiConsumer<UnitOfWork.Builder, ReplyDraft> keep) {
        return actor.shown(engine.change(target(draft).id(), ticket -> {
            ReplyDraft now = drafts.unchanged(draft);
            Trial trial = Trial.of(ticket, asAnswer(ticket, now), engine.context());
            return Engine.Plan.of(command.apply(trial.settles(), trial.inSpite()))
                    .and((after, unit) -> keep.accept(unit, now.touched()));
        }));
    }

    /** Until when it leaves at the latest, if it would be sent now. */
    Optional<Instant> latest(ReplyDraft draft) {
        Ticket ticket = target(draft);
        Trial trial = Trial.of(ticket, asAnswer(ticket, draft), engine.context());
        return SendOrder.latest(ticket, trial.settles(), engine.now());
    }

    /**
     * What an answer would do.
     *
     * @param settles the promises that are open now and would not be
     * @param inSpite the warnings that are overridden
     */
    private record Trial(List<PromiseId> settles, List<InSpite> inSpite) {
        static Trial of(Ticket ticket, Engine.Plan plan, Context context) {
            Ticket after = ticket;
            List<InSpite> inSpite = new ArrayList<>();
            for (TicketCommand command : plan.commands()) {
                Ticket.Step step = after.decide(command, context);
                after = step.ticket();
                for (TicketEvent event : step.events()) {
                    if (event instanceof Overridden overridden) {
                        inSpite.add(new InSpite(overridden.code(), overridden.reason()));
                    }
                }
            }
            Set<PromiseId> settles = ids(ticket);
            settles.removeAll(ids(after));
            return new Trial(List.copyOf(settles), inSpite);
        }

        private static Set<PromiseId> ids(Ticket ticket) {
            return ticket.openPromises().stream().map(Promise::id).collect(toCollection(LinkedHashSet::new));
        }
    }

    /** What was shown to whoever sends it, or had been when the draft was written: the later of the two. */
    private Seen seen(ReplyDraft draft, Ticket ticket) {
        AgentId sender = actor.person().id();
        Seen shown = actor.seen(ticket.id());
        Optional<MessageId> written = draft.content().seen();
        if (written.isEmpty()
                || !draft.savedBy().equals(sender)
                || !draft.ticket().equals(ticket.id())) {
            return shown;
        }
        Author author = new Author.ByAgent(sender);
        Seen then = Seen.upTo(written.get());
        int unseenThen = ticket.unseen(then, author).size();
        return unseenThen <= ticket.unseen(shown, author).size() ? then : shown;
    }
}
