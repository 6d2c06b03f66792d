package dev.heed.spi.channel;

import static java.util.Objects.requireNonNull;

import dev.heed.message.AttachmentSource;
import dev.heed.people.Address;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A message as a channel received it, before anybody knows whose it is. Immutable; the builder is not thread-safe. */
public final class InboundMessage {
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private final String externalId;
    private final String text;
    private final Optional<Address> sender;
    private final Optional<String> senderName;
    private final Optional<Locale> senderLocale;
    private final String subject;
    private final Optional<String> html;
    private final List<AttachmentSource> attachments;
    private final Optional<String> reference;
    private final List<String> answers;
    private final Optional<String> automatic;
    private final Optional<Bounce> bounce;
    private final List<String> remarks;
    private final Optional<Instant> sentAt;

    private InboundMessage(Builder builder) {
        externalId = builder.externalId;
        text = builder.text;
        sender = builder.sender;
        senderName = builder.senderName;
        senderLocale = builder.senderLocale;
        subject = LINE_BREAKS.matcher(builder.subject).replaceAll(" ").strip();
        html = builder.html;
        attachments = List.copyOf(builder.attachments);
        reference = builder.reference;
        answers = List.copyOf(builder.answers);
        automatic = builder.automatic;
        bounce = builder.bounce;
        remarks = List.copyOf(builder.remarks);
        sentAt = builder.sentAt;
    }

    /**
     * Starts a message.
     *
     * @param externalId what makes it the same when it is received again; never from a clock
     * @param text its words; may be empty
     */
    public static Builder builder(String externalId, String text) {
        return new Builder(externalId, text);
    }

    /** What makes it the same when it is received again; no other message has it, also none with equal words. */
    public String externalId() {
        return externalId;
    }

    /** Its words. */
    public String text() {
        return text;
    }

    /** Who sent it, where answers go; empty if the message does not say. */
    public Optional<Address> sender() {
        return sender;
    }

    /** What the sender calls himself; a claim and no proof. */
    public Optional<String> senderName() {
        return senderName;
    }

    /** The language the sender asks for. */
    public Optional<Locale> senderLocale() {
        return senderLocale;
    }

    /** The subject, one line; empty on channels without subjects. */
    public String subject() {
        return subject;
    }

    /** Sanitised HTML. */
    public Optional<String> html() {
        return html;
    }

    /** Files. */
    public List<AttachmentSource> attachments() {
        return attachments;
    }

    /** Its own name in the world outside, by which later messages may refer to it. */
    public Optional<String> reference() {
        return reference;
    }

    /** The names of the messages it says it answers, the nearest first. */
    public List<String> answers() {
        return answers;
    }

    /** Why it is held for the message of a program, for example {@code Auto-Submitted}; such are never answered. */
    public Optional<String> automatic() {
        return automatic;
    }

    /** What it says about a message of the desk that did not arrive; empty for everything but such reports. */
    public Optional<Bounce> bounce() {
        return bounce;
    }

    /** What an agent should know about its reception. */
    public List<String> remarks() {
        return remarks;
    }

    /** When the sender says it was sent; a claim. */
    public Optional<Instant> sentAt() {
        return sentAt;
    }

    /** Collects what is known of a message. Not thread-safe. */
    public static final class Builder {
        private final String externalId;
        private final String text;
        private Optional<Address> sender = Optional.empty();
        private Optional<String> senderName = Optional.empty();
        private Optional<Locale> senderLocale = Optional.empty();
        private String subject = "";
        private Optional<String> html = Optional.empty();
        private List<AttachmentSource> attachments = List.of();
        private Optional<String> reference = Optional.empty();
        private List<String> answers = List.of();
        private Optional<String> automatic = Optional.empty();
        private Optional<Bounce> bounce = Optional.empty();
        private List<String> remarks = List.of();
        private Optional<Instant> sentAt = Optional.empty();

        private Builder(String externalId, String text) {
            this.externalId = requireNonNull(externalId, "externalId");
            this.text = requireNonNull(text, "text");
        }

        /** Who sent it. Default: unknown. */
        public Builder sender(Address value) {
            sender = Optional.of(value);
            return this;
        }

        /** What the sender calls himself. Default: nothing. */
        public Builder senderName(String value) {
            senderName = Optional.of(value);
            return this;
        }

        /** The language the sender asks for. Default: unknown. */
        public Builder senderLocale(Locale value) {
            senderLocale = Optional.of(value);
            return this;
        }

        /** The subject, one line. Default: empty. */
        public Builder subject(String value) {
            subject = value;
            return this;
        }

        /** Sanitised HTML. Default: none. */
        public Builder html(String value) {
            html = Optional.of(value);
            return this;
        }

        /**
         * Files, whose bytes are read while the message is taken in. One that cannot be read (an {@code IOException}) or is too
         * large keeps the message from nothing: it is taken in without the file, and says so. A channel that expects it to be read
         * later lets its stream throw {@link dev.heed.error.ChannelUnavailableException}, and the message comes again. Default:
         * none.
         */
        public Builder attachments(List<AttachmentSource> value) {
            attachments = value;
            return this;
        }

        /** Its own name in the world outside. Default: none. */
        public Builder reference(String value) {
            reference = Optional.of(value);
            return this;
        }

        /** The names of the messages it answers, the nearest first. Default: none. */
        public Builder answers(List<String> value) {
            answers = value;
            return this;
        }

        /** Why it is held for the message of a program. Default: a person wrote it. */
        public Builder automatic(String reason) {
            automatic = Optional.of(reason);
            return this;
        }

        /** Says that it reports a message of the desk as undeliverable. Default: it does not. */
        public Builder bounce(Bounce value) {
            bounce = Optional.of(value);
            return this;
        }

        /** What an agent should know about its reception. Default: nothing. */
        public Builder remarks(List<String> value) {
            remarks = value;
            return this;
        }

        /** When the sender says it was sent. Default: unknown. */
        public Builder sentAt(Instant value) {
            sentAt = Optional.of(value);
            return this;
        }

        /** Builds the message. */
        public InboundMessage build() {
            return new InboundMessage(this);
        }
    }
}
