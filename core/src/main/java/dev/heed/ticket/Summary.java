package dev.heed.ticket;

import dev.heed.message.Direction;
import dev.heed.message.Message;
import java.util.StringJoiner;

/** P42: what there is to know of a ticket whose owner could not say it: where it stands and what is open. */
final class Summary {
    private Summary() {}

    static String of(TicketState state) {
        StringJoiner summary = new StringJoiner(" ");
        summary.add("Made from the history: " + state.kind + ", " + state.status + ", of " + state.owner + " so far.");
        summary.add(state.messages.size() + " messages.");
        if (!state.notes.all().isEmpty()) {
            summary.add(state.notes.all().size() + " notes.");
        }
        for (OpenNote open : state.notes.open()) {
            String what = open.isAsk() ? "An answer by " : "An acknowledgement by ";
            summary.add(what + open.asked() + " is awaited, due at " + open.due() + ".");
        }
        last(state, Direction.INBOUND, "The customer wrote last at ", summary);
        last(state, Direction.OUTBOUND, "The shop wrote last at ", summary);
        if (state.unanswered) {
            summary.add("The customer's last message is not answered.");
        }
        if (state.disputed) {
            summary.add("The customer does not hold it for solved.");
        }
        if (state.held != null) {
            summary.add("Held until " + state.held.until() + ": " + state.held.reason());
        }
        for (Promises.Open open : state.promises.open()) {
            summary.add(open.promise() + ".");
        }
        return summary.toString();
    }

    private static void last(TicketState state, Direction direction, String what, StringJoiner summary) {
        for (int i = state.messages.size() - 1; i >= 0; i--) {
            Message message = state.messages.get(i);
            if (message.direction() == direction) {
                summary.add(what + message.at() + ".");
                return;
            }
        }
    }
}
