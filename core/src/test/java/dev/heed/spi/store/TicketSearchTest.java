package dev.heed.spi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked for, and where a page can go on. */
class TicketSearchTest {
    private static final Instant AT = Instant.parse("2026-06-08T07:00:00Z");
    private static final TicketSearch MUCH = TicketSearch.builder()
            .status(TicketStatus.OPEN, TicketStatus.NEW)
            .owner(AgentId.of("maria"))
            .tags(Tag.of("b"), Tag.of("a"))
            .reference(Reference.order("A:1"))
            .field(FieldKey.of("size"), FieldValue.of("4:2"))
            .words("lens Größe")
            .noteWords("ask")
            .due(TimeRange.until(AT))
            .withSpam()
            .orderByDescending(SortBy.DUE)
            .build();

    @Test
    void searchesThatAskForTheSameAreEqual() {
        TicketSearch same = TicketSearch.builder()
                .status(TicketStatus.NEW, TicketStatus.OPEN, TicketStatus.NEW)
                .unowned()
                .owner(AgentId.of("maria"))
                .tags(Tag.of("A"), Tag.of("b"))
                .reference(Reference.order("a:1"))
                .field(FieldKey.of("size"), new FieldValue.Choice("4:2"))
                .words("GROSSE, lens")
                .noteWords("Ask!")
                .due(TimeRange.until(AT))
                .withSpam()
                .orderByDescending(SortBy.DUE)
                .build();

        assertThat(same).isEqualTo(MUCH).hasSameHashCodeAs(MUCH);
        assertThat(same.toJson()).isEqualTo(MUCH.toJson());
        assertThat(same.fingerprint()).isEqualTo(MUCH.fingerprint());
        assertThat(TicketSearch.ofJson(MUCH.toJson())).isEqualTo(MUCH);
        assertThat(MUCH.toBuilder().orderBy(SortBy.DUE).build()).isNotEqualTo(MUCH);
    }

    @Test
    void aSearchHasOneFormOfJsonForEver() {
        assertThat(MUCH.toJson())
                .isEqualTo("{\"version\":1,\"status\":[\"NEW\",\"OPEN\"],\"owner\":\"maria\",\"tags\":[\"a\",\"b\"],"
                        + "\"reference\":[\"order:a:1\"],\"field\":[\"size:text:4:2\"],\"words\":[\"grosse\",\"lens\"],"
                        + "\"noteWords\":[\"ask\"],\"due\":{\"until\":\"2026-06-08T07:00:00Z\"},\"withSpam\":true,"
                        + "\"orderBy\":\"DUE\",\"descending\":true}");
    }

    @Test
    void whatBecomesOfWhatIsPutOffIsKeptToo() {
        for (PutOff putOff : PutOff.values()) {
            TicketSearch search = TicketSearch.builder().putOff(putOff).build();

            assertThat(TicketSearch.ofJson(search.toJson())).isEqualTo(search);
            assertThat(search.toJson().contains("putOff")).isEqualTo(putOff != PutOff.LEFT_OUT);
            assertThat(search.toBuilder().build().putOff()).isEqualTo(putOff);
        }
    }

    @Test
    void whatIsLookedForDoesNotEndUpInLogs() {
        assertThat(MUCH).hasToString("TicketSearch by DUE, descending");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"version\":2,\"orderBy\":\"DUE\"}",
                "{\"version\":1}",
                "{\"version\":1,\"orderBy\":\"WEATHER\"}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"weather\":\"fine\"}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"status\":\"NEW\"}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"status\":[7]}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"status\":[\"ANNA\"]}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"tags\":[\" \"]}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"reference\":[\"anna\"]}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"field\":[\"size\"]}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"field\":[\"size:number:anna\"]}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"owner\":7}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"withSpam\":\"yes\"}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"putOff\":\"ANNA\"}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"putOff\":true}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"due\":{\"from\":\"anna\"}}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"due\":{}}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"due\":\"now\"}",
                "{\"version\":1,\"orderBy\":\"DUE\",\"words\":[\"...\"]}"
            })
    void whatIsNoSearchIsRefused(String json) {
        assertThatThrownBy(() -> TicketSearch.ofJson(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("anna")
                .hasMessageNotContaining("ANNA");
    }

    @Test
    void tooMuchAtOnceIsRefused() {
        CustomerId[] many =
                IntStream.range(0, 101).mapToObj(i -> CustomerId.of("c" + i)).toArray(CustomerId[]::new);
        TicketSearchBuilder search = TicketSearch.builder();

        assertThatThrownBy(() -> search.customer(many)).hasMessageContaining("101 values at once; 100 are the most");
        assertThatThrownBy(() -> search.words("a b c d e f g h i j k l m n o p q r s t u"))
                .hasMessageContaining("21 words at once; 20 are the most");
        assertThatThrownBy(() -> search.words("a".repeat(100_000_000))).hasMessageContaining("letters at once");
        assertThatThrownBy(() -> search.words(" … ")).hasMessageContaining("has no words");
        assertThat(search.build()).isEqualTo(TicketSearch.builder().build());
    }

    @Test
    void aRangeHasABeginningOrAnEndInThisOrder() {
        assertThatThrownBy(() -> TimeRange.between(AT, AT)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> TimeRange.between(AT, AT.minusNanos(1))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new TimeRange(Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidInputException.class);
        assertThat(TimeRange.between(Instant.MIN, Instant.MAX).contains(AT)).isTrue();
        assertThat(TimeRange.from(AT).contains(AT.minusNanos(1))).isFalse();
        assertThat(TimeRange.until(AT.plusNanos(1)).contains(AT)).isFalse();
    }

    @Property
    void anyTextIsRefusedAsACursor(@ForAll String text) {
        assertThatThrownBy(() -> Cursor.of(text)).isInstanceOf(InvalidInputException.class);
    }

    @Nested
    class Cursors {
        private final Cursor cursor = Cursor.behind(new Cursor.Position(-42, 1001), MUCH);

        @Test
        void aCursorLeadsBackToItsPlace() {
            assertThat(Cursor.of(cursor.value()).position(MUCH)).isEqualTo(new Cursor.Position(-42, 1001));
            assertThat(cursor.value()).matches("[A-Za-z0-9_-]+");
        }

        @Test
        void aCursorIsRefusedByAnotherSearch() {
            TicketSearch other = MUCH.toBuilder().tags().build();

            assertThatThrownBy(() -> cursor.position(other))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("another search");
        }

        @Test
        void aCursorThatWasTamperedWithIsRefused() {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor.value());
            for (int i = 0; i < bytes.length; i++) {
                byte[] other = bytes.clone();
                other[i] ^= 1;
                assertThatThrownBy(() -> Cursor.of(
                                Base64.getUrlEncoder().withoutPadding().encodeToString(other)))
                        .as("byte %d", i)
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("not as it was handed out");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "AQ", "null", "====", "\u202e"})
        void whatIsNoCursorIsRefused(String text) {
            assertThatThrownBy(() -> Cursor.of(text)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> Cursor.of(cursor.value() + text + "=")).isInstanceOf(InvalidInputException.class);
        }
    }
}
