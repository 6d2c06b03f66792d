package dev.heed.message;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.people.DepartmentId;
import java.time.Instant;
import java.util.List;

/** For whom of the shop a note is, and whether something is awaited of them. */
public sealed interface Audience {

    /** Whoever looks at the ticket. */
    record Anybody() implements Audience {}

    /**
     * Some people, of whom nothing is awaited.
     *
     * @param people each once, in the order in which they were named; one at least
     */
    record People(List<AgentId> people) implements Audience {
        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if it is for nobody
         */
        public People {
            people = people.stream().distinct().toList();
            if (people.isEmpty()) {
                throw new InvalidInputException("A note to people is to nobody.", "Name one at least.");
            }
        }
    }

    /** Something that stays open until somebody does what is awaited. */
    sealed interface Awaiting extends Audience {
        /** Of whom. */
        Addressee to();

        /** By when; from then on they are reminded. */
        Instant due();
    }

    /**
     * P77: a department is to do something, and somebody of it has to acknowledge that.
     *
     * @param to which department
     * @param reference what it is about in the words of that department, such as the number of an order; not blank
     * @param action what is to be done; not blank
     * @param due by when somebody of the department has acknowledged it
     */
    record DepartmentNote(DepartmentId to, String reference, String action, Instant due) implements Awaiting {
        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if reference or action is blank
         */
        public DepartmentNote {
            requireNonNull(to, "to");
            requireNonNull(due, "due");
            reference = PlainWords.of(reference);
            action = PlainWords.of(action);
            if (reference.isBlank() || action.isBlank()) {
                throw new InvalidInputException(
                        "A note to department " + to + " does not say what it is about, or what is to be done.",
                        "Name the order, or whatever else the department knows it by, and the action.");
            }
        }

        /** Without the words: this is what ends up in logs. */
        @Override
        public String toString() {
            return "DepartmentNote[to " + to + ", due " + due + "]";
        }
    }

    /**
     * P84: a colleague, or somebody of a department, is to answer a question.
     *
     * @param to who is asked
     * @param due by when
     */
    record InternalAsk(Addressee to, Instant due) implements Awaiting {
        /** Both are there. */
        public InternalAsk {
            requireNonNull(to, "to");
            requireNonNull(due, "due");
        }
    }

    /**
     * An answer to an ask on the same ticket.
     *
     * @param ask the note that asked
     */
    record AnswerTo(NoteId ask) implements Audience {}
}
