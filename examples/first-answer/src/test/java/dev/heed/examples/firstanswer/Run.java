package dev.heed.examples.firstanswer;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One run of the example, without waiting for mails that will not come.
 *
 * @param status with which it ended
 * @param transcript what it printed
 */
record Run(int status, String transcript) {
    /** Runs it; the mails that customers received go into this folder. */
    static Run of(Path received, String... args) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int status = FirstAnswer.run(
                List.of(args),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new Patience(3, Duration.ZERO),
                received);
        return new Run(status, printed.toString(StandardCharsets.UTF_8));
    }

    /** The transcript as one line, since it is broken where the page ends. */
    String words() {
        return transcript.replaceAll("\\s+", " ");
    }
}
