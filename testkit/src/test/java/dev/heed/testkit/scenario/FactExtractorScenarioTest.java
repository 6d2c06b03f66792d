package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ListeningOptions;
import dev.heed.message.FactKey;
import dev.heed.message.Message;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.facts.FactExtractor;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Fact;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a program finds in what customers write; and that whatever it does, no message is lost. */
class FactExtractorScenarioTest {
    private static final Pattern ORDER = Pattern.compile("order (\\d+)");

    private final List<Message> asked = new ArrayList<>();
    private FactExtractor extractor = this::orders;

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(
            builder -> builder.listening(ListeningOptions.defaults().withExtractor(message -> {
                asked.add(message);
                return extractor.extract(message);
            })));

    private final Story story = new Story(heed);

    private List<FactExtractor.Found> orders(Message message) {
        Matcher order = ORDER.matcher(message.text());
        return order.find()
                ? List.of(new FactExtractor.Found(
                        FactKind.PROVIDED, FactKey.of("order-number"), order.group(1), order.group()))
                : List.of();
    }

    private Optional<Fact> order(TicketId ticket) {
        return story.ticket(ticket).facts().find(FactKind.PROVIDED, FactKey.of("order-number"));
    }

    @Test
    void aFactInTheFirstMailIsOnTheSheetWithItsWords() {
        TicketId ticket = story.written("Where is order 4711?");
        assertThat(order(ticket)).map(Fact::value).contains("4711");
        assertThat(order(ticket).orElseThrow().source())
                .isEqualTo(new FactSource.Quoted(
                        story.ticket(ticket).messages().get(0).id(), "order 4711", Optional.empty(), Optional.empty()));
    }

    @Test
    void soIsOneInAnAnswerAndOneWrittenOnThePage() {
        TicketId ticket = story.written("Where is it?");
        heed.maria().reply(ticket, "I look for it.");
        story.run();
        heed.channel().answer(Story.ANA, heed.channel().lastSent(), "It is order 4711.");
        story.run();
        assertThat(order(ticket)).map(Fact::value).contains("4711");
        story.ana().write(ticket, "No, it is order 4712.");
        assertThat(order(ticket)).map(Fact::value).contains("4712");
        assertThat(story.ticket(ticket).facts().history()).hasSize(2);
    }

    @Test
    void oneThatFailsKeepsNoMessageOut() {
        for (Throwable failure : List.of(new IllegalStateException("order 4711"), new StackOverflowError())) {
            extractor = message -> {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            };
            TicketId ticket = story.written("Where is order 4711?");
            assertThat(story.ticket(ticket).messages()).isNotEmpty();
            assertThat(story.ticket(ticket).facts().history()).isEmpty();
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what others write may be anything
    void oneThatGivesNothingAtAllOrNullKeepsNoMessageOut() {
        extractor = message -> null;
        assertThat(story.ticket(story.written("Hello.")).messages()).isNotEmpty();
        extractor = message -> java.util.Collections.singletonList(null);
        assertThat(story.ticket(story.written("Hello again.")).messages()).isNotEmpty();
    }

    @Test
    void whatItMakesUpIsNotKept() {
        extractor = message -> List.of(
                new FactExtractor.Found(FactKind.PROVIDED, FactKey.of("order-number"), "4711", "order 4711"),
                new FactExtractor.Found(FactKind.PROVIDED, FactKey.of("size"), " ", "Where"),
                new FactExtractor.Found(FactKind.PROVIDED, FactKey.of("colour"), "red", " "),
                new FactExtractor.Found(FactKind.TRIED, FactKey.of("wait"), "a week", "a week"));
        TicketId ticket = story.written("Where is it? I have waited a week.");
        assertThat(story.ticket(ticket).facts().current())
                .extracting(fact -> fact.key().value())
                .containsExactly("wait");
    }

    @Test
    void itCannotFloodASheet() {
        extractor = message -> {
            List<FactExtractor.Found> many = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                many.add(new FactExtractor.Found(FactKind.PROVIDED, FactKey.of("k" + i), "x", "Where"));
            }
            return many;
        };
        assertThat(story.ticket(story.written("Where is it?")).facts().current())
                .hasSize(50);
    }

    @Test
    void programsAreNotListenedTo() {
        heed.channel()
                .receive(InboundMessage.builder("auto-1", "I am away. order 4711")
                        .sender(EmailAddress.of(Story.ANA))
                        .automatic("out of office")
                        .build());
        story.run();
        Ticket ticket = heed.onlyTicket();
        assertThat(ticket.facts().history()).isEmpty();
        assertThat(asked).isEmpty();
    }
}
