package dev.heed.testkit.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;

/** Loggers that log nothing, unless a recorder listens; then each logs everything. Thread-safe. */
final class RecordingLoggers implements ILoggerFactory {
    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Recorder> recorder = new AtomicReference<>();

    void tellTo(Recorder listening) {
        if (!recorder.compareAndSet(null, listening)) {
            throw new IllegalStateException("Another test listens to what is logged.");
        }
    }

    void tellToNobody(Recorder listening) {
        recorder.compareAndSet(listening, null);
    }

    @Override
    public Logger getLogger(String name) {
        return loggers.computeIfAbsent(name, one -> new Recording(one, recorder));
    }

    private static final class Recording extends AbstractLogger {
        private static final long serialVersionUID = 1L;

        private final transient AtomicReference<@Nullable Recorder> recorder;

        Recording(String name, AtomicReference<@Nullable Recorder> recorder) {
            this.name = name;
            this.recorder = recorder;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] values,
                @Nullable Throwable problem) {
            Recorder listening = recorder.get();
            if (listening != null) {
                listening.add(level, pattern, values, problem);
            }
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        private boolean isRecorded() {
            return recorder.get() != null;
        }

        @Override
        public boolean isTraceEnabled() {
            return isRecorded();
        }

        @Override
        public boolean isTraceEnabled(Marker marker) {
            return isRecorded();
        }

        @Override
        public boolean isDebugEnabled() {
            return isRecorded();
        }

        @Override
        public boolean isDebugEnabled(Marker marker) {
            return isRecorded();
        }

        @Override
        public boolean isInfoEnabled() {
            return isRecorded();
        }

        @Override
        public boolean isInfoEnabled(Marker marker) {
            return isRecorded();
        }

        @Override
        public boolean isWarnEnabled() {
            return isRecorded();
        }

        @Override
        public boolean isWarnEnabled(Marker marker) {
            return isRecorded();
        }

        @Override
        public boolean isErrorEnabled() {
            return isRecorded();
        }

        @Override
        public boolean isErrorEnabled(Marker marker) {
            return isRecorded();
        }
    }
}
