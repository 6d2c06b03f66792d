package dev.heed;

import dev.heed.spi.store.OutboxEntry;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What waits to be sent and is of no use any more. */
final class Overtaken {
    private Overtaken() {}

    /** Empty if it may still be sent. */
    static Optional<String> why(Engine engine, OutboxEntry entry) {
        if (engine.store()
                .findTicket(entry.ticket())
                .filter(Overtaken::isErased)
                .isPresent()) {
            return Optional.of("The customer was erased.");
        }
        if (entry.isWithoutTicket()) {
            return Confirmations.LASTS.compareTo(
                                    Duration.between(entry.message().writtenAt(), engine.now()))
                            <= 0
                    ? Optional.of("The token in it has expired.")
                    : Optional.empty();
        }
        boolean triedBefore = entry.reason().isPresent(); // else a reminder is sent when it is written
        return triedBefore && entry.message().automatic()
                ? dateThatHasCome(engine, entry)
                        .map(date -> "It is a reminder that names " + date + " as the closing date, which has come.")
                : Optional.empty();
    }

    private static boolean isErased(Ticket ticket) {
        return ticket.closing()
                .filter(closing ->
                        closing instanceof Closing.Exempt exempt && exempt.exemption() == Exemption.CUSTOMER_ERASED)
                .isPresent();
    }

    /** Of a reminder: nobody is to read that a ticket is closed on a day that was long ago. */
    static Optional<Instant> dateThatHasCome(Engine engine, OutboxEntry entry) {
        return engine.store().history(entry.ticket()).stream()
                .filter(Reminded.class::isInstance)
                .map(Reminded.class::cast)
                .filter(reminded ->
                        reminded.message().id().equals(entry.message().id()))
                .map(Reminded::closesAt)
                .filter(date -> !date.isAfter(engine.now()))
                .findFirst();
    }
}
