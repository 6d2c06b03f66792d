package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ConfigurationException;
import dev.heed.error.InvalidInputException;
import dev.heed.message.ChannelId;
import dev.heed.people.EmailAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailChannelBuilderTest {

    private static final MailServer SERVER = MailServer.tls("mail.acme.example", 993);

    @Test
    void aChannelIsNamedEmailUnlessItIsNamedOtherwise() {
        assertThat(builder().build().id()).isEqualTo(ChannelId.of("email"));
        assertThat(builder().id("orders").build().id()).isEqualTo(ChannelId.of("orders"));
    }

    @Test
    void theAddressAndItsAliasesAreTheShops() {
        assertThat(builder().alias("Orders@Acme.example").build().ownAddresses())
                .containsExactlyInAnyOrder(
                        EmailAddress.of("help@acme.example"), EmailAddress.of("orders@acme.example"));
    }

    @Test
    void anInternationalAddressIsTheShopsInBothItsSpellings() {
        assertThat(EmailChannel.builder("hilfe@müller.example", SERVER, SERVER)
                        .build()
                        .ownAddresses())
                .containsExactly(EmailAddress.of("hilfe@müller.example"))
                .containsExactly(EmailAddress.of("hilfe@xn--mller-kva.example"));
    }

    @Test
    void aPlannedReferenceIsMadeOfTheMessageIdAndTheDomain() {
        assertThat(builder().build().plannedReference("m-1")).contains("heed.m-1@acme.example");
    }

    @Test
    void aBuilderCanBeUsedAgainWithoutChangingWhatItHasBuilt() {
        EmailChannel.Builder builder = builder();
        EmailChannel first = builder.build();
        EmailChannel second = builder.alias("orders@acme.example").build();

        assertThat(first.ownAddresses()).hasSize(1);
        assertThat(second.ownAddresses()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.0001S", "PT-5S", "PT1H0.001S", "P30D", "PT2562047788015215H"})
    void aTimeOutThatIsTooShortOrTooLongIsRefused(String timeout) {
        assertThatThrownBy(() -> builder().timeout(Duration.parse(timeout)).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("time-out");
    }

    @Test
    void aLimitThatIsTooSmallIsRefused() {
        assertThatThrownBy(() -> builder().largestMail(64 * 1024 - 1).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("65535");
    }

    @Test
    void anAddressThatNoMailCanBearIsRefusedWithoutBeingRepeated() {
        assertThatThrownBy(() -> EmailChannel.builder("büro@acme.example", SERVER, SERVER)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".acme.example",
                "acme..example",
                "a234567890123456789012345678901234567890123456789012345678901234.de"
            })
    void aDomainWithAnEmptyLabelOrOneTooLongIsRefused(String domain) {
        assertThatThrownBy(() ->
                        EmailChannel.builder("help@" + domain, SERVER, SERVER).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sender");
    }

    @Test
    void aDomainMayBeLongIfItsLabelsAreNot() {
        String address = "help@" + "shop-of-shops.".repeat(6) + "example";

        assertThat(EmailChannel.builder(address, SERVER, SERVER).build().ownAddresses())
                .containsExactly(EmailAddress.of(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aFolderWithoutANameIsRefused(String folder) {
        assertThatThrownBy(() -> builder().folder(folder).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("folder");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        EmailChannel.Builder builder = EmailChannel.builder("büro@acme.example", SERVER, SERVER)
                .folder("")
                .timeout(Duration.ZERO)
                .largestMail(1);

        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        problem -> assertThat(problem.problems()).hasSize(4));
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> EmailChannel.builder("Acme <help@acme.example>", SERVER, SERVER))
                .isInstanceOf(InvalidInputException.class);
    }

    private static EmailChannel.Builder builder() {
        return EmailChannel.builder("help@acme.example", SERVER, SERVER);
    }
}
