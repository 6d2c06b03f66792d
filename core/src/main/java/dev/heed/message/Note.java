package dev.heed.message;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.List;

/**
 * What the people of a shop write to each other about a ticket, and no customer ever reads. It is no {@link Message}, so
 * nothing that sends or shows one can be given a note. Immutable and thread-safe.
 *
 * <p>Of its words, halves of surrogate pairs and control characters other than line breaks and tabs become U+FFFD: some
 * stores cannot keep them. Everything else stays as it was written, marks for the direction of a text among it; a page
 * that shows a note has to keep them inside its frame.
 *
 * @param id names it
 * @param author who wrote it: an agent, Heed itself or a bot
 * @param at when
 * @param text the words; may be empty where Heed writes down what it received, or where a department is told an action
 * @param audience for whom it is, and whether something is awaited of them
 * @param mentions the agents whom the words name as {@code @id}, each once, in their order
 * @param attachments files that belong to it
 * @param remarks what an agent should know about how it came here, for example that it was cut at a size limit
 */
public record Note(
        NoteId id,
        Author author,
        Instant at,
        String text,
        Audience audience,
        List<AgentId> mentions,
        List<Attachment> attachments,
        List<String> remarks) {
    /** How many characters (UTF-16) of words people and bots may write in one note. */
    public static final int LONGEST_TEXT = 100_000;

    /**
     * A note with all its parts.
     *
     * @throws InvalidInputException if a customer is said to have written it
     */
    public Note {
        requireNonNull(id, "id");
        requireNonNull(at, "at");
        requireNonNull(audience, "audience");
        if (author instanceof Author.ByCustomer) {
            throw new InvalidInputException(
                    "Note " + id + " is said to be by a customer.", "What a customer writes is a message.");
        }
        text = PlainWords.of(text);
        mentions = mentions.stream().distinct().toList();
        attachments = List.copyOf(attachments);
        remarks = List.copyOf(remarks);
    }

    /** A note to nobody in particular, without files and remarks. */
    public static Note of(NoteId id, Author author, Instant at, String text) {
        return new Note(id, author, at, text, new Audience.Anybody(), List.of(), List.of(), List.of());
    }

    /** The same under another name. */
    public Note named(NoteId other) {
        return new Note(other, author, at, text, audience, mentions, attachments, remarks);
    }

    /** The same for others. */
    public Note to(Audience other) {
        return new Note(id, author, at, text, other, mentions, attachments, remarks);
    }

    /** The same, naming these agents. */
    public Note mentioning(List<AgentId> agents) {
        return new Note(id, author, at, text, audience, agents, attachments, remarks);
    }

    /** The same with these files and remarks. */
    public Note with(List<Attachment> files, List<String> about) {
        return new Note(id, author, at, text, audience, mentions, files, about);
    }

    /** Without the words: this is what ends up in logs. */
    @Override
    public String toString() {
        return "Note " + id + " by " + author.kind() + " at " + at;
    }
}
