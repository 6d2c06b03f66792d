package dev.heed.message;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person wants to send to a customer. Cannot be made without a signature. Immutable and thread-safe.
 *
 * <p>The text may contain {@code {{customer.name | default: "there"}}} and the other placeholders of
 * docs/replies.md; they are filled when the reply is sent.
 */
public final class Reply {
    private final String text;
    private final Optional<Html> html;
    private final Signature signature;
    private final List<Attachment> attachments;
    private final Optional<Seen> seen;

    private Reply(
            String text, Optional<Html> html, Signature signature, List<Attachment> attachments, Optional<Seen> seen) {
        this.text = text;
        this.html = html;
        this.signature = requireNonNull(signature, "signature");
        this.attachments = List.copyOf(attachments);
        this.seen = seen;
    }

    /**
     * A reply in plain text. The signature is put below it; it is not part of the text.
     *
     * @throws InvalidInputException if the text is blank
     */
    public static Reply text(String text, Signature signature) {
        return new Reply(notBlank(text), Optional.empty(), signature, List.of(), Optional.empty());
    }

    /**
     * A reply in HTML. The signature is put below it as visible text, in the HTML and in the text version alike.
     *
     * @throws InvalidInputException if the HTML is broken, unsafe or shows nothing
     * @throws dev.heed.error.RefusedException with {@code SIGNATURE_NOT_PERSONAL} if the HTML can hide text from the
     *     customer
     */
    public static Reply html(String html, Signature signature) {
        Html parsed = Html.parse(html);
        return new Reply(notBlank(parsed.text()), Optional.of(parsed), signature, List.of(), Optional.empty());
    }

    /** The same reply with one more file. */
    public Reply attach(Attachment attachment) {
        List<Attachment> more = new ArrayList<>(attachments);
        more.add(attachment);
        return new Reply(text, html, signature, more, seen);
    }

    /** The same reply signed otherwise. */
    public Reply signed(Signature other) {
        return new Reply(text, html, other, attachments, seen);
    }

    /**
     * The same reply, by somebody who has seen everything up to a message. If the customer, or a colleague, has said
     * something since, it is refused with {@code STALE_REPLY}.
     */
    public Reply seen(MessageId last) {
        return new Reply(text, html, signature, attachments, Optional.of(Seen.upTo(last)));
    }

    /** What the customer will read above the signature; for HTML, its visible text. */
    public String text() {
        return text;
    }

    /** The HTML, if the reply was written in it. */
    public Optional<Html> html() {
        return html;
    }

    /** Who signs. */
    public Signature signature() {
        return signature;
    }

    /** Files to send along. */
    public List<Attachment> attachments() {
        return attachments;
    }

    /** How much its author has read; empty if nobody has said. */
    public Optional<Seen> seen() {
        return seen;
    }

    private static String notBlank(String text) {
        if (text.isBlank()) {
            throw new InvalidInputException("A reply has no words.", "Write what the customer should read.");
        }
        return text;
    }
}
