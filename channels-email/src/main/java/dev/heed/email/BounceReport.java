package dev.heed.email;

import com.google.common.collect.Lists;
import dev.heed.spi.channel.Bounce;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a report that a mail failed for good (RFC 3464: {@code Action: failed}). Which mail it was is looked for in
 * everything the report carries, since many servers do not fill in the fields made for it; the name that the returned mail
 * bears comes before those that it mentions. A report that a person attaches to a mail is an attachment.
 */
final class BounceReport {
    private static final Set<String> STATUS_PARTS = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final int MOST_READ = 64 * 1024;
    private static final int MOST_IDS = 50;
    private static final Pattern FAILED = Pattern.compile("(?im)^action:[ \\t]*failed\\b");
    private static final Pattern STATUS = Pattern.compile("(?im)^status:[ \\t]*([245]\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern NAME = Pattern.compile("(?im)^message-id:\\s*<([^<>@\\s]{1,200}@[^<>@\\s]{1,200})>");
    private static final Pattern ID = Pattern.compile("<([^<>@\\s]{1,200}@[^<>@\\s]{1,200})>");

    private BounceReport() {}

    static Optional<Bounce> in(ParsedMail mail) {
        if (mail.automatic().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> status = mail.attachments().stream()
                .filter(part -> STATUS_PARTS.contains(part.mediaType()))
                .map(BounceReport::beginning)
                .filter(text -> FAILED.matcher(text).find())
                .findFirst();
        return status.map(text -> new Bounce(List.copyOf(ids(mail)), reason(text)));
    }

    private static String reason(String status) {
        Matcher code = STATUS.matcher(status);
        return code.find() ? "The mail came back with status " + code.group(1) + "." : "The mail came back.";
    }

    private static Set<String> ids(ParsedMail mail) {
        Set<String> ids = new LinkedHashSet<>();
        mail.attachments().forEach(part -> collect(NAME, beginning(part), ids));
        ids.addAll(mail.inReplyTo());
        ids.addAll(Lists.reverse(mail.references()));
        mail.attachments().forEach(part -> collect(ID, beginning(part), ids));
        collect(ID, mail.text(), ids);
        return ids;
    }

    private static void collect(Pattern pattern, String text, Set<String> ids) {
        Matcher id = pattern.matcher(text);
        while (ids.size() < MOST_IDS && id.find()) {
            ids.add(id.group(1));
        }
    }

    private static String beginning(MailAttachment part) {
        byte[] bytes = part.bytes();
        return new String(bytes, 0, Math.min(bytes.length, MOST_READ), StandardCharsets.ISO_8859_1);
    }
}
