package dev.heed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.ChannelId;
import dev.heed.people.AccountAddress;
import dev.heed.people.EmailAddress;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.UnreadableInbound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address stands in a mail that nobody could read. */
class AddressTracesTest {
    private final AddressTraces traces = new AddressTraces(List.of(
            EmailAddress.of("ana@example.org"),
            EmailAddress.of("ana@müller.example"),
            new AccountAddress("chat", "ana-4711"),
            new AccountAddress("chat", "2026")));

    private boolean isIn(String text) {
        return isIn("email", text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isIn(String channel, byte[] raw) {
        return traces.in(
                new UnreadableInbound(new InboundKey(ChannelId.of(channel), "1"), Instant.EPOCH, "Broken.", raw));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.org",
                "From: Ana <Ana@Example.ORG>",
                "Write to ana@example.org. Or do not.",
                "mailto:ana@example.org?subject=x",
                "'ana@example.org' and others",
                "Reply-To: ana@müller.example",
                "Reply-To: ANA@MÜLLER.example",
                "Reply-To: ana@xn--mller-kva.example",
                "from=3Cana=40example=2Eorg=3E",
                "a line that ends within the address: ana@exam=\r\nple.org",
                "Subject: =?utf-8?Q?from_ana=40example=2Eorg?=",
                "Subject: =?UTF-8?B?YW5hQGV4YW1wbGUub3Jn?=",
            })
    void anAddressIsFoundHoweverItIsWritten(String text) {
        assertThat(isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Date: Mon, 2 Mar 2026 09:00:00 +0000",
                "joana@example.org",
                "x.ana@example.org",
                "ana+shop@example.org",
                "o'ana@example.org",
                "ana@example.org.uk",
                "ana@example.organic",
                "ana@example.org-und-mehr.de",
                "ana at example.org",
                "ana-4711",
                "=?utf-8?B?not base64?= =zz =4",
                "Subject: =?utf-8?B?abcd-e?= =?utf-8?B?a?= =?utf-8?B?=a=?= 100%zz",
            })
    void whatIsAnotherAddressOrNoneIsNotHers(String text) {
        assertThat(isIn(text)).isFalse();
    }

    /** Or one mail that anybody can send lets nobody be forgotten. */
    @Property
    void whateverComesIsReadWithoutAnError(
            @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 40) String word) {
        assertThat(isIn("Subject: =?utf-8?B?" + word + "?=\r\n" + word)).isFalse();
    }

    @Test
    void anAddressInALinkIsFound() {
        assertThat(isIn("List-Unsubscribe: <https://list.example/off?who=ana%40example.org&list=7>"))
                .isTrue();
    }

    @Test
    void aBodyInBase64IsReadOverItsLines() {
        String body = "I write to you since my lamp is broken. ".repeat(5) + "Yours, Ana, ana@example.org";
        String lines = Base64.getMimeEncoder(60, new byte[] {'\r', '\n'})
                .encodeToString(body.getBytes(StandardCharsets.UTF_8));

        assertThat(isIn("Content-Transfer-Encoding: base64\r\n\r\n" + lines + "\r\n--end--"))
                .isTrue();
        assertThat(isIn("Content-Transfer-Encoding: base64\r\n\r\n" + lines.substring(0, 120) + "\r\n--end--"))
                .isFalse();
    }

    @Test
    void otherCharactersAreReadInLatin1Too() {
        byte[] raw = "From: ana@müller.example".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(isIn("email", raw)).isTrue();
    }

    @Test
    void anAccountIsFoundOnItsChannelAloneAndAShortOneNowhere() {
        byte[] raw = "{\"from\": \"ana-4711\", \"year\": 2026}".getBytes(StandardCharsets.UTF_8);
        byte[] year = "{\"year\": 2026}".getBytes(StandardCharsets.UTF_8);

        assertThat(isIn("chat", raw)).isTrue();
        assertThat(isIn("other", raw)).isFalse();
        assertThat(isIn("chat", year)).isFalse();
    }
}
