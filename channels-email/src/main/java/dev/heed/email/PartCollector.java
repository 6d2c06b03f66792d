package dev.heed.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts the parts of a mail into text and attachments, roughly as RFC 8621 section 4.1.4 does. Not thread-safe. */
final class PartCollector implements MimeWalker.Visitor {

    /** An open multipart and how many of its children have begun. */
    private static final class Level {

        private final boolean related;
        private int children;
        private String preamble = "";

        Level(boolean related) {
            this.related = related;
        }
    }

    private static final Pattern META_CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([a-z0-9_:.-]{2,40})");
    private static final int META_RANGE = 2_048;
    private static final int OCTETS_PER_CHAR = 4;

    private final MailLimits limits;
    private final Problems problems;
    private final BodyText body = new BodyText();
    private final List<MailAttachment> attachments = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>(List.of(new Level(false)));
    private int textChars;
    private int htmlChars;
    private boolean endsWithAttachment;

    PartCollector(MailLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
        this.textChars = limits.textChars();
        this.htmlChars = limits.htmlChars();
    }

    String text() {
        return body.text();
    }

    Optional<String> html() {
        return body.html();
    }

    List<MailAttachment> attachments() {
        return attachments;
    }

    /** Takes back the attachment that was being read when the octets ended: an incomplete file helps nobody. */
    void dropCutAttachment() {
        if (endsWithAttachment) {
            attachments.remove(attachments.size() - 1);
        }
    }

    @Override
    public void startMultipart(PartDescriptor multipart) {
        levels.element().children++;
        levels.push(new Level(multipart.mediaType().equals("multipart/related")));
        body.start(multipart.mediaType().equals("multipart/alternative"));
    }

    @Override
    public void preamble(PartDescriptor multipart, InputStream content) throws IOException {
        byte[] octets = content.readNBytes(textChars);
        levels.element().preamble = PlainText.clean(MailCharsets.decode(octets));
    }

    @Override
    public void endMultipart() {
        Level ended = levels.pop();
        if (ended.children == 0 && !ended.preamble.isBlank()) {
            problems.add("A part of the mail does not begin where the mail says; it is shown as text.");
            textChars -= ended.preamble.length();
            body.plain(ended.preamble);
        }
        body.end();
    }

    @Override
    public void part(PartDescriptor part, InputStream content) throws IOException {
        boolean attached = isAttachment(part, levels.element());
        levels.element().children++;
        endsWithAttachment = false;
        if (attached) {
            attachment(part, content);
        } else if (part.mediaType().equals("text/html")) {
            html(part, content);
        } else {
            plain(part, content);
        }
    }

    private boolean isAttachment(PartDescriptor part, Level level) {
        String type = part.mediaType();
        boolean readable = type.equals("text/plain") || type.equals("text/html");
        if (part.isMultipart() && !part.hasUsableBoundary()) {
            problems.add("The mail does not say where its parts begin; it is shown as text.");
            readable = true;
        }
        if (!readable || part.header().parameters("Content-Disposition").value().equals("attachment")) {
            return true;
        }
        boolean named =
                AttachmentNames.stated(part.header(), limits.encodedWords()).isPresent();
        return level.children > 0 && (level.related || named);
    }

    private void plain(PartDescriptor part, InputStream content) throws IOException {
        String text = PlainText.clean(decoded(part, content, textChars));
        textChars -= text.length();
        body.plain(text);
    }

    private void html(PartDescriptor part, InputStream content) throws IOException {
        String html = decoded(part, content, htmlChars);
        htmlChars -= html.length();
        body.html(SafeHtml.sanitize(html));
    }

    private String decoded(PartDescriptor part, InputStream content, int maxChars) throws IOException {
        long maxOctets = (long) maxChars * OCTETS_PER_CHAR;
        byte[] encoded = content.readNBytes((int) Math.min(maxOctets, Integer.MAX_VALUE - 8));
        byte[] octets = TransferDecoding.decode(encoded, encoding(part));
        Optional<String> charset = part.header().parameters("Content-Type").get("charset");
        String text = MailCharsets.decode(octets, charset, metaCharset(octets));
        if (text.length() <= maxChars && content.read() < 0) {
            return text;
        }
        problems.add("The text is very long; only its beginning is shown.");
        int end = Math.min(maxChars, text.length());
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private static Optional<String> metaCharset(byte[] octets) {
        int length = Math.min(octets.length, META_RANGE);
        Matcher matcher = META_CHARSET.matcher(new String(octets, 0, length, StandardCharsets.ISO_8859_1));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private void attachment(PartDescriptor part, InputStream content) throws IOException {
        if (attachments.size() >= limits.attachments()) {
            problems.add("The mail has more than " + limits.attachments() + " attachments; later ones are left out.");
            return;
        }
        byte[] bytes = TransferDecoding.decode(content.readAllBytes(), encoding(part));
        HeaderFields header = part.header();
        Optional<String> contentId = header.first("Content-ID").flatMap(MessageIds::one);
        String disposition = header.parameters("Content-Disposition").value();
        boolean inline = disposition.equals("inline") || (contentId.isPresent() && disposition.isEmpty());
        attachments.add(new MailAttachment(name(part, bytes), part.mediaType(), contentId, inline, bytes));
        endsWithAttachment = true;
    }

    private String name(PartDescriptor part, byte[] bytes) {
        Optional<String> stated = AttachmentNames.stated(part.header(), limits.encodedWords());
        if (stated.isEmpty() && part.mediaType().equals("message/rfc822")) {
            HeaderFields header = new MimeWalker(limits, new Problems()).header(bytes);
            stated = header.first("Subject")
                    .map(subject -> EncodedWords.decode(subject, limits.encodedWords()))
                    .map(subject -> subject.replace('/', '-').replace('\\', '-') + ".eml");
        }
        return AttachmentNames.safe(stated.orElse(""), part.mediaType());
    }

    private static String encoding(PartDescriptor part) {
        return part.header().parameters("Content-Transfer-Encoding").value();
    }
}
