package dev.heed.holidays.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands between BEGIN and END, with the properties that are needed here. Not thread-safe while it is filled. */
final class FeedComponent {
    private final String name;
    private final int line;
    private final List<FeedProperty> properties = new ArrayList<>();
    private final List<FeedComponent> parts = new ArrayList<>();

    FeedComponent(String name, int line) {
        this.name = name;
        this.line = line;
    }

    String name() {
        return name;
    }

    /** In which it begins. */
    int line() {
        return line;
    }

    void add(FeedProperty property) {
        properties.add(property);
    }

    void add(FeedComponent part) {
        parts.add(part);
    }

    List<FeedComponent> parts(String wanted) {
        return parts.stream().filter(part -> part.name.equals(wanted)).toList();
    }

    List<FeedProperty> all(String wanted) {
        return properties.stream()
                .filter(property -> property.name().equals(wanted))
                .toList();
    }

    /** The only property of this name; a second one is a fault. */
    Optional<FeedProperty> one(String wanted) {
        List<FeedProperty> found = all(wanted);
        if (found.size() > 1) {
            throw FeedFault.in(
                    found.get(1),
                    "is the second " + wanted + " of the " + name + " that begins in line " + line + ".",
                    "Leave one of them.");
        }
        return found.stream().findFirst();
    }
}
