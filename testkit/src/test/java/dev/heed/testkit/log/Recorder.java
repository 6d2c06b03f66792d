package dev.heed.testkit.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.helpers.MessageFormatter;

/** Everything that is logged, at every level and by every logger, from when it was opened until it is closed. */
public final class Recorder implements AutoCloseable {
    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
    private final RecordingLoggers loggers;

    /**
     * One line, with its values filled in and with the whole trace of what was thrown.
     *
     * @param level how serious
     * @param text all of it
     */
    public record Line(Level level, String text) {}

    private Recorder(RecordingLoggers loggers) {
        this.loggers = loggers;
    }

    /** Begins to listen. */
    public static Recorder open() {
        if (LoggerFactory.getILoggerFactory() instanceof RecordingLoggers loggers) {
            Recorder recorder = new Recorder(loggers);
            loggers.tellTo(recorder);
            return recorder;
        }
        throw new IllegalStateException("Something else than the test kit's own provider takes what is logged.");
    }

    /** What was logged so far. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    void add(Level level, String pattern, Object @Nullable [] values, @Nullable Throwable problem) {
        StringWriter text = new StringWriter();
        text.append(MessageFormatter.basicArrayFormat(pattern, values));
        if (problem != null) {
            problem.printStackTrace(new PrintWriter(text, true));
        }
        lines.add(new Line(level, text.toString()));
    }

    @Override
    public void close() {
        loggers.tellToNobody(this);
    }
}
