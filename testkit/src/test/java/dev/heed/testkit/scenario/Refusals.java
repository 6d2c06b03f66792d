package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heed.error.ConfigurationException;
import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.TicketEvent;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a house rule refuses leaves no trace, and says what, why and how to mend it. */
final class Refusals {
    private Refusals() {}

    /** The attempt is refused with this code first; no ticket, no event and no message comes of it. */
    static RefusedException refused(DeskExtension heed, PracticeCode code, ThrowingCallable attempt) {
        var unused = heed.run(); // what is on its way already leaves first
        List<TicketEvent> events = heed.events();
        int sent = heed.channel().sent().size();

        RefusedException refused = catchThrowableOfType(RefusedException.class, attempt);

        assertThat(refused).as("an attempt that must be refused").isNotNull();
        assertThat(heed.run().idle()).isTrue();
        assertThat(heed.events()).isEqualTo(events);
        assertThat(heed.channel().sent()).hasSize(sent);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.findings()).allSatisfy(finding -> isComplete(finding, refused));
        return refused;
    }

    private static void isComplete(Finding finding, RefusedException refused) {
        assertThat(finding.code().practice()).matches("P\\d\\d");
        assertThat(finding.problem()).isNotBlank();
        assertThat(finding.reason()).isNotBlank().isEqualTo(finding.code().reason());
        assertThat(finding.remedy()).isNotBlank();
        assertThat(refused.getMessage())
                .contains(finding.code().practice(), finding.code().name(), finding.problem(), finding.remedy());
        assertThat(refused.remedy()).contains(finding.remedy());
    }

    /** The piece of text that the first finding points at. */
    static String span(RefusedException refused) {
        return refused.findings().get(0).span().orElseThrow().text();
    }

    /** What cannot be built like this, for the reason that this code stands for. */
    static ConfigurationException notBuilt(PracticeCode code, ThrowingCallable build) {
        ConfigurationException refused = catchThrowableOfType(ConfigurationException.class, build);
        assertThat(refused).as("a configuration that must be refused").isNotNull();
        assertThat(refused.has(code))
                .as("%s among %s", code, refused.problems())
                .isTrue();
        assertThat(refused.problems()).allSatisfy(problem -> {
            assertThat(problem.what()).isNotBlank();
            assertThat(problem.remedy()).isNotBlank();
        });
        assertThat(refused.getMessage()).contains(code.practice(), code.name());
        return refused;
    }
}
