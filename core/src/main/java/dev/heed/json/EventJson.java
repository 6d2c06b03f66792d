package dev.heed.json;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.ticket.TicketEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of a ticket as JSON, without loss: for history rows of a store, for webhooks, for imports. Each event is an
 * object with {@code type}, {@code version}, {@code ticket} and {@code at}; {@link #schema()} has the rest.
 *
 * <p>The newest version of each type is written. Older ones are read by way of {@linkplain Upcaster upcasters}, newer
 * ones are refused; fields that are not known are passed over. Immutable and thread-safe.
 */
public final class EventJson {
    private static final String SCHEMA = "ticket-event.schema.json";
    private static final Pattern TYPE_FORM = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

    private final EventTypes types;
    private final Upcasts upcasts;

    EventJson(EventTypes types, List<Upcaster> upcasters) {
        this.types = types;
        this.upcasts = new Upcasts(types, upcasters);
    }

    /** Reads and writes what Heed writes. */
    public static EventJson create() {
        return with();
    }

    /**
     * Also reads what these upcasters lead to Heed's versions.
     *
     * @throws InvalidInputException if one is for a type or version that cannot occur, or two are for the same
     */
    public static EventJson with(Upcaster... upcasters) {
        return keepingFiles(new FileUpcast.NoPlace(), upcasters);
    }

    /**
     * Also reads old versions in which the bytes of files stand, and keeps those where files are kept now.
     *
     * @param sink such as one that puts them into an {@code AttachmentStore}; asked for each file, also for equal ones
     * @throws InvalidInputException as {@link #with} does
     */
    public static EventJson keepingFiles(FileSink sink, Upcaster... upcasters) {
        return new EventJson(
                EventTypes.heeds(),
                Stream.concat(EventTypes.upcasters(requireNonNull(sink, "sink")).stream(), Stream.of(upcasters))
                        .toList());
    }

    /** The JSON Schema (2020-12) of one event in the form that is written; {@code $defs/history} has many. */
    public static String schema() {
        try (InputStream in = EventJson.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + SCHEMA + " is missing from heed-core.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + SCHEMA + " of heed-core cannot be read.", e);
        }
    }

    /**
     * One event as a JSON object on one line.
     *
     * @throws InvalidInputException if a text in it has more than 40 Mi characters
     */
    public String write(TicketEvent event) {
        return JsonText.format(object(event));
    }

    /**
     * The event of a JSON object.
     *
     * @throws InvalidInputException if it is not JSON, not of a type and version that is known, or a field is missing or
     *     wrong; the message names the field and not what stands in it. So too if the bytes of a file stand in it, as in old
     *     versions, and there is {@linkplain #keepingFiles no place} for them
     */
    public TicketEvent read(String json) {
        return event(JsonText.parse(requireNonNull(json, "json")), "Ticket event");
    }

    /**
     * Many events as a JSON array, in their order.
     *
     * @throws InvalidInputException if a text in it has more than 40 Mi characters
     */
    public String writeHistory(List<TicketEvent> history) {
        return JsonText.format(history.stream().map(this::object).toList());
    }

    /**
     * The events of a JSON array, in their order.
     *
     * @throws InvalidInputException as {@link #read} does, and with the place of the event, counted from 1
     */
    public List<TicketEvent> readHistory(String json) {
        if (!(JsonText.parse(requireNonNull(json, "json")) instanceof List<?> elements)) {
            throw new InvalidInputException("A history is not a JSON array.", "Write it with writeHistory(…).");
        }
        List<TicketEvent> events = new ArrayList<>(elements.size());
        for (Object element : elements) {
            events.add(event(element, "Event " + (events.size() + 1) + " of the history"));
        }
        return List.copyOf(events);
    }

    Map<String, Object> object(TicketEvent event) {
        return types.of(event).write(event);
    }

    private TicketEvent event(@Nullable Object json, String place) {
        if (!(json instanceof Map<?, ?> object)) {
            throw new InvalidInputException(place + " is not a JSON object.", "Write it with write(…).");
        }
        FieldReader head = new FieldReader(object, place);
        String name = head.text("type");
        int version = head.integer("version");
        EventType<?> type = types.named(name).orElseThrow(() -> unknown(place, name, version));
        if (version < 0) {
            throw head.wrong("version", "is below 0");
        }
        if (version > type.version()) {
            throw new InvalidInputException(
                    place + ", " + name + ", has version " + version + ", and this Heed knows none above "
                            + type.version() + ".",
                    "Read it with a Heed at least as new as the one that wrote it.");
        }
        Map<?, ?> newest = upcasts.lift(type, version, fields(object));
        return type.reader().apply(new FieldReader(newest, place + ", " + name + " of version " + version));
    }

    private static InvalidInputException unknown(String place, String name, int version) {
        String shown = TYPE_FORM.matcher(name).matches() ? name : "that is no name";
        return new InvalidInputException(
                place + " is of the type " + shown + ", version " + version + ", which this Heed does not know.",
                "Read it with a Heed at least as new as the one that wrote it; docs/events.md lists the types.");
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
    private static Map<String, Object> fields(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }
}
