package dev.heed.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A mail as customers write it, header field by header field. Immutable. */
final class RawMail {

    private final List<String> fields;
    private final String body;

    private RawMail(List<String> fields, String body) {
        this.fields = List.copyOf(fields);
        this.body = body;
    }

    /** An ordinary mail of Ana to the shop; the words are its text and part of its Message-ID. */
    static RawMail of(String text) {
        return new RawMail(
                        List.of(
                                "From: Ana Silva <" + MailRig.ANA + ">",
                                "To: <" + MailRig.SHOP + ">",
                                "Subject: Where is my parcel?",
                                "Date: Mon, 2 Mar 2026 08:55:00 +0100",
                                "MIME-Version: 1.0",
                                "Content-Type: text/plain; charset=utf-8",
                                "Content-Transfer-Encoding: 8bit"),
                        text)
                .with("Message-ID", "<" + Integer.toHexString(text.hashCode()) + "@customer.example>");
    }

    /** The same mail with this field in place of the one it had. */
    RawMail with(String name, String value) {
        List<String> changed = new ArrayList<>(without(name).fields);
        changed.add(name + ": " + value);
        return new RawMail(changed, body);
    }

    /** The same mail without a field. */
    RawMail without(String name) {
        return new RawMail(
                fields.stream().filter(field -> !field.startsWith(name + ":")).toList(), body);
    }

    /** The same mail with a field on top, as a server adds it. */
    RawMail onTop(String name, String value) {
        List<String> changed = new ArrayList<>(fields);
        changed.add(0, name + ": " + value);
        return new RawMail(changed, body);
    }

    /** The same header over another body. */
    RawMail body(String value) {
        return new RawMail(fields, value);
    }

    /** The same mail as an answer to others, the last one being answered. */
    RawMail answering(String... ids) {
        List<String> brackets = List.of(ids).stream().map(id -> "<" + id + ">").toList();
        return with("References", String.join(" ", brackets))
                .with("In-Reply-To", brackets.get(brackets.size() - 1))
                .with("Subject", "Re: Where is my parcel?");
    }

    byte[] bytes() {
        return (String.join("\r\n", fields) + "\r\n\r\n" + body.replace("\n", "\r\n") + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
