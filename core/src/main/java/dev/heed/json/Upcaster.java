package dev.heed.json;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Leads a JSON object of one type of event from one version to the next. Has to be stateless or thread-safe.
 *
 * <p>An object is a map in the order of its fields. Values are {@link String}, {@link Boolean}, {@link Long},
 * {@link java.math.BigInteger}, {@link java.math.BigDecimal}, {@link java.util.List} and {@link Map} again; a field that
 * was null is left out.
 */
public interface Upcaster {
    /** The type of event it is for, for example {@code promise.made}. */
    String type();

    /** The version it takes; it gives the next. 0 is for what no Heed has written, in an import for example. */
    int fromVersion();

    /**
     * The same event in the next version. The object handed in may be changed and given back. Its {@code type} and
     * {@code version} are set by the caller. An exception means that it cannot be such an event.
     */
    Map<String, Object> upcast(Map<String, Object> event);

    /** An upcaster made of a function. */
    static Upcaster of(String type, int fromVersion, UnaryOperator<Map<String, Object>> step) {
        requireNonNull(type, "type");
        requireNonNull(step, "step");
        return new Upcaster() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public int fromVersion() {
                return fromVersion;
            }

            @Override
            public Map<String, Object> upcast(Map<String, Object> event) {
                return step.apply(event);
            }
        };
    }
}
