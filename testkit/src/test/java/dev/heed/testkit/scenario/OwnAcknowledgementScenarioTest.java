package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.Customer;
import dev.heed.testkit.DeskExtension;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shop's own acknowledgement in a language that Heed has no words in. */
class OwnAcknowledgementScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(
            builder -> builder.acknowledgement(Locale.ITALIAN, "Grazie. Rispondiamo entro {{expected_reply}}."));

    @Test
    void goesToTheCustomersWhoReadIt() {
        heed.desk()
                .backoffice()
                .register(Customer.builder("c-1")
                        .email("gina@example.com")
                        .locale(Locale.ITALY)
                        .build());
        heed.channel().receive("gina@example.com", "Dove si trova il pacco?");
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();

        assertThat(heed.channel().sent().get(0).content().text()).startsWith("Grazie. Rispondiamo entro ");
        assertThat(heed.channel().sent().get(1).content().text()).startsWith("Hello,");
    }
}
