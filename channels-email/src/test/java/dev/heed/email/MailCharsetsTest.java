package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailCharsetsTest {

    @ParameterizedTest
    @CsvSource({
        "UTF-8, us-ascii, Grüße",
        "UTF-8, iso-8859-1, Grüße",
        "UTF-8, '', Grüße",
        "UTF-8, gb2312, 中文",
        "UTF-8, iso-2022-jp, 日本",
        "windows-1252, us-ascii, Grüße – ok",
        "windows-1252, utf-8, Grüße",
        "windows-1252, DEFAULT_CHARSET, Grüße",
        "windows-1252, '', Grüße",
        "GB18030, gb2312, 镕基",
        "ISO-2022-JP, iso-2022-jp, 日本",
        "ISO-2022-JP, '', 日本",
        "KOI8-R, koi8-r, Привет",
        "UTF-16LE, utf-16le, Grüße",
        "windows-1254, iso-8859-9, İstanbul",
        "Shift_JIS, shift_jis, 日本",
        "ISO-8859-8, iso-8859-8-i, שלום"
    })
    void readsTextWhateverIsDeclared(String actual, String declared, String text) {
        byte[] octets = text.getBytes(Charset.forName(actual));

        assertThat(MailCharsets.decode(octets, Optional.of(declared), Optional.empty()))
                .isEqualTo(text);
    }

    @Test
    void asksTheHintWhenTheDeclaredCharsetIsUnknown() {
        byte[] octets = "Привет".getBytes(Charset.forName("KOI8-R"));

        assertThat(MailCharsets.decode(octets, Optional.of("x-unknown"), Optional.of("koi8-r")))
                .isEqualTo("Привет");
    }

    @Test
    void forgivesOneCutCharacterInALongText() {
        byte[] octets = "日本語".repeat(20).getBytes(Charset.forName("UTF-8"));
        octets[octets.length - 1] = 'x';

        assertThat(MailCharsets.decode(octets, Optional.of("utf-8"), Optional.empty()))
                .startsWith("日本語日本語");
    }

    @Test
    void dropsTheByteOrderMark() {
        byte[] octets = "\uFEFFHello".getBytes(Charset.forName("UTF-8"));

        assertThat(MailCharsets.decode(octets)).isEqualTo("Hello");
    }
}
