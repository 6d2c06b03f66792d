package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import dev.heed.email.MailFixtures.Fixture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails of public projects, read against what those projects expect. */
class MailCorpusTest {

    /** How many of the stated values came out right. */
    private static final class Score {

        private static final char LOST = '\uFFFD';

        private int right;
        private final List<String> wrong = new ArrayList<>();

        void count(Fixture fixture, Object expected, Object actual) {
            if (matches(expected.toString(), actual.toString())) {
                right++;
            } else {
                wrong.add(fixture.name() + "\n      expected " + expected + "\n      but was  " + actual);
            }
        }

        /** Snapshots of parsers that lost a character have U+FFFD in its place: any character is right there. */
        private static boolean matches(String expected, String actual) {
            boolean right = expected.length() == actual.length();
            for (int i = 0; right && i < expected.length(); i++) {
                right = expected.charAt(i) == LOST || expected.charAt(i) == actual.charAt(i);
            }
            return right;
        }

        double percent() {
            return 100.0 * right / (right + wrong.size());
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%5.1f %%  %d of %d", percent(), right, right + wrong.size());
        }
    }

    /** The least share in percent that must be right, for each field that the sources state. */
    private static final Map<String, Integer> THRESHOLDS = Map.of(
            "subject", 95,
            "from_email", 96,
            "from_display_name", 95,
            "message_id", 95,
            "attachments", 85,
            "attachment_count", 85,
            "text", 85);

    private static final Map<String, Score> SCORES = new LinkedHashMap<>();
    private static List<Fixture> mails = List.of();

    @BeforeAll
    static void readAll() throws IOException {
        mails = MailFixtures.mails();
        for (Fixture mail : mails) {
            ParsedMail parsed = MailParser.parse(mail.raw(), MailLimits.standard());
            mail.text("subject").ifPresent(s -> count("subject", mail, folded(s), folded(parsed.subject())));
            mail.text("from_email")
                    .ifPresent(s -> count("from_email", mail, s.toLowerCase(Locale.ROOT), address(parsed)));
            mail.text("from_display_name").ifPresent(s -> count("from_display_name", mail, folded(s), name(parsed)));
            mail.text("message_id")
                    .ifPresent(s -> count(
                            "message_id", mail, bare(s), parsed.messageId().orElse("")));
            mail.text("text").ifPresent(s -> count("text", mail, folded(s), folded(parsed.text())));
            countAttachments(mail, parsed);
        }
        SCORES.forEach((field, score) -> {
            System.out.printf(Locale.ROOT, "%-18s %s  (at least %d %%)%n", field, score, THRESHOLDS.get(field));
            score.wrong.forEach(wrong -> System.out.println("    " + wrong));
        });
    }

    @Test
    void showsSomethingOfEveryMail() {
        assertThat(mails).allSatisfy(mail -> {
            ParsedMail parsed = MailParser.parse(mail.raw(), MailLimits.standard());
            assertThat(parsed.text() + parsed.attachments() + parsed.problems()).isNotEqualTo("[][]");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject",
                "from_email",
                "from_display_name",
                "message_id",
                "attachments",
                "attachment_count",
                "text"
            })
    void readsRight(String field) {
        assertThat(SCORES.getOrDefault(field, new Score()).percent())
                .isGreaterThanOrEqualTo(THRESHOLDS.getOrDefault(field, 100));
    }

    private static void count(String field, Fixture mail, Object expected, Object actual) {
        SCORES.computeIfAbsent(field, f -> new Score()).count(mail, expected, actual);
    }

    /** Files without a name in the expectation count as right under any name; paths are never kept by us. */
    private static void countAttachments(Fixture mail, ParsedMail parsed) {
        List<String> actual =
                parsed.attachments().stream().map(MailAttachment::name).toList();
        mail.text("attachment_count").ifPresent(n -> count("attachment_count", mail, n, String.valueOf(actual.size())));
        if (mail.expected().get("attachments") instanceof List<?> names) {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                boolean unnamed = !(names.get(i) instanceof String) && i < actual.size();
                String name = unnamed ? actual.get(i) : String.valueOf(names.get(i));
                expected.add(name.substring(name.lastIndexOf('/') + 1));
            }
            count("attachments", mail, expected, actual);
        }
    }

    private static String address(ParsedMail mail) {
        return mail.from().map(Mailbox::address).orElse("").toLowerCase(Locale.ROOT);
    }

    private static String name(ParsedMail mail) {
        return folded(mail.from().map(Mailbox::name).orElse(""));
    }

    private static String bare(String id) {
        return Optional.of(id)
                .map(text -> CharMatcher.anyOf("<>").trimFrom(text))
                .orElse("");
    }

    private static String folded(String text) {
        return CharMatcher.whitespace().trimAndCollapseFrom(text, ' ');
    }
}
