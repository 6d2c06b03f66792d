package dev.heed.testkit.simulation;

import dev.heed.error.PracticeCode;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nobody answers blind: what the author of an answer was shown last is remembered a second time. Not thread-safe. */
final class SeenChecks implements Check {
    private final World world;
    private final Map<Look, MessageId> looks = new HashMap<>();

    private record Look(Node node, AgentId agent, TicketId ticket) {}

    SeenChecks(World world) {
        this.world = world;
    }

    /** A desk has handed a ticket to an agent. */
    void looked(Node node, AgentId agent, Ticket ticket) {
        ticket.lastMessage().ifPresent(last -> looks.put(new Look(node, agent, ticket.id()), last));
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof ConversationEvent.Answered answered
                && answered.message().author() instanceof Author.ByAgent author
                && batch.all(LifecycleEvent.Overridden.class).stream()
                        .noneMatch(overridden -> overridden.code() == PracticeCode.STALE_REPLY)) {
            MessageId last = looks.get(new Look(batch.node(), author.agent(), event.ticket()));
            List<Message> all = facts.messages;
            boolean blind = all.stream()
                    .skip(all.stream().map(Message::id).toList().indexOf(last) + 1L)
                    .anyMatch(message -> matters(message, author));
            world.require(
                    !blind,
                    () -> "ticket " + facts.opened.number() + ", " + event + ": its author has seen no more than "
                            + last);
        }
    }

    private static boolean matters(Message message, Author author) {
        return message.direction() == Direction.INBOUND
                ? !message.automatic()
                : message.isHumanAnswer() && !message.author().equals(author);
    }
}
