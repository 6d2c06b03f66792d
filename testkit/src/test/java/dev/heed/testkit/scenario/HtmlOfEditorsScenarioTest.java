package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.TicketId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What mail programs and editors make of an ordinary reply may be sent as it is. */
class HtmlOfEditorsScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        ticket = heed.onlyTicket().id();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replies")
    void mayBeSent(String editor, String html) {
        Reply reply = Reply.html(html, Signature.of(MARIA));

        assertThat(heed.maria().review(ticket, reply)).as(editor).isEmpty();
        Story.reading(heed.maria(), ticket).reply(ticket, reply);
        heed.run();

        OutboundMessage.Content sent = heed.channel().lastSent().content();
        assertThat(sent.text().replace('\u00a0', ' ')).contains("Maria Keller\nOrder support");
        assertThat(sent.html().orElseThrow())
                .contains("Maria Keller<br>Order support")
                .doesNotContain("<!", "<html", "<head", "<body", "<meta", "<style", "<title", "<?", "<link");
    }

    static Stream<Arguments> replies() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                HtmlOfEditorsScenarioTest.class.getResourceAsStream("editors.txt"), "editors.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.split("(?m)^==== ")).skip(1).map(part -> {
                int end = part.indexOf('\n');
                return Arguments.of(part.substring(0, end), part.substring(end + 1));
            });
        }
    }
}
