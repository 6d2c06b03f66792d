package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.InvalidInputException;
import dev.heed.ticket.TicketEvent;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to a text, it is read or it is refused; nothing else ever happens. */
class FuzzedEventJsonTest {
    private static final List<String> GOLDEN = EventTypes.heeds().all().stream()
            .map(type -> Documents.tree(Documents.golden(type.name())).toString())
            .toList();
    private static final List<String> SPLINTERS = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-1",
            "1e999",
            "99999999999",
            "\"\"",
            "\\u",
            "\\",
            "\u0000",
            "\uD800",
            "é",
            "[]",
            "{}",
            "\"kind\":\"customer\"",
            "\"version\":0",
            "0.5",
            "\"at\":\"9999999999-99-99T99:99:99Z\"",
            "Z",
            "+999999999-01-01T00:00:00Z",
            " ",
            "\n",
            "//");

    private final EventJson json = EventJson.create();

    @Property(tries = 5000)
    void aMutatedTextIsReadOrRefused(@ForAll("mutated") String text) {
        try {
            TicketEvent event = json.read(text);
            assertThat(json.read(json.write(event))).isEqualTo(event);
        } catch (InvalidInputException e) {
            assertThat(e.remedy()).isNotBlank();
        }
    }

    @Property(tries = 1000)
    void aMutatedHistoryIsReadOrRefused(@ForAll("mutated") String text) {
        try {
            assertThat(json.readHistory("[" + text + "]")).isNotNull();
        } catch (InvalidInputException e) {
            assertThat(e.remedy()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> mutated() {
        return Combinators.combine(
                        Arbitraries.of(GOLDEN), Arbitraries.integers().between(1, 6), Arbitraries.longs())
                .as(FuzzedEventJsonTest::mutate);
    }

    private static String mutate(String text, int times, long seed) {
        Random random = new Random(seed);
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 0; i < times && !mutated.isEmpty(); i++) {
            int at = random.nextInt(mutated.length());
            int to = Math.min(mutated.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(6)) {
                case 0 -> mutated.delete(at, to);
                case 1 -> mutated.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
                case 2 -> mutated.replace(at, to, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
                case 3 -> mutated.insert(at, mutated.substring(at, to));
                case 4 -> mutated.setCharAt(at, (char) random.nextInt(0x10000));
                default -> mutated.setLength(at);
            }
        }
        return mutated.toString();
    }
}
