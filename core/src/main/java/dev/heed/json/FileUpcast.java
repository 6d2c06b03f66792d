package dev.heed.json;

import dev.heed.error.InvalidInputException;
import dev.heed.message.ContentHash;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Before files had a place of their own, their bytes stood in base64 where their hashes stand now. */
final class FileUpcast {
    private final FileSink sink;

    FileUpcast(FileSink sink) {
        this.sink = sink;
    }

    /** For whoever has no place for files. */
    static final class NoPlace implements FileSink {
        @Override
        public ContentHash keep(byte[] content) {
            throw new InvalidInputException(
                    "The bytes of a file stand in it, " + content.length + " of them, as in old versions.",
                    "Read it with EventJson.keepingFiles(…), which puts them where they are kept now.");
        }
    }

    /** Of an event, whose message or note may have files. */
    Map<String, Object> ofEvent(Map<String, Object> event) {
        for (String owner : List.of("message", "note")) {
            if (event.get(owner) instanceof Map<?, ?> said) {
                event.put(owner, ofOwner(said));
            }
        }
        return event;
    }

    /** Of an object that has files. */
    Map<String, Object> ofOwner(Map<?, ?> owner) {
        Map<String, Object> moved = copy(owner);
        if (owner.get("attachments") instanceof List<?> files) { // else it is for the reader to refuse
            List<Object> kept = new ArrayList<>();
            files.forEach(file -> kept.add(file instanceof Map<?, ?> fields ? ofFile(fields) : file));
            moved.put("attachments", kept);
        }
        return moved;
    }

    private Map<String, Object> ofFile(Map<?, ?> file) {
        Map<String, Object> kept = copy(file);
        if (kept.remove("content") instanceof String base64) {
            byte[] content = decoded(base64);
            kept.put("hash", sink.keep(content).value());
            kept.put("size", (long) content.length);
        }
        return kept;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "The field attachments.content is not base64.", "Write the bytes of the file as RFC 4648 says.");
        }
    }

    private static Map<String, Object> copy(Map<?, ?> object) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }
}
