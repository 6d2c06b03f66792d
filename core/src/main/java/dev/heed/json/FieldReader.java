package dev.heed.json;

import dev.heed.error.HeedException;
import dev.heed.error.InvalidInputException;
import dev.heed.ticket.TicketId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes the fields of one JSON object, each as what it has to be. Says in which field something is wrong, never what. */
final class FieldReader {
    private static final String REMEDY = "Write it as EventJson.schema() describes it.";
    private static final int UUID_LENGTH = 36;

    private final Map<?, ?> fields;
    private final String event;
    private final String path;

    /** Reads these fields of something that is called {@code event} in messages. */
    FieldReader(Map<?, ?> fields, String event) {
        this(fields, event, "");
    }

    private FieldReader(Map<?, ?> fields, String event, String path) {
        this.fields = fields;
        this.event = event;
        this.path = path;
    }

    TicketId ticket() {
        return ticketId("ticket");
    }

    Instant at() {
        return instant("at");
    }

    String text(String name) {
        return asText(name, required(name));
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    List<String> texts(String name) {
        return has(name) ? list(name).stream().map(one -> asText(name, one)).toList() : List.of();
    }

    int integer(String name) {
        long number = number(name);
        if (number != (int) number) {
            throw wrong(name, "is too large");
        }
        return (int) number;
    }

    long number(String name) {
        Object value = required(name);
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        throw wrong(name, value instanceof Number ? "is not a whole number of 64 bits" : "is not a number");
    }

    boolean flag(String name) {
        if (required(name) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, "is neither true nor false");
    }

    <C extends Enum<C>> C constant(String name, Class<C> type) {
        return converted(name, "is none of the words that stand there", text -> Enum.valueOf(type, text));
    }

    <C extends Enum<C>> Optional<C> optionalConstant(String name, Class<C> type) {
        return has(name) ? Optional.of(constant(name, type)) : Optional.empty();
    }

    Instant instant(String name) {
        return converted(name, "is not a time in UTC such as 2026-11-21T09:00:00Z", InstantText::parse);
    }

    Optional<Instant> optionalInstant(String name) {
        return has(name) ? Optional.of(instant(name)) : Optional.empty();
    }

    ZoneId zone(String name) {
        return converted(name, "is not the id of a time zone that is known here", ZoneId::of);
    }

    TicketId ticketId(String name) {
        return converted(name, "is not a UUID", FieldReader::toTicketId);
    }

    List<TicketId> ticketIds(String name) {
        return texts(name).stream()
                .map(text -> converted(name, text, "has one that is not a UUID", FieldReader::toTicketId))
                .toList();
    }

    /** The JDK takes groups of fewer digits too. */
    private static TicketId toTicketId(String text) {
        UUID id = UUID.fromString(text);
        if (text.length() != UUID_LENGTH || !id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("No UUID.");
        }
        return new TicketId(id);
    }

    Optional<TicketId> optionalTicketId(String name) {
        return has(name) ? Optional.of(ticketId(name)) : Optional.empty();
    }

    /** A text made into something that checks it. */
    <T> T value(String name, Function<String, T> make) {
        return converted(name, "is not what it has to be", make);
    }

    <T> Optional<T> optionalValue(String name, Function<String, T> make) {
        return has(name) ? Optional.of(value(name, make)) : Optional.empty();
    }

    /** Texts, each made into something that checks it. */
    <T> List<T> values(String name, Function<String, T> make) {
        return texts(name).stream().map(text -> checked(() -> make.apply(text))).toList();
    }

    <T> T object(String name, Function<FieldReader, T> make) {
        return make.apply(inner(name, required(name)));
    }

    <T> Optional<T> optionalObject(String name, Function<FieldReader, T> make) {
        return has(name) ? Optional.of(object(name, make)) : Optional.empty();
    }

    <T> List<T> objects(String name, Function<FieldReader, T> make) {
        if (!has(name)) {
            return List.of();
        }
        List<T> made = new ArrayList<>();
        for (Object one : list(name)) {
            made.add(make.apply(inner(name, one)));
        }
        return List.copyOf(made);
    }

    /** Something that checks its parts; what it refuses is the fault of this object. */
    <T> T checked(Supplier<T> make) {
        try {
            return make.get();
        } catch (HeedException e) {
            throw invalid("what stands in " + (path.isEmpty() ? "it" : path.substring(0, path.length() - 1))
                    + " is refused: " + e.problem());
        }
    }

    InvalidInputException wrong(String name, String problem) {
        return invalid("the field " + path + name + " " + problem + ".");
    }

    private InvalidInputException invalid(String problem) {
        return new InvalidInputException(event + ": " + problem, REMEDY);
    }

    private <T> T converted(String name, String problem, Function<String, T> make) {
        return converted(name, text(name), problem, make);
    }

    private <T> T converted(String name, String text, String problem, Function<String, T> make) {
        try {
            return make.apply(text);
        } catch (HeedException e) {
            throw wrong(name, "is refused: " + e.problem());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw wrong(name, problem);
        }
    }

    private boolean has(String name) {
        return fields.get(name) != null;
    }

    private Object required(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw wrong(name, "is missing");
        }
        return value;
    }

    private String asText(String name, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw wrong(name, "is not a text");
    }

    private List<?> list(String name) {
        if (required(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "is not a list");
    }

    private FieldReader inner(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new FieldReader(map, event, path + name + ".");
        }
        throw wrong(name, "is not an object");
    }
}
