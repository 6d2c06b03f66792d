package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.message.ChannelId;
import dev.heed.message.MessageId;
import dev.heed.message.NoteId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.DepartmentId;
import dev.heed.people.OrganisationId;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids are short: they stand in exceptions, logs and keys of stores. */
class LongIdsTest {
    static Stream<Arguments> ids() {
        return Stream.of(
                id("CustomerId", 200, CustomerId::new),
                id("AgentId", 200, AgentId::new),
                id("DepartmentId", 200, DepartmentId::new),
                id("OrganisationId", 200, OrganisationId::new),
                id("ChannelId", 200, ChannelId::new),
                id("DraftId", 200, DraftId::new),
                id("MessageId", 998, MessageId::new),
                id("NoteId", 998, NoteId::new));
    }

    private static Arguments id(String name, int longest, Function<String, Object> of) {
        return Arguments.of(name, longest, of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void anIdThatIsTooLongIsRefusedWithoutRepeatingIt(String name, int longest, Function<String, Object> of) {
        String most = "z".repeat(longest);

        assertThat(of.apply(most)).hasToString(most);
        assertThatThrownBy(() -> of.apply(most + "z"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(longest + 1 + " characters")
                .hasMessageContaining("and " + longest + " are the most")
                .hasMessageNotContaining("zz");
    }
}
