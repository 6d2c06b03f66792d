package dev.heed.email;

import dev.heed.message.Attachment;
import dev.heed.message.AttachmentContents;
import dev.heed.message.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of a test, kept as a desk keeps them. */
final class GivenFiles implements AttachmentContents {
    private final Map<ContentHash, byte[]> contents = new HashMap<>();

    Attachment keep(String name, String mediaType, byte[] content) {
        ContentHash hash = ContentHash.of(content);
        contents.put(hash, content);
        return Attachment.of(name, mediaType, hash, content.length);
    }

    @Override
    public InputStream open(Attachment attachment) throws NoSuchFileException {
        return attachment
                .content()
                .flatMap(hash -> Optional.ofNullable(contents.get(hash)))
                .map(ByteArrayInputStream::new)
                .orElseThrow(() -> new NoSuchFileException("The content of a file is not there."));
    }
}
