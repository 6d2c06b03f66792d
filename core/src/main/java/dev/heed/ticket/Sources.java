package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.message.Direction;
import dev.heed.message.Message;

/** Whether somebody has said what is said to be said. */
final class Sources {
    private final Steps steps;
    private final TicketState state;

    Sources(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    /** Whoever puts words into a customer's mouth is found out. */
    void requireSaid(FactSource source) {
        if (source instanceof FactSource.Quoted quoted) {
            requireQuoted(quoted);
        } else if (source instanceof FactSource.InAForm form) {
            steps.requireCustomer(form.customer());
        } else if (source instanceof FactSource.OnThePhone && !state.called) {
            throw new InvalidInputException(
                    "Nobody has talked with the customer of ticket " + state.opened.number() + " on the phone.",
                    "Begin the call with call(…), or quote a message; what was said in a duplicate is noted there.");
        }
    }

    private void requireQuoted(FactSource.Quoted quoted) {
        Message message = steps.message(quoted.message());
        if (message.direction() != Direction.INBOUND) {
            throw new InvalidInputException(
                    "Message " + message.id() + " is not one of the customer.", "Quote what the customer wrote.");
        }
        if (quoted.quotation().isBlank() || !message.text().contains(quoted.quotation())) {
            throw new InvalidInputException(
                    "The words quoted from message " + message.id() + " do not stand in it.",
                    "Quote a part of its text exactly, with capitals and blanks as they are there.");
        }
    }

    /** As {@link #requireSaid}; and a letter cut out of a word is no consent. */
    void requireConsent(FactSource source) {
        requireSaid(source);
        if (source instanceof FactSource.Quoted quoted
                && !WholeWords.stand(steps.message(quoted.message()).text(), quoted.quotation())) {
            throw new InvalidInputException(
                    "The words quoted from message " + quoted.message() + " are no whole words.",
                    "Quote the words in which the customer agrees, at least one of two letters, from its beginning to its"
                            + " end.");
        }
    }
}
