package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.email.MailServer.Security;
import dev.heed.error.InvalidInputException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailServerTest {

    @Nested
    class Factories {
        @Test
        void eachSaysHowTheConnectionIsProtected() {
            assertThat(MailServer.tls("h", 1).security()).isEqualTo(Security.TLS);
            assertThat(MailServer.startTls("h", 1).security()).isEqualTo(Security.STARTTLS);
            assertThat(MailServer.plain("h", 1).security()).isEqualTo(Security.NONE);
        }

        @ParameterizedTest
        @CsvSource({"'', 993", "' ', 993", "h, 0", "h, -1", "h, 65536"})
        void aServerNeedsAHostAndAPort(String host, int port) {
            assertThatThrownBy(() -> MailServer.tls(host, port)).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void aLoginGivesANewValue() {
            MailServer server = MailServer.tls("h", 1);

            assertThat(server.login("user", "secret").user()).contains("user");
            assertThat(server.user()).isEmpty();
        }

        @Test
        void aLoginKeepsTheTrust() {
            var factory = TestTls.trust();

            assertThat(MailServer.tls("h", 1).trusting(factory).login("u", "p").trust())
                    .contains(factory);
            assertThat(MailServer.tls("h", 1).login("u", "p").trusting(factory).user())
                    .contains("u");
        }
    }

    @Test
    void itsWordsNameTheServerButNeitherUserNorPassword() {
        assertThat(MailServer.tls("mail.acme.example", 993)
                        .login("user", "geheim")
                        .toString())
                .isEqualTo("mail.acme.example:993 (TLS)");
    }
}
