package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.promise.PromiseId;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Ticket;
import java.util.stream.Stream;

/** Where an answer can be given: where the conversation is, and to whom it was promised. */
final class Answerable {
    private Answerable() {}

    /**
     * Or what has been said since, and what is known there, would be passed over.
     *
     * @throws InvalidInputException if the ticket goes on in another one, or what is told was promised to somebody who is not
     *     the same person any more
     */
    static void require(Engine engine, Ticket ticket, Commitments commitments) {
        requireHere(engine, ticket, "Answer there");
        Stream<PromiseId> told = Stream.concat(
                commitments.kept().stream(),
                commitments.renegotiations().stream().map(one -> one.promise()));
        told.filter(promise -> isOfSomebodyElse(engine, ticket, promise))
                .findFirst()
                .ifPresent(promise -> {
                    throw new InvalidInputException(
                            "Promise " + promise + " of ticket " + ticket.number()
                                    + " was made to somebody who is not the same person any more.",
                            "Let the duplicate for which it is owed go on by itself again with structure().unmerge(…).");
                });
    }

    /**
     * The conversation is here.
     *
     * @param instead what to do where it is
     * @throws InvalidInputException if the ticket goes on in another one
     */
    static void requireHere(Engine engine, Ticket ticket, String instead) {
        Conversations.goesOnIn(ticket) // or nothing has to be looked up
                .flatMap(any -> engine.goesOnIn(ticket.id()))
                .filter(there -> !there.id().equals(ticket.id()))
                .ifPresent(there -> {
                    throw new InvalidInputException(
                            "Ticket " + ticket.number() + " goes on in ticket " + there.number() + ".",
                            instead + ", or let it go on by itself again with structure().unmerge(…).");
                });
    }

    private static boolean isOfSomebodyElse(Engine engine, Ticket ticket, PromiseId promise) {
        return ticket.structure()
                .owedFor(promise)
                .flatMap(engine.store()::findTicket)
                .filter(duplicate -> !engine.store().person(ticket.customer()).has(duplicate.customer()))
                .isPresent();
    }
}
