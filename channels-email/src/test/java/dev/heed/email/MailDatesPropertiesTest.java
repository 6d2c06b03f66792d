package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A date comes from the sender, who may write anything. */
class MailDatesPropertiesTest {

    @Property(tries = 3_000)
    void noHeaderMakesTheParserFail(@ForAll("dates") String date) {
        assertThatCode(() -> MailDates.parse(date)).doesNotThrowAnyException();
        assertThatCode(() -> MailDates.parse("Sat, 21 Nov 2026 " + date)).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> dates() {
        Arbitrary<String> pieces =
                Arbitraries.of("0", "1", "9", "21", "2026", "99", ":", "+", "-", "z", "t", ".", "/", "nov", "est");
        Arbitrary<String> token = pieces.list().ofMinSize(1).ofMaxSize(7).map(list -> String.join("", list));
        Arbitrary<List<String>> tokens = token.list().ofMaxSize(5);
        return tokens.map(list -> String.join(" ", list));
    }
}
