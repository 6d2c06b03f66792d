package dev.heed.testkit.simulation;

import dev.heed.error.PracticeCode;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.promise.PromiseKind;
import dev.heed.testkit.simulation.OrderFacts.Waiting;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.IfCustomerWrites;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.ListeningEvent;
import dev.heed.ticket.OutgoingEvent;
import dev.heed.ticket.OutgoingEvent.ReviewApproved;
import dev.heed.ticket.OutgoingEvent.ReviewRequested;
import dev.heed.ticket.OutgoingEvent.ReviewReturned;
import dev.heed.ticket.OutgoingEvent.ReviewTimedOut;
import dev.heed.ticket.OutgoingEvent.SendCancelled;
import dev.heed.ticket.OutgoingEvent.SendOrdered;
import dev.heed.ticket.OutgoingEvent.SendRefused;
import dev.heed.ticket.OutgoingEvent.SentAsOrdered;
import dev.heed.ticket.SendOrder;
import dev.heed.ticket.StructureEvent;
import dev.heed.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What waits leaves once and at its time, as somebody ordered it or a second person has read it, or a reason is on the record
 * why it does not. What somebody who learns has written leaves in no other way.
 */
final class OrderChecks implements Check {
    private static final Duration LEEWAY = Duration.ofMinutes(1);
    private static final Duration ROUNDING = Duration.ofSeconds(1);
    private static final int READERS_PERCENT = 75;

    private final World world;

    OrderChecks(World world) {
        this.world = world;
    }

