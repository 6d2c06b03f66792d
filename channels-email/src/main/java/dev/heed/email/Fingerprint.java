package dev.heed.email;

import com.google.common.base.Splitter;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keys that are equal for two copies of one mail and different for different mails.
 *
 * <p>A Message-ID alone is not enough, since some senders use one for many mails; and copies differ in what the servers
 * on their way have added to the header.
 */
final class Fingerprint {

    private static final int SHORT_LENGTH = 16;
    private static final int BODY_LENGTH = 64 * 1024;
    private static final List<String> ADDED_ON_THE_WAY =
            List.of("x-", "arc-", "dkim-", "received", "delivered-to", "return-path", "authentication-results");

    private Fingerprint() {}

    static String of(Optional<String> messageId, HeaderFields header, byte[] raw) {
        return messageId
                .map(id -> id + " " + ofSender(header, raw).substring(0, SHORT_LENGTH))
                .orElseGet(() -> "sha256:" + ofContent(header, raw));
    }

    private static String ofSender(HeaderFields header, byte[] raw) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (String name : List.of("from", "date", "subject")) {
            update(hasher, header.first(name).orElse(""));
        }
        updateBody(hasher, raw);
        return hasher.hash().toString();
    }

    private static String ofContent(HeaderFields header, byte[] raw) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (HeaderFields.Field field : header.all()) {
            if (ADDED_ON_THE_WAY.stream().noneMatch(field.name()::startsWith)) {
                update(hasher, field.name());
                update(hasher, field.body());
            }
        }
        updateBody(hasher, raw);
        return hasher.hash().toString();
    }

    /** The beginning of the body, the same whether the mail was fetched whole or cut at a limit; else all lines. */
    private static void updateBody(Hasher hasher, byte[] raw) {
        int body = bodyStart(raw);
        if (body < raw.length) {
            hasher.putBytes(raw, body, Math.min(raw.length - body, BODY_LENGTH));
            return;
        }
        boolean added = false;
        for (String line : Splitter.on('\n').split(new String(raw, StandardCharsets.ISO_8859_1))) {
            boolean continues = line.startsWith(" ") || line.startsWith("\t");
            String name = line.toLowerCase(Locale.ROOT);
            added = continues ? added : ADDED_ON_THE_WAY.stream().anyMatch(name::startsWith);
            if (!added) {
                update(hasher, line.strip());
            }
        }
    }

    /** The octet after the first empty line; the end when there is none. */
    private static int bodyStart(byte[] raw) {
        boolean emptyLine = false;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '\n') {
                if (emptyLine) {
                    return i + 1;
                }
                emptyLine = true;
            } else if (raw[i] != '\r') {
                emptyLine = false;
            }
        }
        return raw.length;
    }

    private static void update(Hasher hasher, String text) {
        hasher.putString(text, StandardCharsets.UTF_8).putByte((byte) 0);
    }
}
