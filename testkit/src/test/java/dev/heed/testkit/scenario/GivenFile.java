package dev.heed.testkit.scenario;

import dev.heed.message.AttachmentSource;
import dev.heed.message.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A file that somebody attaches, and how often its bytes were read. */
final class GivenFile {
    private final String name;
    private final byte[] content;
    private final AtomicInteger reads = new AtomicInteger();

    GivenFile(String name, String words) {
        this.name = name;
        this.content = words.getBytes(StandardCharsets.UTF_8);
    }

    AttachmentSource source() {
        return AttachmentSource.of(name, "image/png", () -> {
            reads.incrementAndGet();
            return new ByteArrayInputStream(content);
        });
    }

    /** One of so many bytes, all zero. */
    static AttachmentSource ofSize(String name, int size) {
        return AttachmentSource.of(name, "video/mp4", () -> new ByteArrayInputStream(new byte[size]));
    }

    static AttachmentSource unreadable(String name) {
        return AttachmentSource.of(name, "video/mp4", () -> {
            throw new IOException("The link has expired.");
        });
    }

    ContentHash hash() {
        return ContentHash.of(content);
    }

    byte[] content() {
        return content.clone();
    }

    int reads() {
        return reads.get();
    }

    static byte[] read(InputStream content) throws IOException {
        try (content) {
            return content.readAllBytes();
        }
    }
}
