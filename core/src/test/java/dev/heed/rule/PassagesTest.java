package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.CustomerId;
import dev.heed.rule.Passages.Passage;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PassagesTest {
    private static List<String> of(String text) {
        return passages(text).stream().map(passage -> passage.span().text()).toList();
    }

    private static List<Passage> passages(String text) {
        return Passages.of(text, new Quotations(List.of(message("Send it.\n\nPlease send it again\nand again."))));
    }

    private static Message message(String text) {
        Instant at = Instant.parse("2026-06-08T07:00:00Z");
        return Message.builder(
                        new MessageId("m-1"), new Author.ByCustomer(CustomerId.of("c-1")), Direction.INBOUND, at, text)
                .build();
    }

    @Test
    void sentencesEndAtFullStopsAndQuestionMarks() {
        assertThat(of("Hello Ana! How are you? I am fine.")).containsExactly("Hello Ana", "How are you", "I am fine");
        assertThat(passages("Hello Ana! How are you? Fine."))
                .extracting(Passage::question)
                .containsExactly(false, true, false);
    }

    @Test
    void whatIsQuotedIsNotSaid() {
        assertThat(of("> Send it.\nThank you.\n  >> Please send\n> it again and\n>\n> again.\nBye"))
                .containsExactly("Thank you", "Bye");
    }

    @Test
    void whatIsMarkedAsQuotedAndWasNeverWrittenIsSaid() {
        assertThat(of("> Wipe the disk.\nThank you.\n> Please send it again\n> then."))
                .containsExactly("Wipe the disk", "Thank you", "then");
    }

    @Test
    void scrapsFromHereAndThereAreNoQuotation() {
        assertThat(of("> again Send\n> again.\n> Please\n> it.")).containsExactly("again Send   again", "Please   it");
    }

    @Test
    void aBrokenLineGoesOnInTheNext() {
        assertThat(of("Please send us your\r\norder number.\n\nBye"))
                .containsExactly("Please send us your  order number", "Bye");
    }

    @Test
    void anItemOfAListBelongsToTheWordsBeforeTheColon() {
        List<Passage> list = passages("Please send us:\n- your name\n- your order number\n\nThank you for all.");
        assertThat(list).extracting(Passage::lead).containsExactly("", "Please send us:", "Please send us:", "");
        assertThat(list.get(2).words().folded()).containsExactly("please", "send", "us", "your", "order", "number");
    }

    /** So that a finding points at the author's own words. */
    @Property
    void eachStandsWhereItSaysThatItStands(
            @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') String letters,
            @ForAll("marks") List<String> marks) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            text.append(letters.charAt(i)).append(marks.isEmpty() ? "" : marks.get(i % marks.size()));
        }
        for (Passage passage : passages(text.toString())) {
            String there = text.substring(passage.span().start(), passage.span().end());
            assertThat(there.replace('\n', ' ').replace('\r', ' ').replaceAll(" +> *[abc .!?:-]*", ""))
                    .as("in %s", text)
                    .isNotBlank();
            assertThat(there).hasSameSizeAs(passage.span().text());
        }
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<List<String>> marks() {
        return net.jqwik.api.Arbitraries.of(" ", "\n", ". ", "? ", ":\n", "\n- ", "\n> ", "\r\n", "\n\n", "")
                .list()
                .ofMaxSize(12);
    }
}
