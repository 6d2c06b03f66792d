package dev.heed.report;

import dev.heed.sla.SlaSubject;

/** By what a report counts apart, besides the target. */
public enum GroupBy {
    /** By the name of the policy that wants it. */
    POLICY,
    /** By the support that the customer has a right to. */
    TIER,
    /** By where the ticket came in. */
    CHANNEL,
    /** By what the customer came with. */
    KIND,
    /** By how soon somebody has to look after it. */
    PRIORITY;

    String of(SlaSubject subject, Figure figure) {
        return switch (this) {
            case POLICY -> figure.policy();
            case TIER -> subject.tier().value();
            case CHANNEL -> subject.channel().value();
            case KIND -> subject.kind().name();
            case PRIORITY -> subject.priority().name();
        };
    }
}
