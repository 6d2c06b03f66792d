package dev.heed.sla;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.people.Tier;
import dev.heed.ticket.SlaTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One version of all that a shop holds itself to: policies in the order in which they are tried. The first whose condition
 * matches a ticket holds for it. Immutable and thread-safe.
 */
public final class ServiceLevels {
    private final String version;
    private final Instant validFrom;
    private final List<SlaPolicy> policies;

    private ServiceLevels(String version, Instant validFrom, List<SlaPolicy> policies) {
        this.version = version;
        this.validFrom = validFrom;
        this.policies = policies;
    }

    /**
     * A version that holds for tickets opened from an instant on.
     *
     * @param version names it for good; not blank
     * @param validFrom when it begins
     * @param policies the first that matches holds; a blank condition stands last
     * @throws ConfigurationException if there is none, two have one name, one can never be reached, or nobody who has nothing but
     *     the base tier is promised a reply (P70)
     */
    public static ServiceLevels of(String version, Instant validFrom, SlaPolicy... policies) {
        requireNonNull(validFrom, "validFrom");
        List<SlaPolicy> all = List.of(policies);
        List<Problem> problems = new ArrayList<>();
        if (version.isBlank()) {
            problems.add(Problem.of("A version of service levels has no name.", "Name it, such as '2026-07'."));
        }
        names(all, problems);
        unreachable(all, problems);
        base(all, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new ServiceLevels(version, validFrom, all);
    }

    private static void names(List<SlaPolicy> policies, List<Problem> problems) {
        Set<String> names = new HashSet<>();
        for (SlaPolicy policy : policies) {
            if (!names.add(policy.name())) {
                problems.add(Problem.of("Two policies are named '" + policy.name() + "'.", "Give each its own name."));
            }
        }
    }

    /** One that stands behind another which takes all of its tickets. */
    private static void unreachable(List<SlaPolicy> policies, List<Problem> problems) {
        for (int i = 0; i < policies.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (policies.get(j).condition().covers(policies.get(i).condition())) {
                    problems.add(Problem.of(
                            "Policy '" + policies.get(i).name() + "' matches nothing: '"
                                    + policies.get(j).name() + "' stands before it and takes all of its tickets.",
                            "Put it before the other; a blank condition stands last."));
                    break;
                }
            }
        }
    }

    private static void base(List<SlaPolicy> policies, List<Problem> problems) {
        boolean served = policies.stream()
                .filter(policy -> policy.condition().tiers().isEmpty()
                        || policy.condition().tiers().contains(Tier.BASE))
                .filter(policy -> policy.condition().kinds().isEmpty()
                        && policy.condition().channels().isEmpty()
                        && policy.condition().tags().isEmpty()
                        && policy.condition().priorities().isEmpty())
                .anyMatch(policy -> policy.goal(SlaTarget.FIRST_REPLY).isPresent());
        if (!served) {
            problems.add(Problem.of(
                    PracticeCode.TIER_WITHOUT_SERVICE,
                    "Whoever has nothing but the base tier is promised no first reply.",
                    "Let the last policy have a blank condition, or the base tier alone, and a goal for FIRST_REPLY."));
        }
    }

    /** Names it for good. */
    public String version() {
        return version;
    }

    /** From when on it holds for tickets that are opened. */
    public Instant validFrom() {
        return validFrom;
    }

    /** In the order in which they are tried. */
    public List<SlaPolicy> policies() {
        return policies;
    }

    /** The policy that holds for a ticket; empty if none does. */
    public Optional<SlaPolicy> policyFor(SlaSubject ticket) {
        for (SlaPolicy policy : policies) {
            if (policy.condition().matches(ticket)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

    /** The tiers that are named. */
    public Set<Tier> tiers() {
        Set<Tier> tiers = new LinkedHashSet<>();
        tiers.add(Tier.BASE);
        policies.forEach(policy -> tiers.addAll(policy.condition().tiers()));
        return tiers;
    }

    @Override
    public String toString() {
        return version;
    }
}
