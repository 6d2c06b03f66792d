package dev.heed.json;

import static java.util.Objects.requireNonNull;

import dev.heed.people.CustomerId;
import dev.heed.ticket.ReferenceKind;
import dev.heed.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What happened, without what was said and by whom: times, numbers, kinds and which people of the shop acted stay, the
 * customer becomes a pseudonym, and every other word is erased. It works on the form of events as JSON and keeps what it
 * knows to be a fact, so that a field which is added some day is erased until somebody says that it is none. Immutable and
 * thread-safe.
 */
public final class Redaction {
    /** Stands where words were. */
    public static final String ERASED = "[erased]";

    /** Names of fields that hold instants, constants, names given by Heed or the shop, or who of the shop acted. */
    private static final Set<String> FACTS = Set.of(
            "agent",
            "also",
            "answeredAt",
            "at",
            "basis",
            "by",
            "cause",
            "channel",
            "closesAt",
            "code",
            "codes",
            "department",
            "direction",
            "draft",
            "due",
            "duplicate",
            "exemption",
            "field",
            "follows",
            "from",
            "goesOnIn",
            "id",
            "ifCustomerWrites",
            "into",
            "kind",
            "level",
            "levels",
            "madeAt",
            "madeBy",
            "mentions",
            "message",
            "messages",
            "mode",
            "mood",
            "note",
            "onReply",
            "other",
            "owner",
            "people",
            "priority",
            "promise",
            "replacement",
            "resolution",
            "responsible",
            "seen",
            "sendAt",
            "state",
            "status",
            "step",
            "target",
            "ticket",
            "tier",
            "to",
            "told",
            "type",
            "until",
            "via",
            "why",
            "zone");

    /** Says nothing but when, whatever the field is called. */
    private static final Pattern INSTANT = Pattern.compile("[+-]?\\d{4,10}-\\d\\d-\\d\\dT[\\d:.]{5,18}Z");

    /** Objects of which all is kept: they say which person or program of the shop wrote. */
    private static final Set<String> OF_THE_SHOP = Set.of("signature");

    /** What need not be there is not: an erased one would be none, or lead somewhere. */
    private static final Set<String> DROPPED =
            Set.of("address", "attachments", "remarks", "contentId", "html", "reference");

    /** Names that agents choose freely, in small letters and digits. */
    private static final Set<String> NAMES = Set.of("key");

    /** What references can lead to wherever Heed runs. */
    private static final Set<String> REFERENCES =
            Set.of(ReferenceKind.ORDER.value(), ReferenceKind.PAYMENT.value(), ReferenceKind.PRODUCT.value());

    /** Who of the shop acted; a name that a customer may have, too. */
    private static final Set<String> PEOPLE_OF_THE_SHOP =
            Set.of("agent", "by", "mentions", "madeBy", "owner", "people", "responsible");

    private static final int UUID_LENGTH = 36;
    private static final String PSEUDONYM = "erased-";

    private final EventJson json = EventJson.create();
    private final CustomerId pseudonym;

    /**
     * Erases for one person.
     *
     * @param pseudonym who the person is from now on; leads back to nobody
     */
    public Redaction(CustomerId pseudonym) {
        this.pseudonym = requireNonNull(pseudonym, "pseudonym");
    }

    /**
     * A name that leads back to nobody.
     *
     * @param id was not used before
     */
    public static CustomerId pseudonym(UUID id) {
        return CustomerId.of(PSEUDONYM + id);
    }

    /** Whether it is one of {@link #pseudonym}. */
    public static boolean isPseudonym(CustomerId id) {
        return id.value().startsWith(PSEUDONYM) && id.value().length() == PSEUDONYM.length() + UUID_LENGTH;
    }

    /** The same event, erased. */
    public TicketEvent of(TicketEvent event) {
        return json.read(JsonText.format(object(json.object(event))));
    }

    /** A whole history, erased; as many events as before. */
    public List<TicketEvent> of(List<TicketEvent> history) {
        return history.stream().map(this::of).toList();
    }

    /** What stands in an event as text, but for when it was and who of the shop acted. */
    public Stream<String> texts(TicketEvent event) {
        return texts("", json.object(event));
    }

    private static Stream<String> texts(String name, Object value) {
        if (OF_THE_SHOP.contains(name) || PEOPLE_OF_THE_SHOP.contains(name)) {
            return Stream.empty();
        } else if (value instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .filter(field -> !isBot(fields, String.valueOf(field.getKey())))
                    .flatMap(field -> texts(String.valueOf(field.getKey()), requireNonNull(field.getValue(), "value")));
        } else if (value instanceof List<?> values) {
            return values.stream().flatMap(one -> texts(name, one));
        }
        return Stream.of(value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !INSTANT.matcher(text).matches());
    }

    private Map<String, Object> object(Map<?, ?> fields) {
        Map<String, Object> erased = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (OF_THE_SHOP.contains(name) || isBot(fields, name)) {
                erased.put(name, value);
            } else if (!DROPPED.contains(name) && !isTelephone(name, value)) {
                erased.put(name, value(name, value));
            }
        });
        return erased;
    }

    /** Of a custom field: a number or a day that is erased is none. */
    private static Map<String, Object> fieldValue() {
        return Map.of("kind", "text", "value", ERASED);
    }

    /** What somebody was asked to approve: its kind stays. */
    private static Map<String, Object> approvalSubject(Map<?, ?> subject) {
        return Map.of("kind", requireNonNull(subject.get("kind"), "kind"), "reference", ERASED);
    }

    private static boolean isTelephone(String name, Object value) {
        return name.equals("number") && value instanceof String;
    }

    private static boolean isBot(Map<?, ?> fields, String name) {
        return name.equals("name") && "bot".equals(fields.get("kind"));
    }

    private Object value(String name, Object value) {
        if (value instanceof Map<?, ?> fields) {
            return switch (name) {
                case "value", "before" -> fieldValue();
                case "subject" -> approvalSubject(fields);
                default -> object(fields);
            };
        } else if (value instanceof List<?> values) {
            return list(name, values);
        } else if (value instanceof String text) {
            return text(name, text);
        }
        return value;
    }

    private Object list(String name, List<?> values) {
        if (name.equals("tags")) {
            return List.of("erased");
        }
        List<Object> erased = new ArrayList<>();
        for (Object value : values) {
            erased.add(name.equals("references") ? reference(value, erased.size() + 1) : value(name, value));
        }
        return erased;
    }

    /** Of which kind it was stays, if it is one of Heed's and no word that somebody chose; no two of a list are the same. */
    private static Map<String, Object> reference(Object reference, int place) {
        Object kind = reference instanceof Map<?, ?> fields ? fields.get("kind") : null;
        boolean ofHeed = REFERENCES.contains(String.valueOf(requireNonNull(kind, "kind")));
        return Map.of("kind", ofHeed ? kind : "erased", "id", "erased-" + place);
    }

    private String text(String name, String text) {
        if (name.equals("customer")) {
            return pseudonym.value();
        } else if (NAMES.contains(name)) {
            return "erased";
        }
        return FACTS.contains(name) || INSTANT.matcher(text).matches() ? text : ERASED;
    }
}
