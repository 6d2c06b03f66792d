package dev.heed.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ticket.Lifecycle;
import dev.heed.ticket.Lifecycle.Move;
import dev.heed.ticket.TicketStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the lifecycle in the guide is the one in the code. */
class LifecycleDocumentTest {
    private static final String BEGIN = "<!-- lifecycle -->\n";
    private static final String END = "<!-- /lifecycle -->";

    @Test
    void theTableInTheGuideIsDrawnFromTheCode() throws IOException {
        String guide = Files.readString(Path.of("../docs/tickets.md"));

        assertThat(guide.substring(guide.indexOf(BEGIN) + BEGIN.length(), guide.indexOf(END)))
                .as("put this between the marks of docs/tickets.md:%n%s", table())
                .isEqualTo(table());
    }

    private static String table() {
        return row("move", status -> status)
                + row("---", status -> "---")
                + Stream.of(Move.values())
                        .map(move -> row("`" + move + "`", status -> after(status, move)))
                        .collect(Collectors.joining());
    }

    private static String after(String status, Move move) {
        return Lifecycle.after(TicketStatus.valueOf(status), move)
                .map(Enum::name)
                .orElse("");
    }

    private static String row(String first, java.util.function.UnaryOperator<String> cell) {
        return Stream.of(TicketStatus.values())
                .map(Enum::name)
                .map(cell)
                .map(text -> text.isEmpty() ? " |" : " " + text + " |")
                .collect(Collectors.joining("", "| " + first + " |", "\n"));
    }
}
