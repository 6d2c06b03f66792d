package dev.heed.email;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Threads mails by their references as mail programs do (RFC 5256 section 3, REFERENCES, steps 1 and 2). */
final class MailThreads {

    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> mails = new LinkedHashSet<>();

    /** Adds a mail; the order of the mails is that of the mailbox and does not matter. */
    MailThreads add(String id, List<String> references) {
        mails.add(id);
        String above = null;
        for (String reference : references) {
            if (above != null && !parents.containsKey(reference) && !path(above).contains(reference)) {
                parents.put(reference, above);
            }
            above = reference;
        }
        parents.remove(id);
        if (above != null && !path(above).contains(id)) {
            parents.put(id, above);
        }
        return this;
    }

    /** The first mail of each thread. */
    Set<String> roots() {
        Set<String> roots = new LinkedHashSet<>();
        mails.forEach(id -> {
            List<String> path = path(id);
            roots.add(path.get(path.size() - 1));
        });
        return roots;
    }

    /** The mail it is shown below. */
    Optional<String> parent(String id) {
        return Optional.ofNullable(parents.get(id));
    }

    private List<String> path(String id) {
        List<String> path = new ArrayList<>(List.of(id));
        for (Optional<String> up = parent(id); up.isPresent() && !path.contains(up.get()); up = parent(up.get())) {
            path.add(up.get());
        }
        return path;
    }
}
