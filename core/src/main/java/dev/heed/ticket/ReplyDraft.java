package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.message.Attachment;
import dev.heed.message.FactKey;
import dev.heed.message.Html;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Seen;
import dev.heed.message.Signature;
import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer that is being written. It is kept beside its ticket and not in its history, so that typing leaves no trace
 * there. Immutable; each change gives another one.
 *
 * @param id names it for good
 * @param ticket on which it was begun; where that is a duplicate now, it is sent where that goes on
 * @param author who began it
 * @param content what is in it
 * @param shared whether colleagues see it, and may change, discard and send it
 * @param savedBy who changed it last
 * @param savedAt when
 * @param version 1 for a new one; rises with each change, and when it is ordered to be sent
 */
public record ReplyDraft(
        DraftId id,
        TicketId ticket,
        AgentId author,
        Content content,
        boolean shared,
        AgentId savedBy,
        Instant savedAt,
        long version) {
    /** How many characters the words of a draft may have, in HTML with its marks. */
    public static final int LONGEST_TEXT = 500_000;

    /** All parts are there. */
    public ReplyDraft {
        requireNonNull(id, "id");
        requireNonNull(ticket, "ticket");
        requireNonNull(author, "author");
        requireNonNull(content, "content");
        requireNonNull(savedBy, "savedBy");
        requireNonNull(savedAt, "savedAt");
    }

    /**
     * What is in a draft.
     *
     * @param text the words; what its HTML shows, if it is in HTML; may be blank, but is not sent then
     * @param html its source, if it is in HTML
     * @param signature who signs; empty for whoever sends it
     * @param attachments files to send along
     * @param seen the last message that whoever wrote it had read; empty if nobody knows
     * @param asks what its author says that it asks for
     * @param suggests the steps that its author says it suggests
     * @param commitments what it does besides answering
     */
    public record Content(
            String text,
            Optional<String> html,
            Optional<Signature> signature,
            List<Attachment> attachments,
            Optional<MessageId> seen,
            List<FactKey> asks,
            List<FactKey> suggests,
            Commitments commitments) {
        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if the words are too long
         */
        public Content {
            requireNonNull(commitments, "commitments");
            attachments = List.copyOf(attachments);
            asks = List.copyOf(asks);
            suggests = List.copyOf(suggests);
            int longest = Math.max(text.length(), html.map(String::length).orElse(0));
            if (longest > LONGEST_TEXT) {
                throw new InvalidInputException(
                        "A draft has " + longest + " characters, and " + LONGEST_TEXT + " are the most.",
                        "Shorten it, or send the long part as a file.");
            }
        }

        /** Words and nothing else. */
        public static Content of(String text) {
            return new Content(
                    text,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Commitments.none());
        }

        /**
         * All of a reply, and what it does besides.
         *
         * @throws InvalidInputException if it has files whose bytes have not been read yet
         */
        public static Content of(Reply reply, Commitments commitments) {
            if (!reply.files().isEmpty()) {
                throw new InvalidInputException(
                        "A file of a reply is not kept yet.",
                        "Write the draft with drafts().write(…), which keeps it.");
            }
            return new Content(
                    reply.text(),
                    reply.html().map(Html::source),
                    Optional.of(reply.signature()),
                    reply.attachments(),
                    reply.seen().flatMap(Content::last),
                    reply.asks(),
                    reply.suggests(),
                    reply.rephrased().map(commitments::rephrase).orElse(commitments));
        }

        private static Optional<MessageId> last(Seen seen) {
            return seen instanceof Seen.UpTo upTo ? Optional.of(upTo.last()) : Optional.empty();
        }

        /** Other words, in plain text; the rest stays. */
        public Content withText(String words) {
            return new Content(words, Optional.empty(), signature, attachments, seen, asks, suggests, commitments);
        }

        /** The same by somebody who had read up to there. */
        public Content withSeen(Optional<MessageId> last) {
            return new Content(text, html, signature, attachments, last, asks, suggests, commitments);
        }

        /**
         * The reply it is to become.
         *
         * @param otherwise who signs where it does not say
         * @throws InvalidInputException if it is blank, or its HTML cannot be sent
         * @throws dev.heed.error.RefusedException if its HTML can hide text from the customer
         */
        public Reply reply(Signature otherwise) {
            Signature signs = signature.orElse(otherwise);
            Reply reply = html.map(source -> Reply.html(source, signs)).orElseGet(() -> Reply.text(text, signs));
            for (Attachment attachment : attachments) {
                reply = reply.attach(attachment);
            }
            reply = reply.asking(words(asks)).suggesting(words(suggests));
            return seen.map(reply::seen).orElse(reply);
        }

        private static String[] words(List<FactKey> keys) {
            return keys.stream().map(FactKey::value).toArray(String[]::new);
        }

        /** Without the words: this is what ends up in logs. */
        @Override
        public String toString() {
            return "Content[" + text.length() + " characters, " + attachments.size() + " files]";
        }
    }

    /** What its author has written. */
    public String text() {
        return content.text();
    }

    /** What it does besides answering. */
    public Commitments commitments() {
        return content.commitments();
    }

    /** The same with other content, kept by somebody. */
    public ReplyDraft with(Content changed, AgentId by, Instant at) {
        return new ReplyDraft(id, ticket, author, changed, shared, by, at, version + 1);
    }

    /** The same, which colleagues see, too. */
    public ReplyDraft asShared() {
        return new ReplyDraft(id, ticket, author, content, true, savedBy, savedAt, version + 1);
    }

    /** The same and of the same version, which colleagues see, too. */
    public ReplyDraft asSharedToo() {
        return new ReplyDraft(id, ticket, author, content, true, savedBy, savedAt, version);
    }

    /** The same, kept anew, so that whoever has read it before cannot change it unawares. */
    public ReplyDraft touched() {
        return new ReplyDraft(id, ticket, author, content, shared, savedBy, savedAt, version + 1);
    }

    /** Whether somebody sees it. */
    public boolean isVisibleTo(AgentId agent) {
        return shared || author.equals(agent);
    }
}
