package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** P39: the causes of problems that a shop tells apart. Immutable and thread-safe; {@link #with} gives a new value. */
public final class RootCauses {
    private static final int FEW_LETTERS = 3;

    private final Set<RootCause> declared;

    private RootCauses(Set<RootCause> declared) {
        this.declared = declared;
    }

    /** Those that most shops know. */
    public static RootCauses builtIn() {
        return of(
                "shipping/carrier-late",
                "shipping/carrier-lost",
                "shipping/damaged-in-transit",
                "shipping/wrong-address",
                "warehouse/wrong-item",
                "warehouse/missing-item",
                "warehouse/out-of-stock",
                "product/defect",
                "product/wear",
                "product/not-as-described",
                "product/incompatible",
                "payment/not-received",
                "payment/charged-twice",
                "payment/refund-late",
                "website/error",
                "website/misleading",
                "account/access",
                "usage/unclear-instructions",
                "usage/settings",
                "service/late-answer",
                "service/wrong-information");
    }

    /**
     * These and no others.
     *
     * @param causes such as {@code shipping/carrier-lost}; other words are put into that form
     * @throws InvalidInputException if one is given twice, or has nothing before, between or behind its slashes
     */
    public static RootCauses of(String... causes) {
        return new RootCauses(Set.of()).with(causes);
    }

    /**
     * These as well.
     *
     * @throws InvalidInputException if one is there already, or has nothing before, between or behind its slashes
     */
    public RootCauses with(String... causes) {
        Set<RootCause> more = new LinkedHashSet<>(declared);
        for (String words : causes) {
            RootCause cause = RootCause.of(words);
            if (cause.equals(RootCause.UNKNOWN) || !more.add(cause)) {
                throw new InvalidInputException(
                        "The root cause " + cause + " is declared twice; unknown is there always.",
                        "Declare each cause once.");
            }
        }
        return new RootCauses(more);
    }

    /** All of them in the order in which they were declared, and the one that is not known yet. */
    public List<RootCause> all() {
        return Stream.concat(declared.stream(), Stream.of(RootCause.UNKNOWN)).toList();
    }

    /**
     * One that is declared.
     *
     * @param words its name; other words are put into that form
     * @throws InvalidInputException if there is none of that name; it names the one that is most like it
     */
    public RootCause get(String words) {
        RootCause cause = RootCause.of(words);
        if (cause.equals(RootCause.UNKNOWN) || declared.contains(cause)) {
            return cause;
        }
        throw new InvalidInputException(
                "There is no root cause " + cause + ".",
                nearest(cause)
                        .map(other -> "Did you mean " + other + "? Otherwise declare it with rootCauses(…).")
                        .orElse("Use one of rootCauses().all(), or declare it with rootCauses(…)."));
    }

    /** By letters, of the whole name or of its last part. */
    private Optional<RootCause> nearest(RootCause cause) {
        return declared.stream()
                .min(Comparator.comparingInt(other -> distance(other, cause)))
                .filter(other -> distance(other, cause)
                        <= Math.max(FEW_LETTERS, cause.value().length() / 3));
    }

    private static int distance(RootCause one, RootCause other) {
        return Math.min(
                EditDistance.between(one.value(), other.value()), EditDistance.between(last(one), last(other)) + 1);
    }

    private static String last(RootCause cause) {
        return cause.value().substring(cause.value().lastIndexOf('/') + 1);
    }
}
