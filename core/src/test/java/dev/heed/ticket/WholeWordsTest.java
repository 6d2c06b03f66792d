package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ja                                     | Ja
                    OK, do it.                             | OK
                    Well, yes.                             | yes
                    You may wipe the disk. Thanks!         | You may wipe the disk.
                    Eyes are red, but yes                  | yes
                    Oui, l'effacer est permis              | effacer est permis
                    はい、消してください                            | はい
                    是                                      | 是
                    Да, конечно                            | Да
                    """)
    void wordsFromTheirBeginningToTheirEndAreWhole(String text, String quotation) {
        assertThat(WholeWords.stand(text, quotation)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Yes, but ask me first                  | Y
                    Only if I say so                       | I
                    My eyes hurt                           | yes
                    Do not, I am nobody to say             | no
                    It is broken                           | ok
                    My number is 4711, really              | 4711
                    Anything but that                      | ,
                    Janein                                 | Ja
                    Ja\u0301, not that                     | Ja
                    """)
    void aLetterOrAPieceOfAWordIsNoWord(String text, String quotation) {
        assertThat(WholeWords.stand(text, quotation)).isFalse();
    }
}
