package dev.heed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.AgentId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    private static final List<AgentId> AGENTS = Stream.of(
                    "maria", "mar", "m.keller", "Zoë", "ben@shop.example", "anna-lena", "Eva", "eva")
            .map(AgentId::of)
            .toList();

    private final Mentions mentions = new Mentions(AGENTS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@maria, do you know? | maria",
                "Ask @maria. | maria",
                "Ask @maria... | maria",
                "(@maria) | maria",
                "@maria's idea | maria",
                "»@maria« | maria",
                "-@maria | maria",
                "@mar knows | mar",
                "@MARIA | maria",
                "@m.keller. | m.keller",
                "@Zoë | Zoë",
                "@Zoe\u0308 | Zoë",
                "@ben@shop.example: look | ben@shop.example",
                "@anna-lena! | anna-lena",
                "@Eva | Eva",
                "@eva | eva"
            })
    void anAgentIsNamedByTheId(String text, String id) {
        assertThat(mentions.in(text)).containsExactly(AgentId.of(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "maria",
                "a@maria.example",
                "a@maria",
                "info@mar",
                "@maria.example",
                "@maria-lena",
                "@maria_2",
                "@mariam",
                "@martin",
                "@nobody",
                "@ maria",
                "@EVA",
                "first.last+tag@m.keller.example",
                "ben@shop.example"
            })
    void whatCouldBeAnAddressOrAnotherNameIsNone(String text) {
        assertThat(mentions.in(text)).isEmpty();
    }

    @Test
    void severalAreNamedOnceEachInTheirOrder() {
        assertThat(mentions.in("@mar and @maria: @mar said a@maria.example, @Zoë?"))
                .containsExactly(AgentId.of("mar"), AgentId.of("maria"), AgentId.of("Zoë"));
    }

    @Property(tries = 300)
    void onlyRegisteredAgentsAreNamedWhateverIsWritten(@ForAll("texts") String text) {
        assertThat(AGENTS).containsAll(mentions.in(text));
        assertThat(new Mentions(List.of()).in(text)).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(Stream.concat(
                        AGENTS.stream().map(AgentId::value), Arrays.stream(new String[] {"@", ".", " ", "-", "\uD83D"}))
                .toList());
        return pieces.list().ofMaxSize(12).map(all -> String.join("", all));
    }
}
