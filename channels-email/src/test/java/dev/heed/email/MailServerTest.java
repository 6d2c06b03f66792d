package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.email.MailServer.Security;
import dev.heed.error.HeedException;
import dev.heed.error.InvalidInputException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailServerTest {

    @Nested
    class Parsing {
        @ParameterizedTest
        @CsvSource({
            "imaps, TLS, 993",
            "smtps, TLS, 465",
            "imap, STARTTLS, 143",
            "smtp, STARTTLS, 587",
            "imap+plain, NONE, 143",
            "smtp+plain, NONE, 25",
            "IMAPS, TLS, 993",
            "Smtp+Plain, NONE, 25"
        })
        void theSchemeSaysHowTheConnectionIsProtectedAndTheUsualPort(String scheme, Security security, int port) {
            MailServer server = MailServer.parse(scheme + "://mail.acme.example");

            assertThat(server.security()).isEqualTo(security);
            assertThat(server.port()).isEqualTo(port);
            assertThat(server.host()).isEqualTo("mail.acme.example");
        }

        @ParameterizedTest
        @ValueSource(strings = {"imaps", "smtps", "imap", "smtp", "imap+plain", "smtp+plain"})
        void aPortThatIsGivenIsTaken(String scheme) {
            assertThat(MailServer.parse(scheme + "://mail.acme.example:2525").port())
                    .isEqualTo(2525);
        }

        @Test
        void withoutAUserNobodyLogsIn() {
            assertThat(MailServer.parse("imaps://mail.acme.example").user()).isEmpty();
            assertThat(MailServer.parse("imaps://mail.acme.example").password()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "help%40acme.example:secret, help@acme.example, secret",
            "user:p%3Aa%2Fs%40s%23%25, user, p:a/s@s#%",
            "user:a+b, user, a+b",
            "user:a:b:c, user, a:b:c",
            "user:gr%C3%BCn%20%E2%82%AC, user, grün €",
            "user:, user, ''"
        })
        void userAndPasswordArePercentDecoded(String who, String user, String password) {
            MailServer server = MailServer.parse("imaps://" + who + "@mail.acme.example");

            assertThat(server.user()).contains(user);
            assertThat(server.password()).contains(password);
            assertThat(server.host()).isEqualTo("mail.acme.example");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "mail.acme.example",
                    "//user:geheim@mail.acme.example",
                    "http://user:geheim@mail.acme.example",
                    "pop3s://user:geheim@mail.acme.example",
                    "imaps:user:geheim@mail.acme.example",
                    "imaps://user:geheim@",
                    "imaps://geheim@mail.acme.example",
                    "imaps://us er:geheim@mail.acme.example",
                    "imaps://user:geheim%@mail.acme.example",
                    "imaps://user:geheim%zz@mail.acme.example",
                    "imaps://user:ge#heim@mail.acme.example",
                    "imaps://user:ge/heim@mail.acme.example",
                    "imaps://help@acme.example:geheim@mail.acme.example",
                    "imaps://user:geheim@mail.acme.example:port",
                    "imaps://user:geheim@mail.acme.example:99999999999"
                })
        void whatIsNoneOfTheseIsRefusedWithoutBeingRepeated(String url) {
            assertThatThrownBy(() -> MailServer.parse(url))
                    .isInstanceOf(InvalidInputException.class)
                    .hasNoCause()
                    .hasMessageNotContainingAny("geheim", "mail.acme.example")
                    .extracting(problem -> ((HeedException) problem).remedy())
                    .asString()
                    .contains("imaps://", "%40");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 65_536})
        void aPortThatDoesNotExistIsRefusedWithoutTheSecret(int port) {
            assertThatThrownBy(() -> MailServer.parse("imaps://user:geheim@mail.acme.example:" + port))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(Integer.toString(port))
                    .hasMessageNotContainingAny("geheim", "user");
        }
    }

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
        assertThat(MailServer.parse("imaps://user:geheim@mail.acme.example").toString())
                .isEqualTo("mail.acme.example:993 (TLS)");
    }
}
