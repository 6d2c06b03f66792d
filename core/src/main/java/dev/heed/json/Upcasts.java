package dev.heed.json;

import dev.heed.error.HeedException;
import dev.heed.error.InvalidInputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leads an object, step by step, from its version to the newest of its type. */
final class Upcasts {
    private final Map<Step, Upcaster> steps;

    private record Step(String type, int from) {}

    /**
     * Takes the upcasters of these types.
     *
     * @throws InvalidInputException if one is for a type or version that cannot occur, or two are for the same
     */
    Upcasts(EventTypes types, List<Upcaster> upcasters) {
        Map<Step, Upcaster> taken = new HashMap<>();
        for (Upcaster upcaster : upcasters) {
            Step step = new Step(upcaster.type(), upcaster.fromVersion());
            Optional<EventType<?>> type = types.named(step.type);
            if (type.isEmpty()) {
                throw invalid(step, "is for a type that Heed does not know", "Use a name that docs/events.md lists.");
            }
            if (step.from < 0 || step.from >= type.get().version()) {
                throw invalid(
                        step,
                        "would never be asked: the newest version is "
                                + type.get().version(),
                        "Give a version from 0 on, below the newest.");
            }
            if (taken.putIfAbsent(step, upcaster) != null) {
                throw invalid(step, "is not the only one", "Give one upcaster for each step.");
            }
        }
        steps = Map.copyOf(taken);
    }

    private static InvalidInputException invalid(Step step, String problem, String remedy) {
        return new InvalidInputException(
                "The upcaster of " + step.type + " from version " + step.from + " " + problem + ".", remedy);
    }

    Map<?, ?> lift(EventType<?> type, int version, Map<String, Object> event) {
        Map<String, Object> lifted = event;
        for (int from = version; from < type.version(); from++) {
            Step step = new Step(type.name(), from);
            Upcaster upcaster = steps.get(step);
            if (upcaster == null) {
                throw new InvalidInputException(
                        "Ticket event " + type.name() + " of version " + version + ": no upcaster leads from version "
                                + from + " to " + (from + 1) + ".",
                        "Give EventJson.with(…) one, or write version " + type.version() + ".");
            }
            lifted = lift(upcaster, step, lifted);
        }
        return lifted;
    }

    private static Map<String, Object> lift(Upcaster upcaster, Step step, Map<String, Object> event) {
        @Nullable Map<String, Object> lifted;
        try {
            lifted = upcaster.upcast(event);
        } catch (HeedException e) { // says what is wrong without repeating it
            throw e;
        } catch (RuntimeException e) {
            InvalidInputException failed =
                    invalid(step, "threw " + e.getClass().getName(), "Mend the upcaster, or the event.");
            failed.addSuppressed(withoutWords(e));
            throw failed;
        }
        if (lifted == null) {
            throw invalid(step, "gave null", "Let it give an object.");
        }
        return lifted;
    }

    /** Where it was thrown, and not its message, in which words of a customer may stand. */
    private static Throwable withoutWords(RuntimeException e) {
        RuntimeException trace = new IllegalStateException(e.getClass().getName());
        trace.setStackTrace(e.getStackTrace());
        return trace;
    }
}
