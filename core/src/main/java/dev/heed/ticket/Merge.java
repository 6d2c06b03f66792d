package dev.heed.ticket;

import dev.heed.message.MessageId;
import dev.heed.promise.PromiseId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has come into a ticket with a duplicate that goes on in it. Immutable.
 *
 * @param duplicate which
 * @param before how the ticket stood then
 * @param asker whether the duplicate's customer waits for an answer here, to what came from there
 * @param via the messages that have come since as answers to letters of the duplicate
 * @param owed what letters of the duplicate had settled and is owed here since they did not arrive
 * @param reply the promise to answer that was made here at the merge
 * @param replaced the promise in whose place that one came
 * @param untouched whether nothing has happened here since
 * @param asMerged whether nothing has happened since that matters to the duplicate: it waits, or does not, as it did
 * @param answered whether a person has answered here since, whoever had asked
 * @param inherited what of the duplicate was not known here, and stands here still
 */
record Merge(
        TicketId duplicate,
        Standing before,
        Asker asker,
        List<Through> via,
        List<PromiseId> owed,
        Optional<PromiseId> reply,
        Optional<PromiseId> replaced,
        boolean untouched,
        boolean asMerged,
        boolean answered,
        Inherited inherited) {

    /**
     * A message that came as an answer to a letter of the duplicate, or of one of its own duplicates.
     *
     * @param message which
     * @param path its own duplicates through which it came; mostly none
     */
    record Through(MessageId message, List<TicketId> path) {
        Through {
            path = List.copyOf(path);
        }
    }

    static Merge of(TicketId duplicate, Standing before, boolean waits) {
        return new Merge(
                duplicate,
                before,
                waits ? Asker.ASKS : Asker.NOBODY,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                false,
                Inherited.NOTHING);
    }

    /** Something has happened in the ticket. */
    Merge touched() {
        return untouched ? with(asker, via, owed, false, asMerged, answered) : this;
    }

    /** More is owed here for the duplicate, or it was merged once more. */
    Merge again(boolean waits) {
        return with(waits ? asker.asked() : asker, via, owed, false, false, answered);
    }

    Merge with(Asker other) {
        return with(other, via, owed, false, false, answered);
    }

    /** A person has answered, in a letter or otherwise. */
    Merge answered(Asker other) {
        return with(other, via, owed, false, asMerged && other.equals(asker), true);
    }

    Merge through(MessageId message, List<TicketId> path, boolean asks) {
        int behind = path.indexOf(duplicate);
        Through through = new Through(message, path.subList(0, behind));
        List<Through> more = Stream.concat(via.stream(), Stream.of(through)).toList();
        return with(asks ? asker.asked() : asker, more, owed, false, false, answered);
    }

    Merge owing(PromiseId promise) {
        List<PromiseId> more = Stream.concat(owed.stream(), Stream.of(promise)).toList();
        return with(asker, via, more, untouched, asMerged, answered);
    }

    Merge replacing(PromiseId earlier) {
        return new Merge(
                duplicate,
                before,
                asker,
                via,
                owed,
                reply,
                Optional.of(earlier),
                untouched,
                asMerged,
                answered,
                inherited);
    }

    Merge promising(PromiseId promise) {
        return new Merge(
                duplicate,
                before,
                asker,
                via,
                owed,
                Optional.of(promise),
                replaced,
                untouched,
                asMerged,
                answered,
                inherited);
    }

    private Merge with(
            Asker other,
            List<Through> otherVia,
            List<PromiseId> otherOwed,
            boolean stillUntouched,
            boolean stillAsMerged,
            boolean isAnswered) {
        return new Merge(
                duplicate,
                before,
                other,
                otherVia,
                otherOwed,
                reply,
                replaced,
                stillUntouched,
                stillAsMerged,
                isAnswered,
                inherited);
    }

    Merge inheriting(Inherited other) {
        return other.equals(inherited)
                ? this
                : new Merge(duplicate, before, asker, via, owed, reply, replaced, untouched, asMerged, answered, other);
    }

    /** Whether it was said through the duplicate, since the merge. */
    boolean said(FactSource source) {
        if (source instanceof FactSource.InAForm form) {
            return form.via().contains(duplicate);
        }
        return source instanceof FactSource.Quoted quoted
                && quoted.duplicate().isEmpty()
                && via.stream().anyMatch(through -> through.message().equals(quoted.message()));
    }

    /** The same, as it is said in the duplicate. */
    FactSource inDuplicate(FactSource source) {
        if (source instanceof FactSource.InAForm form && said(form)) {
            return new FactSource.InAForm(
                    form.customer(), form.via().subList(0, form.via().indexOf(duplicate)));
        }
        return source instanceof FactSource.Quoted quoted
                ? quoted.in(quoted.duplicate().filter(ticket -> !ticket.equals(duplicate)))
                : source;
    }
}
