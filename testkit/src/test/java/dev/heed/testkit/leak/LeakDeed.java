package dev.heed.testkit.leak;

import com.google.errorprone.annotations.Immutable;
import dev.heed.AgentDesk;
import dev.heed.BulkAction;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.error.PracticeCode;
import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Absence;
import dev.heed.people.EmailAddress;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.channel.Bounce;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.NoteEvent.NoteAdded;
import dev.heed.ticket.OpenNote;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happens at a desk. Whatever people write that is not for the customer has a canary in it. */
enum LeakDeed {
    NOTE((play, c) -> play.wrote(play.agent(c).note(play.ticket(c), "The carrier says " + play.canary() + "."))),
    NOTE_WITH_PLACEHOLDERS((play, c) -> play.wrote(
            play.notes(c).add(play.ticket(c), "{{customer.name}} {{ticket.number}} " + play.canary() + " {{reply}}"))),
    NOTE_TO_PEOPLE((play, c) -> play.wrote(play.notes(c)
            .addTo(play.ticket(c), List.of(LeakPlay.BEN.id(), LeakPlay.OLGA.id()), "@ben: " + play.canary()))),
    MENTION((play, c) -> play.wrote(play.notes(c).add(play.ticket(c), "@olga, @ben " + play.canary() + "@maria."))),
    NOTE_IN_BULK((play, c) -> {
        List<TicketId> some = List.copyOf(play.tickets).subList(0, Math.min(3, play.tickets.size()));
        play.desk.as(LeakPlay.OLGA).bulk(some, BulkAction.note("To all of them: " + play.canary()));
    }),
    TELL((play, c) -> play.wrote(play.notes(c)
            .tell(play.ticket(c), LeakPlay.SHIPPING, "A-" + play.canary(), "Add " + play.canary(), play.canary()))),
    ASK((play, c) -> play.wrote(play.notes(0)
            .ask(
                    play.ticket(c),
                    c % 2 == 0 ? LeakPlay.BEN.id() : LeakPlay.SHIPPING,
                    play.in(Duration.ofHours(1 + c)),
                    "Is " + play.canary() + " left?"))),
    ANSWER((play, c) -> {
        OpenNote ask = play.agent(c).getTicket(play.ticket(c)).openAsks().stream()
                .findFirst()
                .orElse(null);
        if (ask != null) {
            play.wrote(play.notes(c).answer(play.ticket(c), ask.note().id(), "On shelf " + play.canary()));
        }
    }),
    ACKNOWLEDGE((play, c) -> {
        for (OpenNote told : play.agent(c).getTicket(play.ticket(c)).unacknowledged()) {
            play.notes(1).acknowledge(play.ticket(c), told.note().id());
        }
    }),
    WITHDRAW((play, c) -> {
        for (OpenNote open : play.agent(c).getTicket(play.ticket(c)).openNotes()) {
            play.notes(0).withdraw(play.ticket(c), open.note().id(), "Found " + play.canary());
        }
    }),
    REPLY((play, c) -> play.reading(c, play.ticket(c)).reply(play.ticket(c), "I look after it, {{customer.name}}.")),
    REPLY_WITH_EVERY_PLACEHOLDER((play, c) -> {
        TicketId ticket = play.ticket(c);
        String known = "{{shop.name}} {{ticket.number}} {{agent.name}} Dear{{customer.greeting}} {{customer.name}}";
        play.reading(c, ticket).reply(ticket, known + " we write by {{expected_reply | default: \"then\"}}.");
    }),
    REPLY_WITH_A_GUESSED_PLACEHOLDER((play, c) -> {
        List<String> guesses = List.of("note", "notes", "ticket.notes", "ticket.note", "summary", "ask", "owner");
        TicketId ticket = play.ticket(c);
        String guess = guesses.get(c % guesses.size());
        String unfilled = c % 2 == 0 ? "" : " | default: \"nothing\"";
        play.reading(c, ticket).reply(ticket, "It says {{" + guess + unfilled + "}}.");
    }),
    REPLY_IN_HTML_WITH_A_FILE((play, c) -> {
        TicketId ticket = play.ticket(c);
        AgentDesk agent = play.reading(c, ticket);
        agent.reply(
                ticket,
                Reply.html("<p>Here it is.</p>", Signature.of(agent.agent())).attach(LeakPlay.file("label.txt", "17")));
    }),
    PROMISE((play, c) -> {
        TicketId ticket = play.ticket(c);
        AgentDesk agent = play.reading(c, ticket);
        PromiseKind kind = c % 2 == 0 ? PromiseKind.FIND_OUT : PromiseKind.ACTION;
        agent.reply(
                ticket,
                Reply.text("I ask.", Signature.of(agent.agent())),
                Commitments.none()
                        .promise(kind, "where it is", play.in(Duration.ofHours(2L + c)))
                        .apologise());
    }),
    KEEP((play, c) -> play.agent(c)
            .getTicket(play.ticket(c))
            .openPromises()
            .forEach(promise -> play.agent(c).keepPromise(play.ticket(c), promise.id(), "By " + play.canary()))),
    PROPOSE((play, c) -> play.reading(c, play.ticket(c)).proposeSolution(play.ticket(c), "It arrives today.")),
    DECIDE_AGAINST((play, c) -> {
        TicketId ticket = play.ticket(c);
        AgentDesk agent = play.reading(c, ticket);
        agent.decideAgainst(
                ticket,
                Reply.text("I am sorry.", Signature.of(agent.agent())),
                new AdverseDecision("It was used.", "Write to Olga Winter."));
    }),
    HOLD((play, c) -> {
        TicketId ticket = play.ticket(c);
        AgentDesk agent = play.reading(c, ticket);
        Reply reply = Reply.text("We wait for the carrier.", Signature.of(agent.agent()));
        agent.hold(ticket, play.in(Duration.ofHours(3L + c)), "For " + play.canary(), reply);
    }),
    HOLD_UNTOLD((play, c) -> play.agent(c)
            .holdUntold(play.ticket(c), play.in(Duration.ofHours(3)), "For " + play.canary(), play.canary())),
    CLASSIFY((play, c) -> play.agent(2).classify(play.ticket(c), kind(c), "So " + play.canary())),
    MERGE((play, c) -> play.agent(c).mergeInto(play.ticket(c), play.ticket(c + 1), "Same " + play.canary())),
    UNMERGE((play, c) -> play.agent(c).structure().unmerge(play.ticket(c), "Other " + play.canary())),
    SPLIT((play, c) -> {
        TicketId ticket = play.ticket(c);
        List<MessageId> said = play.agent(c).getTicket(ticket).messages().stream()
                .filter(message -> message.direction() == Direction.INBOUND)
                .map(Message::id)
                .toList();
        play.agent(c).structure().split(ticket, said.subList(said.size() - 1, said.size()), "More", play.canary());
    }),
    DELETE((play, c) -> play.agent(2).structure().delete(play.ticket(c), "Test " + play.canary())),
    SPAM((play, c) -> play.agent(c).markSpam(play.ticket(c), "Advertises " + play.canary())),
    NO_SPAM((play, c) -> play.agent(c).structure().notSpam(play.ticket(c), "Order " + play.canary())),
    TAKE((play, c) -> play.agent(c)
            .overriding(PracticeCode.HANDOVER_WITHOUT_SUMMARY, "Ill " + play.canary())
            .take(play.ticket(c))),
    HAND_OVER((play, c) -> play.agent(c).handOver(play.ticket(c), LeakPlay.BEN.id(), "Tried " + play.canary())),
    ABSENCE((play, c) -> play.desk
            .backoffice()
            .recordAbsence(new Absence(
                    play.agent(c).agent().id(),
                    play.agent(c + 1).agent().id(),
                    play.clock.instant(),
                    play.in(Duration.ofDays(2))))),
    CALL((play, c) -> play.agent(c).call(play.ticket(c), CallIntake.of("Ana", "030 1234"))),
    END_CALL((play, c) -> {
        List<CallOutcome> outcomes = List.of(
                new CallOutcome.Solved(Resolution.FIXED),
                new CallOutcome.CallbackPromised("where it is", play.in(Duration.ofHours(5))),
                new CallOutcome.WarmTransfer(LeakPlay.BEN.id(), "She said " + play.canary()),
                new CallOutcome.CustomerEnded(),
                new CallOutcome.Dropped());
        play.agent(c)
                .getTicket(play.ticket(c))
                .onThePhone()
                .ifPresent(talking -> play.desk.as(talking).endCall(play.ticket(c), outcomes.get(c % outcomes.size())));
    }),
    DRAFT((play, c) -> {
        AgentDesk agent = play.reading(c, play.ticket(c));
        agent.drafts().send(agent.drafts().write(play.ticket(c), "It is on its way."));
    }),
    BOT((play, c) -> play.desk.as(play.bot).write(play.ticket(c), "Your parcel is in Köln.")),
    CUSTOMER_WRITES((play, c) -> play.channel.receive(LeakPlay.ANAS, "It is still not here, " + c + ".")),
    CUSTOMER_ANSWERS((play, c) -> {
        if (!play.channel.sent().isEmpty()) {
            play.channel.answer(LeakPlay.ANAS, play.lastSent(), "Thank you, but where is it?");
        }
    }),
    CUSTOMER_CONFIRMS((play, c) -> play.desk.forCustomer(LeakPlay.ANA).confirmSolved(play.ticket(c))),
    CUSTOMER_DISAGREES((play, c) -> play.desk.forCustomer(LeakPlay.ANA).disagree(play.ticket(c), "It is not.")),
    COMES_BACK((play, c) -> {
        if (!play.channel.sent().isEmpty()) {
            MessageId lost =
                    play.channel.sent().get(c % play.channel.sent().size()).id();
            play.channel.receive(play.channel
                    .message("The mail system says " + play.canary())
                    .automatic("It is a report about a delivery.")
                    .attachments(List.of(LeakPlay.file("r.txt", play.canary())))
                    .bounce(new Bounce(List.of("out-" + lost.value()), "no such mailbox"))
                    .build());
        }
    }),
    GOES_DOWN((play, c) -> play.channel.goDown(Kind.UNREACHABLE)),
    COMES_UP((play, c) -> play.channel.comeBack()),
    REDRIVE((play, c) -> play.desk
            .backoffice()
            .deadLetters()
            .forEach(letter -> play.desk.backoffice().redrive(letter.id()))),
    HOURS((play, c) -> play.passes(Duration.ofHours(1 + c))),
    DAYS((play, c) -> {
        for (int day = 0; day < 1 + c % 5; day++) {
            play.passes(Duration.ofDays(1));
        }
    }),
    IMPORT((play, c) -> {
        Instant at = play.clock.instant().minus(Duration.ofDays(30));
        TicketId old = new TicketId(new UUID(9, play.tickets.size()));
        play.desk.backoffice().importTicket(history(play, old, at));
        play.tickets.add(old);
    });

