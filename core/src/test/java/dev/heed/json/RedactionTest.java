package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.HeedException;
import dev.heed.people.CustomerId;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.TicketEvent;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RedactionTest {
    private static final String CANARY = "canary-77";
    private static final CustomerId NOBODY = CustomerId.of("erased-1");

    /** Where words can stand that are the shop's own, or names that Heed gives; all others are the customer's. */
    private static final Set<String> OF_THE_SHOP = Set.of(
            "agent",
            "also",
            "basis",
            "by",
            "cause",
            "channel",
            "department",
            "draft",
            "field",
            "id",
            "kind",
            "level",
            "levels",
            "madeBy",
            "mentions",
            "message",
            "messages",
            "note",
            "owner",
            "people",
            "responsible",
            "seen",
            "signature.directLine",
            "signature.employeeId",
            "signature.name",
            "signature.role",
            "step",
            "tier",
            "to",
            "told");

    private final EventJson json = EventJson.create();
    private final Redaction redaction = new Redaction(NOBODY);

    @TestFactory
    List<DynamicTest> wordsThatCanStandInAnEventAreErased() {
        List<DynamicTest> tests = new ArrayList<>();
        EventExamples.all()
                .forEach((type, event) -> tests.add(DynamicTest.dynamicTest(type, () -> {
                    for (String place : places("", json.object(event), new TreeSet<>())) {
                        seeded(event, place)
                                .filter(seeded -> !isOfTheShop(seeded, place))
                                .ifPresent(seeded -> assertThat(json.write(redaction.of(seeded)))
                                        .as(place)
                                        .doesNotContain(CANARY));
                    }
                })));
        return tests;
    }

    @TestFactory
    List<DynamicTest> whatHappenedAndWhenStays() {
        List<DynamicTest> tests = new ArrayList<>();
        EventExamples.all()
                .forEach((type, event) -> tests.add(DynamicTest.dynamicTest(type, () -> {
                    TicketEvent erased = redaction.of(event);
                    assertThat(erased).hasSameClassAs(event);
                    assertThat(erased.at()).isEqualTo(event.at());
                    assertThat(erased.ticket()).isEqualTo(event.ticket());
                    assertThat(redaction.of(erased)).isEqualTo(erased);
                })));
        return tests;
    }

    @Test
    void theCustomerBecomesAPseudonymWithoutAnAddress() {
        TicketOpened opened = (TicketOpened) EventExamples.of("ticket.opened");

        TicketOpened erased = (TicketOpened) redaction.of(opened);

        assertThat(opened.address()).isPresent();
        assertThat(erased.customer()).isEqualTo(NOBODY);
        assertThat(erased.address()).isEmpty();
        assertThat(erased.subject()).isEqualTo(Redaction.ERASED);
        assertThat(erased.number()).isEqualTo(opened.number());
    }

    private boolean isOfTheShop(TicketEvent event, String place) {
        boolean bot = place.endsWith("author.name") && json.write(event).contains("\"kind\":\"bot\"");
        return bot || OF_THE_SHOP.stream().anyMatch(name -> place.equals(name) || place.endsWith("." + name));
    }

    /** The event with the canary in one place; empty where no free word can stand. */
    private Optional<TicketEvent> seeded(TicketEvent event, String place) {
        try {
            return Optional.of(json.read(JsonText.format(changed("", json.object(event), place, text -> CANARY))));
        } catch (HeedException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Set<String> places(String path, Object value, Set<String> found) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, inner) -> places(path.isEmpty() ? "" + name : path + "." + name, inner, found));
        } else if (value instanceof List<?> values) {
            values.forEach(inner -> places(path, inner, found));
        } else if (value instanceof String) {
            found.add(path);
        }
        return found;
    }

    private static Object changed(String path, Object value, String place, UnaryOperator<String> change) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> copy = new LinkedHashMap<>();
            fields.forEach((name, inner) ->
                    copy.put("" + name, changed(path.isEmpty() ? "" + name : path + "." + name, inner, place, change)));
            return copy;
        } else if (value instanceof List<?> values) {
            return values.stream()
                    .map(inner -> changed(path, inner, place, change))
                    .toList();
        }
        return value instanceof String text && path.equals(place) ? change.apply(text) : value;
    }
}
