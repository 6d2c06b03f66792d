package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain text | plain text",
                "=?utf-8?q?Gr=C3=BC=C3=9Fe?= | Grüße",
                "=?UTF-8?B?R3LDvMOfZQ==?= | Grüße",
                "=?utf-8?b?R3LDvMOfZQ?= | Grüße",
                "=?iso-8859-1?Q?Gr=FC=DFe?= | Grüße",
                "=?utf-8*de?q?a_b?= | a b",
                "=?utf-8?q?a b c?= | a b c",
                "Re: =?utf-8?q?a?= =?utf-8?q?b?= c | Re: ab c",
                "=?utf-8?q?a?==?utf-8?q?b?= | ab",
                "x=?utf-8?q?a?=y | xay",
                "=?utf-8?q?=C3?= =?utf-8?q?=BC?= | ü",
                "=?utf-8?b?w7?= =?utf-8?b?w=?= | ü",
                "=?iso-2022-jp?B?GyRCRnw=?= =?iso-2022-jp?B?S1wbKEI=?= | 日本",
                "=?x-unknown?q?Gr=C3=BC=C3=9Fe?= | Grüße",
                "=?x-unknown?q?Gr=FC=DFe?= | Grüße",
                "=?gb2312?B?1tDOxA==?= | 中文",
                "=?utf-7?Q?Fr+APY-sche?= | Frösche",
                "=?utf-8?x?a?= | =?utf-8?x?a?=",
                "=?utf-8?q?a | =?utf-8?q?a",
                "a =? b | a =? b",
            })
    void decodesWhateverIsSent(String encoded, String decoded) {
        assertThat(EncodedWords.decode(encoded, 100)).isEqualTo(decoded);
    }

    @Test
    void takesTimeInProportionToTheLengthWhereNoWordCanBeDecoded() {
        String header = "=?a?x?".repeat(200_000) + "?=";

        String decoded = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> EncodedWords.decode(header, 1_000));

        assertThat(decoded).isEqualTo(header);
    }

    @Test
    void leavesWordsBeyondTheLimitAsTheyAre() {
        assertThat(EncodedWords.decode("=?utf-8?q?a?= =?utf-8?q?b?=", 1)).isEqualTo("a =?utf-8?q?b?=");
    }
}
