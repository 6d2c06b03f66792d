package dev.heed.testkit.simulation;

import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.Note;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.NoteEvent;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who is said to have written something has written it, once; people sign, programs are labelled, times are told. */
final class WordChecks implements Check {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEEE', by 'HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE', by '", Locale.ENGLISH);

    /** The date between the day of the week and the time, where it is neither today nor tomorrow. */
    private static final Pattern NAMED = Pattern.compile(", \\d+ \\p{L}+( \\d+)?, by ");

    private final World world;
    private final Map<String, TicketId> seen = new HashMap<>();

    WordChecks(World world) {
        this.world = world;
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private void require(boolean holds, Facts facts, TicketEvent event, String invariant) {
        world.require(holds, () -> "ticket " + facts.opened.number() + ", " + event + ": " + invariant);
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof ConversationEvent.MessageReceived received) {
            if (!InboundChecks.isReport(received.message())) {
                once(facts, event, received.message(), "Q");
            }
            require(received.message().direction() == Direction.INBOUND, facts, event, "not inbound");
        } else if (event instanceof ConversationEvent.Answered answered) {
            answered(facts, answered, batch);
        } else if (event instanceof NoteEvent.NoteAdded added) {
            noted(facts, added);
        } else if (event instanceof ConversationEvent.BotWrote bot) {
            once(facts, event, bot.message(), "B");
            automatic(facts, event, bot.message(), "written by a program");
        } else if (event instanceof ConversationEvent.Acknowledged ack) {
            automatic(facts, event, ack.message(), "sent automatically");
            require(
                    facts.promises
                            .open(dev.heed.promise.PromiseKind.REPLY)
                            .filter(entry -> entry.made.due().equals(ack.told().at()))
                            .isPresent(),
                    facts,
                    event,
                    "told a time that is not promised");
            tellsUntil(facts, event, ack.message(), ack.told().at());
        } else if (event instanceof ConversationEvent.Reminded reminded) {
            automatic(facts, event, reminded.message(), "sent automatically");
        }
    }

    private void tells(Facts facts, TicketEvent event, Message message, Instant at) {
        require(
                message.text().contains(time(at, world.setting.shop.zone())),
                facts,
                event,
                "the customer is not told " + at + ": " + message.text());
    }

    /** As people say it: with the day of the week and the minute, midnight as the end of a date. */
    private void tellsUntil(Facts facts, TicketEvent event, Message message, Instant at) {
        ZonedDateTime there = at.atZone(world.setting.shop.zone());
        String exact = DAY_AND_TIME.format(there);
        String endOfDay = DAY.format(there.minusDays(1)) + "24:00";
        String words = NAMED.matcher(message.text()).replaceAll(", by ");
        boolean told =
                words.contains(exact) || (there.getHour() == 0 && there.getMinute() == 0 && words.contains(endOfDay));
        require(told, facts, event, "the customer is not told " + at + ": " + message.text());
    }

    private void automatic(Facts facts, TicketEvent event, Message message, String label) {
        require(
                message.automatic()
                        && !message.isHumanAnswer()
                        && message.signature().isEmpty(),
                facts,
                event,
                "a program is taken for a person");
        require(message.text().contains(label), facts, event, "a program's message is not labelled");
    }

    private void answered(Facts facts, ConversationEvent.Answered answered, Batch batch) {
        Message message = answered.message();
        once(facts, answered, message, "R");
        Optional<AgentId> author = author(message);
        require(
                message.isHumanAnswer()
                        && author.map(Author.ByAgent::new)
                                .filter(message.author()::equals)
                                .isPresent(),
                facts,
                answered,
                "written by " + author);
        Agent agent = world.setting.agent(author.orElseThrow());
        require(
                message.text().contains(agent.fullName())
                        && message.text().contains(agent.employeeId().orElseThrow())
                        && message.signature()
                                .filter(signature -> signature.name().equals(agent.fullName()))
                                .isPresent(),
                facts,
                answered,
                "not signed by its author: " + message.text());
        for (PromiseEvent.PromiseMade made : batch.all(PromiseEvent.PromiseMade.class)) {
            if (made.promise().kind().madeByAgents()) {
                tells(facts, answered, message, made.promise().due());
            }
        }
    }

    /** Whoever wrote it; of what was shared before, a colleague who wanted to send it. */
    private Optional<AgentId> author(Message message) {
        Optional<String> word = Intents.wordIn(message.text());
        if (message.author() instanceof Author.ByAgent by
                && word.filter(shared -> world.drafts.isSentBy(shared, by.agent()))
                        .isPresent()) {
            return Optional.of(by.agent());
        }
        return word.flatMap(world.intents::said).flatMap(Intents.Said::agent);
    }

    private void noted(Facts facts, NoteEvent.NoteAdded added) {
        Note note = added.note();
        if (note.author() instanceof Author.ByAgent by) {
            once(facts, added, note.text(), "N");
            Optional<AgentId> author =
                    Intents.wordIn(note.text()).flatMap(world.intents::said).flatMap(Intents.Said::agent);
            require(author.filter(by.agent()::equals).isPresent(), facts, added, "written by " + author);
        }
    }

    private void once(Facts facts, TicketEvent event, Message message, String kind) {
        once(facts, event, message.text(), kind);
    }

    private void once(Facts facts, TicketEvent event, String text, String kind) {
        Optional<String> word = Intents.wordIn(text);
        require(word.filter(found -> found.startsWith(kind)).isPresent(), facts, event, "nobody wrote this");
        TicketId before = seen.putIfAbsent(word.orElseThrow(), facts.opened.ticket());
        require(before == null, facts, event, "what was written once is there twice: " + word);
    }
}
