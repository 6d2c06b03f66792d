package dev.heed.email;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A mail as a mail program other than ours reads it. */
final class ReceivedMail {

    private static final Pattern ID = Pattern.compile("<([^<>]+)>");

    private static final List<String> ON_TOP = List.of("Return-Path", "Received");

    private final MimeMessage message;

    ReceivedMail(MimeMessage message) {
        this.message = message;
    }

    /** The field on one line, or nothing; fails if there are two. */
    String header(String name) {
        List<String> all = headers(name);
        if (all.size() > 1) {
            throw new AssertionError("The field " + name + " is there " + all.size() + " times.");
        }
        return all.isEmpty() ? "" : all.get(0);
    }

    /** All fields with this name, unfolded and decoded. */
    List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        try {
            String[] raw = message.getHeader(name);
            for (String value : raw == null ? new String[0] : raw) {
                values.add(MimeUtility.decodeText(MimeUtility.unfold(value)));
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }

    /** The names of the header fields, without those that servers put on top. */
    List<String> fields() {
        try {
            return Collections.list(message.getAllHeaders()).stream()
                    .map(Header::getName)
                    .filter(name -> !ON_TOP.contains(name))
                    .toList();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    String messageId() {
        return ids("Message-ID").get(0);
    }

    /** The ids in a field, in their order. */
    List<String> ids(String field) {
        return ID.matcher(header(field))
                .results()
                .map(MatchResult::group)
                .map(id -> id.substring(1, id.length() - 1))
                .toList();
    }

    /** The media types of all parts, from outside to inside. */
    List<String> types() {
        List<String> types = new ArrayList<>();
        for (Part part : parts()) {
            try {
                types.add(new ContentType(part.getContentType()).getBaseType());
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return types;
    }

    String text() {
        return content("text/plain");
    }

    String html() {
        return content("text/html");
    }

    /** The attached files by name, in their order. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            for (Part part : parts()) {
                if (part.getDisposition() != null) {
                    try (InputStream in = part.getInputStream()) {
                        files.put(MimeUtility.decodeText(part.getFileName()), in.readAllBytes());
                    }
                }
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private String content(String type) {
        try {
            for (Part part : parts()) {
                if (part.isMimeType(type) && part.getDisposition() == null) {
                    return part.getContent().toString().replace("\r\n", "\n");
                }
            }
            return "";
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        try {
            collect(message, parts);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
        return parts;
    }

    private static void collect(Part part, List<Part> parts) throws MessagingException, IOException {
        parts.add(part);
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart inner = multipart.getBodyPart(i);
                collect(inner, parts);
            }
        }
    }
}
