package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ann@example.org | `` | ann@example.org",
                "Ann Lee <ann@example.org> | Ann Lee | ann@example.org",
                "\"Lee, Ann\" <ann@example.org> | Lee, Ann | ann@example.org",
                "Lee, Ann <ann@example.org> | Lee, Ann | ann@example.org",
                "\"LTD\" <ly@example.com | LTD | ly@example.com",
                "Foo <a@b.org> <a@b.org> | Foo | a@b.org",
                "ann@example.org (Ann Lee) | Ann Lee | ann@example.org",
                "Ann (at work (mostly)) Lee <ann@example.org> | Ann Lee | ann@example.org",
                "'Ann' <ann@example.org> | Ann | ann@example.org",
                "Ann ann@example.org | Ann | ann@example.org",
                "<@relay.org,@other.org:ann@example.org> | `` | ann@example.org",
                "<ann @ example.org> | `` | ann@example.org",
                "mailto:ann@example.org | `` | ann@example.org",
                "=?utf-8?q?J=C3=B6rg?= <j@example.org> | Jörg | j@example.org",
                "=?utf-8?q?=3Ceve=40evil.org=3E=2C?= <j@example.org> | <eve@evil.org>, | j@example.org",
                "\"a \\\"b\\\" c\" <a@b.org> | a \"b\" c | a@b.org",
                "Ann < <ann@example.org> | Ann | ann@example.org",
                "jörg@müller.de | `` | jörg@müller.de",
            })
    void readsOneMailboxHoweverItIsWritten(String body, String name, String address) {
        assertThat(parsed(body)).containsExactly(new Mailbox(name, address));
    }

    @Test
    void readsListsWithCommasOrSemicolons() {
        assertThat(addresses("a@b.org;c@d.org, E <e@f.org>,,")).containsExactly("a@b.org", "c@d.org", "e@f.org");
    }

    @Test
    void readsTheNextMailboxAfterAMissingBracket() {
        assertThat(addresses("A <a@b.org, C <c@d.org>")).containsExactly("a@b.org", "c@d.org");
    }

    @Test
    void readsTheMembersOfGroups() {
        assertThat(addresses("Team: a@b.org, C <c@d.org>; undisclosed-recipients:;, e@f.org"))
                .containsExactly("a@b.org", "c@d.org", "e@f.org");
    }

    @Test
    void leavesOutWhatIsNoAddress() {
        assertThat(addresses("nobody, <>, <x>, @, a@, @b.org, \"quoted\"")).isEmpty();
    }

    @Test
    void readsAHeaderThatIsEncodedAsAWhole() {
        assertThat(parsed("=?utf-8?q?J=C3=B6rg_=3Cj=40example.org=3E?="))
                .containsExactly(new Mailbox("Jörg", "j@example.org"));
    }

    private static List<Mailbox> parsed(String body) {
        return AddressParser.parse(body, MailLimits.standard());
    }

    private static List<String> addresses(String body) {
        return parsed(body).stream().map(Mailbox::address).toList();
    }
}