    private final Deed deed;

    /** Holds nothing; what it needs it is given. */
    @Immutable
    private interface Deed {
        void accept(LeakPlay play, int choice);
    }

    LeakDeed(Deed deed) {
        this.deed = deed;
    }

    void play(LeakPlay play, int choice) {
        deed.accept(play, choice);
    }

    private static TicketKind kind(int choice) {
        List<TicketKind> kinds = List.of(TicketKind.values());
        return kinds.get(choice % kinds.size());
    }

    private static List<TicketEvent> history(LeakPlay play, TicketId old, Instant at) {
        Message asked = Message.builder(
                        new MessageId("old-" + old),
                        new Author.ByCustomer(LeakPlay.ANA),
                        Direction.INBOUND,
                        at,
                        "Where is my old parcel?")
                .build();
        Note note = Note.of(new NoteId("n-" + old), new Author.ByAgent(LeakPlay.BEN.id()), at, "Then " + play.canary());
        return List.of(
                new TicketOpened(
                        old,
                        at,
                        900_000 + play.tickets.size(),
                        LeakPlay.ANA,
                        Optional.of(EmailAddress.of(LeakPlay.ANAS)),
                        ChannelId.of("fake"),
                        "Old",
                        Optional.empty()),
                new MessageReceived(old, at, asked),
                new NoteAdded(old, at, note));
    }
}
