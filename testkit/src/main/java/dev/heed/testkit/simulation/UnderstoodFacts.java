package dev.heed.testkit.simulation;

import dev.heed.message.MessageId;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.ListeningEvent;
import dev.heed.ticket.RootCause;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the shop has understood of a ticket, as docs/listening.md tells it. Not thread-safe. */
final class UnderstoodFacts {
    final Map<String, String> known = new TreeMap<>();

    ListeningEvent.@Nullable StatementSent statement;

    @Nullable
    Instant heededAt;

    @Nullable
    RootCause cause;

    private String state = "none";

    void take(TicketEvent event) {
        if (event instanceof ListeningEvent.FactNoted noted) {
            known.put(noted.kind() + " " + noted.key(), noted.value());
        } else if (event instanceof ListeningEvent.FactOutdated outdated) {
            known.remove(outdated.kind() + " " + outdated.key());
        } else if (event instanceof ListeningEvent.StatementSent sent) {
            statement = sent;
            state = "SENT";
        } else if (event instanceof ListeningEvent.StatementConfirmed) {
            heededAt = event.at();
            state = "CONFIRMED";
        } else if (event instanceof ListeningEvent.StatementCorrected) {
            heededAt = null;
            cause = null;
            state = "CORRECTED";
        } else if (event instanceof ListeningEvent.RootCauseFound found) {
            cause = found.cause();
        } else {
            letter(event);
        }
    }

    private void letter(TicketEvent event) {
        boolean lost = (event instanceof ConversationEvent.DeliveryFailed failed && isTheLetter(failed.message()))
                || (event instanceof ConversationEvent.Bounced bounced && isTheLetter(bounced.message()));
        boolean arrived = event instanceof ConversationEvent.Delivered delivered && isTheLetter(delivered.message());
        if (lost && state.equals("SENT")) {
            state = "LOST";
        } else if (arrived && state.equals("LOST")) {
            state = "SENT";
        }
    }

    private boolean isTheLetter(MessageId message) {
        return statement != null && statement.message().filter(message::equals).isPresent();
    }

    /** What has become of the last statement. */
    String state() {
        return state;
    }

    /** Whether the customer was told how the problem is understood, and has not said since that it is another. */
    boolean isRephrased() {
        return state.equals("SENT") || state.equals("CONFIRMED");
    }

    boolean waitsForTheCustomer() {
        return state.equals("SENT") || state.equals("LOST");
    }

    Optional<RootCause> cause() {
        return Optional.ofNullable(cause);
    }
}
