package dev.heed.message;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person wants to send to a customer. Cannot be made without a signature. Immutable and thread-safe.
 *
 * <p>The text may contain {@code {{customer.name | default: "there"}}} and the other placeholders of
 * docs/replies.md; they are filled when the reply is sent.
 */
public final class Reply {
    /** How long its words are at most, in UTF-16 units; of HTML, what the customer reads of it. */
    public static final int LONGEST_TEXT = 100_000;

    /** How long its HTML is at most, in UTF-16 units, with what editors put into it. */
    public static final int LONGEST_HTML = 500_000;

    private final String text;
    private final Optional<Html> html;
    private final Signature signature;
    private final Files files;
    private final Meant meant;

    /** Files that are kept already, and such whose bytes have to be read yet. */
    private record Files(List<Attachment> kept, List<AttachmentSource> given) {
        static final Files NONE = new Files(List.of(), List.of());
    }

    /** What the author says of the reply, and of what was read before. */
    private record Meant(List<FactKey> asks, List<FactKey> suggests, Optional<String> problem, Optional<Seen> seen) {
        static final Meant NOTHING = new Meant(List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private Reply(String text, Optional<Html> html, Signature signature, Files files, Meant meant) {
        this.text = text;
        this.html = html;
        this.signature = requireNonNull(signature, "signature");
        this.files = files;
        this.meant = meant;
    }

    /**
     * A reply in plain text. The signature is put below it; it is not part of the text.
     *
     * @throws InvalidInputException if the text is blank, or longer than {@link #LONGEST_TEXT}
     */
    public static Reply text(String text, Signature signature) {
        return new Reply(words(text), Optional.empty(), signature, Files.NONE, Meant.NOTHING);
    }

    /**
     * A reply in HTML. The signature is put below it as visible text, in the HTML and in the text version alike.
     *
     * @throws InvalidInputException if the HTML is broken, unsafe, shows nothing or is longer than {@link #LONGEST_HTML}, or
     *     shows more than {@link #LONGEST_TEXT}
     * @throws dev.heed.error.RefusedException with {@code SIGNATURE_NOT_PERSONAL} if the HTML can hide text from the
     *     customer
     */
    public static Reply html(String html, Signature signature) {
        requireShort("The HTML of a reply", html, LONGEST_HTML); // before it is read
        Html parsed = Html.parse(html);
        return new Reply(words(parsed.text()), Optional.of(parsed), signature, Files.NONE, Meant.NOTHING);
    }

    /** The same reply with one more file, whose bytes are read when it is sent. */
    public Reply attach(AttachmentSource file) {
        return with(new Files(files.kept, joined(files.given, file)));
    }

    /**
     * The same reply with one more file that is kept already, for example one of another message.
     *
     * @throws InvalidInputException if it was not taken, so that there is nothing to send
     */
    public Reply attach(Attachment attachment) {
        if (attachment.content().isEmpty()) {
            throw new InvalidInputException(
                    "A file that was not taken is to be sent.", "Attach it anew, or leave it out.");
        }
        return with(new Files(joined(files.kept, attachment), files.given));
    }

    /** The same reply with these files alone, all of them kept. */
    public Reply withAttachments(List<Attachment> kept) {
        return with(new Files(List.copyOf(kept), List.of()));
    }

    private Reply with(Files other) {
        return new Reply(text, html, signature, other, meant);
    }

    private Reply with(Meant other) {
        return new Reply(text, html, signature, files, other);
    }

    private static <T> List<T> joined(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    /** The same reply signed otherwise. */
    public Reply signed(Signature other) {
        return new Reply(text, html, other, files, meant);
    }

    /**
     * The same reply, by somebody who has seen everything up to a message. If the customer, or a colleague, has said
     * something since, it is refused with {@code STALE_REPLY}.
     */
    public Reply seen(MessageId last) {
        Optional<Seen> upTo = Optional.of(Seen.upTo(last));
        return with(new Meant(meant.asks, meant.suggests, meant.problem, upTo));
    }

    /**
     * The same reply, of which is said that it asks the customer for these. Refused with {@code ALREADY_PROVIDED} if one of
     * them is on the fact sheet of the ticket.
     *
     * @param keys names such as {@code order-number}; other words are put into that form
     * @throws InvalidInputException if one has no letter and no digit
     */
    public Reply asking(String... keys) {
        return with(new Meant(more(meant.asks, keys), meant.suggests, meant.problem, meant.seen));
    }

    /**
     * The same reply, of which is said that it tells the customer to try these steps. Refused with {@code ALREADY_TRIED} if
     * the customer has tried one of them.
     *
     * @param steps names such as {@code restart-router}; other words are put into that form
     * @throws InvalidInputException if one has no letter and no digit
     */
    public Reply suggesting(String... steps) {
        return with(new Meant(meant.asks, more(meant.suggests, steps), meant.problem, meant.seen));
    }

    /**
     * The same reply, which also says in the author's words what the problem is. The customer reads it below the text, with
     * the question whether that is right.
     *
     * @param problem one line, not blank; checked when the reply is sent
     */
    public Reply rephrasing(String problem) {
        return with(new Meant(meant.asks, meant.suggests, Optional.of(problem), meant.seen));
    }

    private static List<FactKey> more(List<FactKey> some, String... others) {
        return Stream.concat(some.stream(), Stream.of(others).map(FactKey::of))
                .distinct()
                .toList();
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

    /** Files to send along that are kept already. */
    public List<Attachment> attachments() {
        return files.kept;
    }

    /** Files to send along whose bytes have to be read yet; they stand behind the others. */
    public List<AttachmentSource> files() {
        return files.given;
    }

    /** How much its author has read; empty if nobody has said. */
    public Optional<Seen> seen() {
        return meant.seen;
    }

    /** What its author says that it asks for; the words may ask for more. */
    public List<FactKey> asks() {
        return meant.asks;
    }

    /** The steps that its author says it suggests; the words may suggest more. */
    public List<FactKey> suggests() {
        return meant.suggests;
    }

    /** What the problem is, in the words of the author; empty if it does not say. */
    public Optional<String> rephrased() {
        return meant.problem;
    }

    private static String words(String text) {
        if (text.isBlank()) {
            throw new InvalidInputException("A reply has no words.", "Write what the customer should read.");
        }
        requireShort("A reply", text, LONGEST_TEXT);
        return text;
    }

    private static void requireShort(String what, String text, int longest) {
        if (text.length() > longest) {
            throw InvalidInputException.tooLong(
                    what, text.length(), longest, "Shorten it, or send the long part as a file.");
        }
    }
}
