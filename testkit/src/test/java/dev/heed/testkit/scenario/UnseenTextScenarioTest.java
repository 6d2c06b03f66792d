package dev.heed.testkit.scenario;

import static dev.heed.error.PracticeCode.SIGNATURE_NOT_PERSONAL;
import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.RefusedException;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.TicketId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules read what the customer sees; what cannot be judged is refused. */
class UnseenTextScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        ticket = heed.onlyTicket().id();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("replies")
    void isJudgedByWhatTheCustomerSees(String verdict, String html) {
        assertThat(verdictOn(html)).isEqualTo(verdict);
    }

    private String verdictOn(String html) {
        try {
            List<Finding> findings = heed.maria().review(ticket, Reply.html(html, Signature.of(MARIA)));
            if (findings.isEmpty()) {
                return "fine";
            }
            assertThat(findings).extracting(Finding::code).containsOnly(SIGNATURE_NOT_PERSONAL);
            return "group";
        } catch (RefusedException refused) {
            assertThat(refused.code()).isEqualTo(SIGNATURE_NOT_PERSONAL);
            assertThat(refused).hasMessageContaining("can hide text");
            assertThat(refused.remedy()).isNotBlank();
            return "hidden";
        } catch (InvalidInputException invalid) {
            assertThat(invalid).hasMessageContaining("is not allowed at position");
            return "invalid";
        }
    }

    static Stream<Arguments> replies() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(UnseenTextScenarioTest.class.getResourceAsStream("unseen.tsv"), "unseen.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace('¶', '\n').split("\t", 2))
                    .map(parts -> Arguments.of(parts[0], parts[1]));
        }
    }
}