    private void require(boolean holds, Facts facts, TicketEvent event, String invariant) {
        world.require(
                holds,
                () -> "ticket " + facts.opened.number() + ", " + facts.status + ", " + event + ": " + invariant
                        + "; waiting " + facts.letters.orders.orders());
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof OutgoingEvent going) {
            going(facts, going, batch);
        } else if (event instanceof Answered answered
                && answered.message().author() instanceof Author.ByAgent by
                && world.setting.learns(by.agent())) {
            boolean read = batch.all(OutgoingEvent.class).stream()
                    .anyMatch(going -> (going instanceof ReviewApproved || going instanceof ReviewTimedOut)
                            && answered.message().id().equals(DraftChecks.message(going)));
            require(read, facts, event, "nobody has read it");
        }
    }

    private void going(Facts facts, OutgoingEvent event, Batch batch) {
        if (event instanceof SendOrdered ordered) {
            ordered(facts, ordered);
        } else if (event instanceof ReviewRequested requested) {
            requested(facts, requested);
        } else {
            Waiting waiting = facts.letters.orders.of(event.draft());
            require(waiting != null, facts, event, "it does not wait");
            ended(facts, event, Objects.requireNonNull(waiting), batch);
        }
    }

    private void begins(Facts facts, OutgoingEvent event, long version) {
        boolean there = world.drafts
                .last(event.draft())
                .filter(kept ->
                        world.drafts.isKept(event.draft()) && kept.draft().version() == version)
                .filter(kept -> world.book.goesOnIn(kept.draft().ticket()) == facts)
                .isPresent();
        require(there, facts, event, "there is no such draft");
        require(!world.drafts.waits(event.draft()), facts, event, "it waits already");
        require(!facts.isClosed(), facts, event, "nothing waits where all is closed");
    }

    private void ordered(Facts facts, SendOrdered event) {
        begins(facts, event, event.version());
        String version = event.version() - 1 + " " + event.by();
        boolean later = world.intents.wanted(
                "send later", event.draft(), version + " " + event.sendAt() + " " + event.ifCustomerWrites());
        boolean undo = world.intents.wanted("send with undo", event.draft(), version)
                && event.ifCustomerWrites() == IfCustomerWrites.CANCEL
                && !event.sendAt().isAfter(event.at().plus(world.setting.policy.undoSendWithin()));
        require(later || undo, facts, event, "nobody ordered it");
        require(event.sendAt().isAfter(event.at()), facts, event, "its time is past");
        require(!world.setting.learns(event.by()), facts, event, "nobody would read it");
        boolean inTime =
                latest(facts, event.at()).filter(event.sendAt()::isAfter).isEmpty();
        require(inTime, facts, event, "the customer can expect an answer sooner");
    }

    /** An answer leaves a minute before it is due, or it is late anyway. */
    private static Optional<Instant> latest(Facts facts, Instant now) {
        return facts.promises
                .open(PromiseKind.REPLY)
                .map(entry -> entry.made.due())
                .filter(due -> !due.isBefore(now))
                .map(due -> due.minus(LEEWAY));
    }

    private void requested(Facts facts, ReviewRequested event) {
        begins(facts, event, event.version());
        boolean submitted = world.intents.wanted("submit", event.draft(), event.version() - 1 + " " + event.by());
        require(submitted, facts, event, "nobody submitted it");
        Instant until = world.setting.hours.after(event.at(), world.setting.policy.reviewWithin());
        Optional<Instant> hurry = latest(facts, event.at())
                .map(at ->
                        event.at().plusMillis(Duration.between(event.at(), at).toMillis() / 100 * READERS_PERCENT));
        Instant soonest = hurry.filter(until::isAfter).orElse(until);
        Instant expected = soonest.isAfter(event.at()) ? soonest : event.at();
        boolean inTime = !event.until().isAfter(expected.plus(ROUNDING));
        boolean plain = world.drafts.last(event.draft()).filter(this::isPlain).isPresent();
        boolean inVain = plain && event.until().isBefore(expected.minus(ROUNDING));
        require(inTime && !inVain, facts, event, "it is to be read by " + expected);
    }

    private boolean isPlain(DraftChecks.Kept kept) {
        return kept.draft().commitments().equals(Commitments.none());
    }

    private void ended(Facts facts, OutgoingEvent event, Waiting waiting, Batch batch) {
        SendOrder order = waiting.order();
        boolean due = !order.sendAt().isAfter(event.at());
        if (event instanceof SentAsOrdered) {
            require(due && !order.review(), facts, event, "it was sent before its time, or unread");
            sent(facts, event, waiting, batch);
        } else if (event instanceof ReviewApproved approved) {
            boolean read = world.intents.wanted("approve", event.draft(), order.version() + " " + approved.by());
            boolean second = !approved.by().equals(order.by()) && !world.setting.learns(approved.by());
            require(order.review() && read && second, facts, event, "no second person has read it");
            sent(facts, event, waiting, batch);
        } else if (event instanceof ReviewTimedOut out) {
            boolean sends = world.setting.policy.sendUnreviewed();
            require(order.review() && due && !order.overdue(), facts, event, "there is time left to read it");
            require(sends == out.message().isPresent(), facts, event, "the shop wants it otherwise");
            if (sends) {
                sent(facts, event, waiting, batch);
            }
        } else if (event instanceof ReviewReturned back) {
            boolean returned = world.intents.wanted("return", event.draft(), back.by());
            require(order.review() && returned && !back.by().equals(order.by()), facts, event, "nobody returned it");
        } else if (event instanceof SendCancelled cancelled) {
            require(hasAReason(cancelled, batch), facts, event, "it was cancelled for nothing");
        } else if (event instanceof SendRefused refused) {
            require(due && !order.overdue(), facts, event, "its time has not come");
            require(isRefused(facts, refused, waiting), facts, event, "nothing kept it");
        }
    }

    /** In its author's name, as it was ordered, and not over what was said since. */
    private void sent(Facts facts, OutgoingEvent event, Waiting waiting, Batch batch) {
        SendOrder order = waiting.order();
        boolean answered = batch.all(Answered.class).stream()
                .anyMatch(one -> one.message().id().equals(DraftChecks.message(event))
                        && one.message().author().equals(new Author.ByAgent(order.by())));
        require(answered, facts, event, "it is not its author's answer");
        boolean same = !world.drafts.isKept(event.draft())
                && world.drafts
                        .last(event.draft())
                        .filter(kept -> kept.draft().version() == order.version())
                        .isPresent();
        require(same, facts, event, "it is another draft by now, or is still there");
        require(!isBlind(facts, waiting), facts, event, "its author has not read what was said since");
    }

    private static boolean isBlind(Facts facts, Waiting waiting) {
        SendOrder order = waiting.order();
        Author author = new Author.ByAgent(order.by());
        List<Message> since =
                facts.messages.subList(Math.min(waiting.messages(), facts.messages.size()), facts.messages.size());
        boolean colleague = since.stream()
                .anyMatch(
                        message -> message.isHumanAnswer() && !message.author().equals(author));
        boolean customer =
                since.stream().anyMatch(message -> message.direction() == Direction.INBOUND && !message.automatic())
                        || OrderFacts.duplicates(facts) > waiting.duplicates();
        return colleague || (customer && order.ifCustomerWrites() == IfCustomerWrites.CANCEL);
    }

    private boolean hasAReason(SendCancelled event, Batch batch) {
        boolean apart = batch.has(StructureEvent.Released.class);
        return switch (event.why()) {
            case BY_AGENT -> apart || world.intents.wanted("cancel", event.draft(), "");
            case CUSTOMER_WROTE -> isHeard(batch);
            case CLOSED, GOES_ON_ELSEWHERE, ERASED -> batch.has(LifecycleEvent.Closed.class);
            case DELETED -> batch.has(StructureEvent.Deleted.class);
        };
    }

    private static boolean isHeard(Batch batch) {
        return batch.has(MessageReceived.class)
                || batch.has(LifecycleEvent.Absorbed.class)
                || batch.has(ListeningEvent.class);
    }

    private boolean isRefused(Facts facts, SendRefused event, Waiting waiting) {
        return switch (event.why()) {
            case HOUSE_RULE ->
                !event.codes().isEmpty()
                        && (!event.codes().equals(List.of(PracticeCode.STALE_REPLY)) || isBlind(facts, waiting));
            case AUTHOR_MAY_NOT -> false;
            case DRAFT_CHANGED ->
                world.drafts
                        .last(event.draft())
                        .filter(kept -> world.drafts.isKept(event.draft())
                                && world.book.goesOnIn(kept.draft().ticket()) == facts)
                        .isEmpty();
            case NOT_POSSIBLE ->
                world.drafts.last(event.draft()).filter(kept -> !isPlain(kept)).isPresent();
        };
    }

    @Override
    public void after(Facts facts, Batch batch) {
        List<Waiting> waiting = facts.letters.orders.waiting();
        world.require(
                waiting.isEmpty() || !facts.isClosed(),
                () -> "ticket " + facts.opened.number() + " is closed, and something waits to be sent: " + waiting);
        for (Waiting one : waiting) {
            boolean wrote = one.order().ifCustomerWrites() == IfCustomerWrites.CANCEL
                    && facts.messages.stream()
                            .skip(one.messages())
                            .anyMatch(message -> message.direction() == Direction.INBOUND && !message.automatic());
            world.require(
                    !wrote,
                    () -> "the customer of ticket " + facts.opened.number() + " wrote, and it still waits: " + one);
        }
    }
}
