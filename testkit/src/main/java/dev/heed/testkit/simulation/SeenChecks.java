package dev.heed.testkit.simulation;

import dev.heed.error.PracticeCode;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.OutgoingEvent;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nobody answers blind: what the author of an answer was shown last is remembered a second time. Not thread-safe. */
final class SeenChecks implements Check {
    private final World world;
    private final Map<Look, Read> looks = new HashMap<>();

    private record Look(Node node, AgentId agent, TicketId ticket) {}

    /**
     * How much somebody has read.
     *
     * @param messages how many
     * @param others how many forms had been filled in, and how many duplicates had come to go on there
     */
    record Read(int messages, long others) {
        static final Read NOTHING = new Read(0, 0);

        /** Who has read both. */
        Read or(Read other) {
            return new Read(Math.max(messages, other.messages), Math.max(others, other.others));
        }
    }

    SeenChecks(World world) {
        this.world = world;
    }

    /** A desk has handed a ticket to an agent. */
    void looked(Node node, AgentId agent, Ticket ticket) {
        List<TicketEvent> history = world.book.facts(ticket.id()).history;
        int version = (int) Math.min(ticket.version(), history.size());
        looks.put(
                new Look(node, agent, ticket.id()),
                new Read(ticket.messages().size(), others(history.subList(0, version))));
    }

    /** Every ticket stood in some list before everybody. */
    void sawAll(Node node) {
        for (Agent agent : world.setting.agents) {
            for (Facts facts : world.book.all()) {
                Read read = new Read(facts.messages.size(), others(facts.history));
                looks.put(new Look(node, agent.id(), facts.opened.ticket()), read);
            }
        }
    }

    Read read(Node node, AgentId agent, TicketId ticket) {
        return looks.getOrDefault(new Look(node, agent, ticket), Read.NOTHING);
    }

    private static long others(List<TicketEvent> history) {
        return history.stream()
                .filter(event -> FormFacts.isSaid(event)
                        || (event instanceof LifecycleEvent.Absorbed absorbed
                                && absorbed.lastMessage().isPresent()))
                .count();
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof ConversationEvent.Answered answered
                && answered.message().author() instanceof Author.ByAgent author
                && batch.all(LifecycleEvent.Overridden.class).stream()
                        .noneMatch(overridden -> overridden.code() == PracticeCode.STALE_REPLY)) {
            boolean waited = batch.all(OutgoingEvent.class).stream()
                    .anyMatch(going -> answered.message().id().equals(DraftChecks.message(going)));
            if (waited) {
                return; // what has come since it was ordered is for OrderChecks to say
            }
            Read looked = read(batch.node(), author.agent(), event.ticket());
            Read read =
                    world.drafts.read(answered, author.agent()).map(looked::or).orElse(looked);
            boolean blind = facts.messages.stream().skip(read.messages).anyMatch(message -> matters(message, author))
                    || others(facts.history) > read.others;
            world.require(
                    !blind,
                    () -> "ticket " + facts.opened.number() + ", " + event + ": its author has seen no more than "
                            + read);
        }
    }

    private static boolean matters(Message message, Author author) {
        return message.direction() == Direction.INBOUND
                ? !message.automatic()
                : message.isHumanAnswer() && !message.author().equals(author);
    }
}
