package dev.heed.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One message between a customer and the shop. Immutable and thread-safe; equal by id. The builder is not thread-safe. */
public final class Message {
    private final MessageId id;
    private final Author author;
    private final Direction direction;
    private final Instant at;
    private final String text;
    private final Optional<String> html;
    private final Optional<Signature> signature;
    private final List<Attachment> attachments;
    private final Optional<String> reference;
    private final boolean automatic;
    private final List<String> remarks;

    private Message(Builder builder) {
        id = builder.id;
        author = builder.author;
        direction = builder.direction;
        at = builder.at;
        text = builder.text;
        html = builder.html;
        signature = builder.signature;
        attachments = List.copyOf(builder.attachments);
        reference = builder.reference;
        automatic = builder.automatic || builder.author.kind() != AuthorKind.HUMAN;
        remarks = List.copyOf(builder.remarks);
    }

    /** Starts a message. */
    public static Builder builder(MessageId id, Author author, Direction direction, Instant at, String text) {
        return new Builder(id, author, direction, at, text);
    }

    /** Names the message inside the desk. */
    public MessageId id() {
        return id;
    }

    /** Who wrote it. */
    public Author author() {
        return author;
    }

    /** Which way it goes. */
    public Direction direction() {
        return direction;
    }

    /** When it was received or written. */
    public Instant at() {
        return at;
    }

    /** The words in plain text; for outgoing messages with signature or automatic label, as the customer reads them. */
    public String text() {
        return text;
    }

    /** The HTML, sanitised, if there is any. */
    public Optional<String> html() {
        return html;
    }

    /** The signature; present on every message an agent sends to a customer, and on no other. */
    public Optional<Signature> signature() {
        return signature;
    }

    /** Files that came or go with it. */
    public List<Attachment> attachments() {
        return attachments;
    }

    /** Its name in the world outside, for example the Message-ID (RFC 5322 section 3.6.4) without angle brackets. */
    public Optional<String> reference() {
        return reference;
    }

    /** Whether no person wrote it: ours by a program, or a customer's auto-responder. */
    public boolean automatic() {
        return automatic;
    }

    /** What an agent should know about how it was received, for example that it was cut at a size limit. */
    public List<String> remarks() {
        return remarks;
    }

    /** Whether a person of the shop wrote it to the customer; only that answers a customer. */
    public boolean isHumanAnswer() {
        return direction == Direction.OUTBOUND && author.kind() == AuthorKind.HUMAN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Message that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Message " + id + " " + direction + " by " + author.kind() + " at " + at;
    }

    /** Collects the optional parts of a message. Not thread-safe. */
    public static final class Builder {
        private final MessageId id;
        private final Author author;
        private final Direction direction;
        private final Instant at;
        private final String text;
        private Optional<String> html = Optional.empty();
        private Optional<Signature> signature = Optional.empty();
        private List<Attachment> attachments = List.of();
        private Optional<String> reference = Optional.empty();
        private boolean automatic;
        private List<String> remarks = List.of();

        private Builder(MessageId id, Author author, Direction direction, Instant at, String text) {
            this.id = requireNonNull(id, "id");
            this.author = requireNonNull(author, "author");
            this.direction = requireNonNull(direction, "direction");
            this.at = requireNonNull(at, "at");
            this.text = requireNonNull(text, "text");
        }

        /** The HTML version, sanitised. Default: none. */
        public Builder html(Optional<String> value) {
            html = value;
            return this;
        }

        /** Who signed. Default: nobody. */
        public Builder signature(Signature value) {
            signature = Optional.of(value);
            return this;
        }

        /** Files. Default: none. */
        public Builder attachments(List<Attachment> value) {
            attachments = value;
            return this;
        }

        /** Its name in the world outside. Default: none. */
        public Builder reference(Optional<String> value) {
            reference = value;
            return this;
        }

        /** Marks a customer's message that no person wrote. Default: a person wrote it. */
        public Builder automatic(boolean value) {
            automatic = value;
            return this;
        }

        /** What an agent should know about its reception. Default: nothing. */
        public Builder remarks(List<String> value) {
            remarks = value;
            return this;
        }

        /** Builds the message. */
        public Message build() {
            return new Message(this);
        }
    }
}
