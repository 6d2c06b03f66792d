package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderParametersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename=a.txt | a.txt",
                "attachment; filename=\"a b.txt\" | a b.txt",
                "attachment; filename=my own file.txt; size=3 | my own file.txt",
                "attachment; FileName = \"a.txt\" ; x=y | a.txt",
                "attachment filename=\"a.txt\" | a.txt",
                "; filename=\"a.txt\" | a.txt",
                "attachment; filename=\"C:\\TEMP\\a.txt\" | C:\\TEMP\\a.txt",
                "attachment; filename=\"a\\\"b.txt\" | a\"b.txt",
                "attachment; filename=\"a.txt | a.txt",
                "attachment; filename*=UTF-8''%e2%82%ac.txt | €.txt",
                "attachment; filename=euro.txt; filename*=UTF-8''%e2%82%ac.txt | €.txt",
                "attachment; filename*0*=iso-8859-1'en'Gr%FC; filename*1*=%DFe; filename*2=.txt | Grüße.txt",
                "attachment; filename*1=\"b.txt\"; filename*0=\"a\" | ab.txt",
                "attachment; filename*0*=%41; filename*1*=%42 | AB",
                "attachment; filename=\"=?utf-8?q?=C3=BC.txt?=\" | ü.txt",
                "attachment; filename*0=\"=?utf-8?q?=C3\"; filename*1=\"=BC.txt?=\" | ü.txt",
            })
    void readsFileNamesHoweverTheyAreWritten(String body, String name) {
        assertThat(HeaderParameters.parse(body).text("filename", 10)).contains(name);
    }

    @Test
    void keepsTheNameOfAnAttachmentThatLooksEncodedWithinRfc2231() {
        assertThat(HeaderParameters.parse("a; filename*=utf-8''%3D%3Futf-8%3Fq%3Fa%3F%3D")
                        .text("filename", 10))
                .contains("=?utf-8?q?a?=");
    }

    @Test
    void readsValuesInLowerCase() {
        HeaderParameters type = HeaderParameters.parse("Text/HTML; Charset=\"UTF-8\"");

        assertThat(type.value()).isEqualTo("text/html");
        assertThat(type.get("charset")).contains("UTF-8");
    }
}
