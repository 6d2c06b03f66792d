package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.io.Resources;
import dev.heed.rule.SignatureWords.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words are read as they stand, so they must stand as they are compared. */
class SignatureWordsFileTest {
    private static final Set<Section> PHRASES = EnumSet.of(
            Section.CLOSING, Section.INTRODUCTION_OF_SELF, Section.INTRODUCTION, Section.INTRODUCTION_BEHIND);
    private static final ListMultimap<Section, String> ENTRIES = ArrayListMultimap.create();

    @BeforeAll
    static void readTheFileAsItStands() throws IOException {
        ENTRIES.clear();
        Section section = Section.GENERIC;
        for (String line : Resources.readLines(
                Resources.getResource(SignatureWords.class, "signature-words.txt"), StandardCharsets.UTF_8)) {
            if (line.startsWith("[")) {
                section = Section.valueOf(
                        line.substring(1, line.indexOf(']')).replace('-', '_').toUpperCase(Locale.ROOT));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                ENTRIES.putAll(
                        section,
                        PHRASES.contains(section)
                                ? Set.of(line)
                                : Splitter.on(' ').split(line));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyEntryIsItsOwnFoldingAndTakenApartAsTextIs(Section section) {
        assertThat(ENTRIES.get(section)).isNotEmpty().allSatisfy(entry -> {
            assertThat(Folding.fold(entry)).isEqualTo(entry);
            assertThat(String.join(" ", Words.of(entry).folded())).isEqualTo(entry);
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyEntryStandsOnceInItsSection(Section section) {
        assertThat(ENTRIES.get(section)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyEntryIsRead(Section section) {
        assertThat(SignatureWords.builtIn().words(section)).containsExactlyInAnyOrderElementsOf(ENTRIES.get(section));
    }
}
