package dev.heed.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In the first version of {@code note.added} a note was a message that stayed inside; all it could have is kept. */
final class NoteUpcast {
    private NoteUpcast() {}

    static Map<String, Object> toSecond(Map<String, Object> event) {
        if (event.remove("message") instanceof Map<?, ?> message) {
            event.put("note", note(message));
        }
        return event;
    }

    private static Map<String, Object> note(Map<?, ?> message) {
        Map<String, Object> note = new LinkedHashMap<>();
        for (String same : List.of("id", "author", "at", "text", "attachments", "remarks")) {
            Object value = message.get(same);
            if (value != null) {
                note.put(same, value);
            }
        }
        if (message.get("html") instanceof String html) {
            add(note, "attachments", file(html));
        }
        if (message.get("signature") instanceof Map<?, ?> signature) {
            add(note, "remarks", "Signed by " + signature.get("name") + ".");
        }
        if (message.get("reference") instanceof String reference) {
            add(note, "remarks", "Its name in the world outside was " + reference + ".");
        }
        if (note.get("author") instanceof Map<?, ?> author && "customer".equals(author.get("kind"))) {
            note.put("author", Map.of("kind", "system")); // of an import: no customer writes notes
            add(note, "remarks", "Written by customer " + author.get("customer") + ".");
        }
        return note;
    }

    private static Map<String, Object> file(String html) {
        String content = Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));
        return Map.of("name", "note.html", "mediaType", "text/html; charset=utf-8", "content", content);
    }

    private static void add(Map<String, Object> note, String list, Object more) {
        if (note.getOrDefault(list, List.of()) instanceof List<?> some) { // else it is for the reader to refuse
            List<Object> all = new ArrayList<>(some);
            all.add(more);
            note.put(list, all);
        }
    }
}
