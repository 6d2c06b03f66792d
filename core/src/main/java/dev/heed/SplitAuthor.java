package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.json.Redaction;
import dev.heed.message.Author;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.ticket.StructureCommand.OpenSplit;
import dev.heed.ticket.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose a ticket is that is split off: of whoever has written it, who may have been taken for the customer wrongly. */
final class SplitAuthor {
    private final Engine engine;

    SplitAuthor(Engine engine) {
        this.engine = engine;
    }

    /**
     * The same, of its author.
     *
     * @throws InvalidInputException if the messages are of more than one person, or of one who was forgotten
     */
    OpenSplit of(OpenSplit split, Ticket original, List<MessageId> messages) {
        Person person = engine.store().person(original.customer());
        Set<CustomerId> authors = original.messages().stream()
                .filter(message -> messages.contains(message.id()))
                .flatMap(message -> message.author() instanceof Author.ByCustomer by
                        ? Optional.of(by.customer()).stream()
                        : Optional.<CustomerId>empty().stream())
                .collect(Collectors.toUnmodifiableSet());
        if (authors.isEmpty() || authors.equals(Set.of(original.customer()))) {
            return split;
        }
        CustomerId author = authors.iterator().next();
        if (authors.stream().allMatch(person::has)) {
            return authors.size() > 1 ? split : ofLinked(split, author, original);
        }
        if (authors.stream().anyMatch(Redaction::isPseudonym)) {
            throw refused(original, "were erased", "Leave them where they are.");
        }
        if (!authors.stream().allMatch(engine.store().person(author)::has)) {
            throw refused(original, "are of two people", "Split off those of one, and then those of the other.");
        }
        return split.of(author, Post.own(engine.profile(author), original));
    }

    /** Should they turn out to be two, it is with whoever wrote it. */
    private OpenSplit ofLinked(OpenSplit split, CustomerId author, Ticket original) {
        Optional<Address> own = Post.own(engine.profile(author), original);
        return own.isPresent() ? split.of(author, own) : split;
    }

    private static InvalidInputException refused(Ticket original, String why, String remedy) {
        return new InvalidInputException(
                "Messages of ticket " + original.number() + " that are to be split off " + why + ".", remedy);
    }
}
