package dev.heed.spi.facts;

import dev.heed.message.FactKey;
import dev.heed.message.Message;
import dev.heed.ticket.FactKind;
import java.util.List;

/**
 * Finds facts in what a customer writes: an order number, a step that was tried. Must be thread-safe.
 *
 * <p>It is asked before the message is kept, so it should be quick: while it thinks, the channel waits. It may be asked
 * twice about the same words, and what it finds is kept with the message or not at all. If it throws, that is logged and
 * the message is kept without facts.
 */
public interface FactExtractor {
    /**
     * The facts in a message.
     *
     * @param message of a customer, not of a program
     * @return each with the very words that say so; one whose words do not stand in the text is not kept
     */
    List<Found> extract(Message message);

    /**
     * A fact.
     *
     * @param kind what it is
     * @param key under which name
     * @param value the data, or what was tried; not blank
     * @param quotation a part of the text of the message, exactly
     */
    record Found(FactKind kind, FactKey key, String value, String quotation) {
        /** Without the words: this is what ends up in logs. */
        @Override
        public String toString() {
            return kind + " " + key;
        }
    }

    /** One that finds nothing. */
    static FactExtractor none() {
        return message -> List.of();
    }
}
