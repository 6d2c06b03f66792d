package dev.heed.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.people.Proof.SignedIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdentityKeyTest {
    private static final Instant SOON = Instant.parse("2026-03-02T13:00:00.5Z");
    private static final CustomerId ANA = CustomerId.of("c-1");
    private static final EmailAddress ADDRESS = EmailAddress.of("ana@example.com");
    private final IdentityKey key =
            IdentityKey.of("2026-1", "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    /** The value is that of OpenSSL over the text that docs/customers.md describes. */
    @Test
    void signsWhatTheGuideDescribes() {
        SignedIdentity signed = key.sign(ANA, ADDRESS, SOON);

        assertThat(signed.expires()).isEqualTo("2026-03-02T13:00:00Z");
        assertThat(signed.signature()).isEqualTo("0af34e17d2fca0568d39d9e817f0b60a8845a904932c5fffc1ad523e172dfaf7");
        assertThat(key.signed(signed)).isTrue();
    }

    @Test
    void noPartCanBeTakenForTheBeginningOfTheNext() {
        SignedIdentity one = key.sign(CustomerId.of("a\n1:b"), new AccountAddress("c", "d"), SOON);
        SignedIdentity other = key.sign(CustomerId.of("a"), new AccountAddress("1:b\nc", "d"), SOON);

        assertThat(one.signature()).isNotEqualTo(other.signature());
        assertThat(key.sign(ANA, new AccountAddress("email", ADDRESS.value()), SOON)
                        .signature())
                .isNotEqualTo(key.sign(ANA, ADDRESS, SOON).signature());
    }

    @Test
    void aKeyIsLongAndHasAName() {
        assertThatThrownBy(() -> IdentityKey.of("2026", new byte[31])).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> IdentityKey.of(" ", new byte[32])).isInstanceOf(InvalidInputException.class);
        assertThat(IdentityKey.of("2026", new byte[32])).hasToString("IdentityKey 2026");
    }

    @Test
    void whatEndsUpInLogsHasNoAddress() {
        SignedIdentity signed = key.sign(ANA, ADDRESS, SOON);

        assertThat(signed.toString()).doesNotContain("ana@").doesNotContain(signed.signature());
        assertThat(new Proof.ConfirmedAddress(ADDRESS, ANA, SOON).toString()).doesNotContain("ana@");
        assertThat(new Proof.AgentDecision(AgentId.of("m"), "Ana called.").toString())
                .doesNotContain("Ana");
    }
}
