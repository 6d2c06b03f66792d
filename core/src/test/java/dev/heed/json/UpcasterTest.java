package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.error.InvalidInputException;
import dev.heed.people.AgentId;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was written in an old version is led to the newest, step by step. */
class UpcasterTest {
    /** Heed as it may be one day: in version 2 the owner stands in an object, in version 3 it has a name again. */
    private static EventTypes someDay() {
        List<EventType<?>> types = new ArrayList<>();
        for (EventType<?> type : EventTypes.heeds().all()) {
            types.add(type.event() == OwnerAssigned.class ? thirdVersion() : type);
        }
        return new EventTypes(types);
    }

    private static EventType<OwnerAssigned> thirdVersion() {
        return new EventType<>(
                "owner.assigned",
                3,
                OwnerAssigned.class,
                (event, out) -> out.text("responsible", event.owner().value()).text("because", event.reason()),
                in -> new OwnerAssigned(
                        in.ticket(),
                        in.at(),
                        in.value("responsible", AgentId::of),
                        in.text("because"),
                        Optional.empty()));
    }

    private static final Upcaster FIRST = Upcaster.of("owner.assigned", 1, event -> {
        event.put("owner", Map.of("agent", event.remove("owner")));
        return event;
    });
    private static final Upcaster SECOND = Upcaster.of(
            "owner.assigned",
            2,
            event -> Map.of(
                    "ticket", event.get("ticket"),
                    "at", event.get("at"),
                    "responsible", agentOf(event),
                    "because", event.get("reason")));

    private static Object agentOf(Map<String, Object> event) {
        return event.get("owner") instanceof Map<?, ?> owner ? String.valueOf(owner.get("agent")) : "";
    }

    @Test
    void whatWasWrittenInTheFirstVersionIsReadAfterTheTypeHasMovedOn() {
        EventJson json = new EventJson(someDay(), List.of(SECOND, FIRST));

        assertThat(json.read(Documents.golden("owner.assigned")))
                .isEqualTo(new OwnerAssigned(
                        EventExamples.TICKET, EventExamples.AT, EventExamples.MARIA, "She took it.", Optional.empty()));
    }

    @Test
    void theNewestVersionIsReadWithoutUpcasters() {
        EventJson json = new EventJson(someDay(), List.of());
        OwnerAssigned event = new OwnerAssigned(
                EventExamples.TICKET, EventExamples.AT, EventExamples.MARIA, "She took it.", Optional.empty());

        assertThat(json.write(event)).contains("\"version\":3");
        assertThat(json.read(json.write(event))).isEqualTo(event);
    }

    @Test
    void aGapInTheChainIsNamed() {
        EventJson json = new EventJson(someDay(), List.of(FIRST));

        assertThatThrownBy(() -> json.read(Documents.golden("owner.assigned")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no upcaster leads from version 2 to 3");
    }

    @Test
    void aShopReadsWhatAnotherSystemHasWrittenAsVersionZero() {
        Upcaster fromOldDesk = Upcaster.of("promise.kept", 0, event -> {
            event.put("at", event.remove("time"));
            event.putIfAbsent("how", "Imported.");
            return event;
        });
        EventJson json = EventJson.with(fromOldDesk);
        ObjectNode old = Documents.object(Documents.golden("promise.kept"));
        old.put("version", 0).set("time", old.remove("at"));

        assertThat(json.read(old.toString())).isEqualTo(EventExamples.of("promise.kept"));
    }

    @Test
    void anUpcasterMayUseWhatNoFieldOfHeedHas() {
        List<Object> seen = new ArrayList<>();
        EventJson json = EventJson.with(Upcaster.of("owner.missing", 0, event -> {
            seen.addAll(event.values());
            return event;
        }));
        ObjectNode event = Documents.object(Documents.golden("owner.missing")).put("version", 0);
        event.put("whole", 1)
                .put("part", 1.5)
                .put("flag", true)
                .putNull("nothing")
                .putArray("list")
                .addObject()
                .put("a", "b");

        json.read(event.toString());

        assertThat(seen)
                .contains(1L, new java.math.BigDecimal("1.5"), true, List.of(Map.of("a", "b")))
                .doesNotContainNull();
    }

    @Test
    void whatAnUpcasterThrowsIsSaidWithoutItsWords() {
        EventJson json = EventJson.with(Upcaster.of("promise.kept", 0, event -> {
            throw new NumberFormatException("Anna Müller");
        }));
        String event = Documents.object(Documents.golden("promise.kept"))
                .put("version", 0)
                .toString();

        assertThatThrownBy(() -> json.read(event))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("upcaster of promise.kept from version 0 threw java.lang.NumberFormatException")
                .hasMessageNotContaining("Anna")
                .satisfies(e -> assertThat(e.getSuppressed()[0].getStackTrace()[0].getClassName())
                        .isEqualTo(UpcasterTest.class.getName()))
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessageNotContaining("Anna"));
    }

    @Test
    void anUpcasterThatGivesNullOrNonsenseIsRefused() {
        String event = Documents.object(Documents.golden("promise.kept"))
                .put("version", 0)
                .toString();

        for (Upcaster wrong : List.of(
                Upcaster.of("promise.kept", 0, same -> null),
                Upcaster.of("promise.kept", 0, same -> Map.of()),
                Upcaster.of("promise.kept", 0, same -> Map.of("ticket", new Object())))) {
            assertThatThrownBy(() -> EventJson.with(wrong).read(event)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void anUpcasterThatWouldNeverBeAskedIsRefusedAtOnce() {
        for (Upcaster wrong : List.of(
                Upcaster.of("promise.doubled", 0, event -> event),
                Upcaster.of("promise.kept", 1, event -> event),
                Upcaster.of("promise.kept", -1, event -> event))) {
            assertThatThrownBy(() -> EventJson.with(wrong)).isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> new EventJson(someDay(), List.of(FIRST, FIRST)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("owner.assigned from version 1 is not the only one");
    }
}
