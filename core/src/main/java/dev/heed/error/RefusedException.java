package dev.heed.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A house rule refused a message or an action. Nothing was changed and nothing was sent. All findings are reported at
 * once, so that the author can mend them in one go.
 */
public final class RefusedException extends HeedException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a List.copyOf of records; exceptions of this library are not serialized by it
    private final List<Finding> findings;

    /**
     * Carries what the rules found.
     *
     * @param findings at least one
     */
    public RefusedException(List<Finding> findings) {
        super(
                findings.stream()
                        .map(f -> f.code().practice() + " " + f.code() + ": " + f.problem())
                        .collect(Collectors.joining(" ")),
                findings.stream().map(Finding::remedy).distinct().collect(Collectors.joining(" ")),
                null);
        this.findings = List.copyOf(findings);
    }

    /** What the rules found, in the order of the rules; never empty. */
    public List<Finding> findings() {
        return findings;
    }

    /** The code of the first finding. */
    public PracticeCode code() {
        return findings.get(0).code();
    }

    /** Whether a rule with this code is among those that refused. */
    public boolean has(PracticeCode code) {
        return findings.stream().anyMatch(finding -> finding.code() == code);
    }
}
