package dev.heed;

import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.spi.channel.Bounce;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.store.InboundKey;
import dev.heed.ticket.DeliveryCommand;
import dev.heed.ticket.NoteCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ties the report that a message did not arrive to that message; what it says is kept as a note. */
final class Bounces {
    private final ChannelId channel;
    private final Engine engine;

    Bounces(ChannelId channel, Engine engine) {
        this.channel = channel;
        this.engine = engine;
    }

    /** Empty if it is about nothing that the desk has sent. */
    Optional<Engine.Outcome> tryRecord(Bounce bounce, InboundMessage report, KeptFiles files, InboundKey key) {
        for (String name : bounce.candidates()) {
            Optional<Ticket> ticket =
                    engine.store().findByReference(channel, name).flatMap(engine.store()::findTicket);
            Optional<MessageId> message = ticket.flatMap(found -> sentUnder(name, found));
            if (message.isPresent()) {
                return Optional.of(record(ticket.get(), message.get(), bounce, report, files, key));
            }
        }
        return Optional.empty();
    }

    private static Optional<MessageId> sentUnder(String name, Ticket ticket) {
        return ticket.messages().stream()
                .filter(message -> message.direction() == Direction.OUTBOUND)
                .filter(message -> message.reference().filter(name::equals).isPresent())
                .map(Message::id)
                .findFirst();
    }

    private Engine.Outcome record(
            Ticket ticket, MessageId message, Bounce bounce, InboundMessage report, KeptFiles files, InboundKey key) {
        Author author = new Author.BySystem(Optional.empty());
        NoteId id = new NoteId(engine.newId().toString());
        List<String> remarks = Stream.concat(report.remarks().stream(), files.remarks().stream())
                .toList();
        Note note = Note.of(id, author, engine.now(), report.text()).with(files.files(), remarks);
        List<TicketCommand> commands =
                List.of(new DeliveryCommand.RecordBounce(message, bounce.reason()), new NoteCommand.AddNote(note));
        Engine.Plan plan = new Engine.Plan(commands, (after, unit) -> unit.inbound(key, ticket.id()));
        return tryLose(engine, ticket, message, plan);
    }

    /** Writes down what did not arrive, also where the ticket goes on if it was a duplicate. */
    static Engine.Outcome tryLose(Engine engine, Ticket ticket, MessageId message, Engine.Plan plan) {
        String reason = "A message of ticket " + ticket.number() + ", which goes on here, did not reach the customer.";
        return tryBoth(
                engine,
                ticket,
                plan,
                List.of(
                        new DeliveryCommand.RecordUnreachable(reason),
                        DeliveryCommand.RecordOwedElsewhere.ofLost(ticket, message)));
    }

    /** Writes down what waits in a queue, also where the ticket goes on if it was a duplicate. */
    static Engine.Outcome tryDelay(Engine engine, Ticket ticket, MessageId message, Engine.Plan plan) {
        return tryBoth(engine, ticket, plan, List.of(DeliveryCommand.RecordOwedElsewhere.ofDelayed(ticket, message)));
    }

    private static Engine.Outcome tryBoth(
            Engine engine, Ticket ticket, Engine.Plan plan, List<TicketCommand> elsewhere) {
        return engine.goesOnIn(ticket.id())
                .filter(goesOn -> !goesOn.id().equals(ticket.id())) // as it was when it went on nowhere
                .map(goesOn -> engine.tryChangeBoth(ticket, plan, goesOn, elsewhere))
                .orElseGet(() -> engine.tryChange(ticket, plan));
    }
}
