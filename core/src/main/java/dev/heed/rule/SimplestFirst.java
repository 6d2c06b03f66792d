package dev.heed.rule;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.message.FactKey;
import dev.heed.playbook.Invasiveness;
import dev.heed.playbook.Step;
import dev.heed.rule.Passages.Passage;
import dev.heed.ticket.ApprovalSubject;
import dev.heed.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** P40, P41: the simplest step first, and none that destroys something without the customer and a second person. */
final class SimplestFirst {
    /** What is wrong with the steps that are suggested. */
    List<Finding> check(Ticket ticket, Said said) {
        List<Step> steps = said.playbook().steps();
        if (steps.isEmpty()) {
            return List.of();
        }
        said.suggesting().forEach(said.playbook()::get);
        Map<FactKey, Optional<Passage>> suggested =
                said.suggested(steps.stream().map(Step::id).toList());
        List<Step> untried = said.playbook().untried(ticket).stream()
                .filter(step -> !suggested.containsKey(step.id()))
                .toList();
        List<Finding> findings = new ArrayList<>();
        suggested.forEach((id, where) -> {
            Step step = said.playbook().get(id);
            Optional<Finding.Span> span = where.map(Passage::span);
            untried.stream()
                    .filter(other -> other.isSimplerThan(step))
                    .findFirst()
                    .ifPresent(simpler -> findings.add(skipped(ticket, step, simpler, span)));
            if (step.invasiveness() == Invasiveness.DESTRUCTIVE) {
                unapproved(ticket, step, said.now(), span).ifPresent(findings::add);
            }
        });
        return findings;
    }

    private static Finding skipped(Ticket ticket, Step step, Step simpler, Optional<Finding.Span> span) {
        return new Finding(
                PracticeCode.SKIPPED_SIMPLER_STEP,
                "Step " + step.id() + " is suggested on ticket " + ticket.number() + ", and " + simpler.id()
                        + ", which is simpler, was not tried.",
                span,
                "Suggest " + simpler.id() + " first, note that it was tried, or say why it can be left out.");
    }

    private static Optional<Finding> unapproved(Ticket ticket, Step step, Instant now, Optional<Finding.Span> span) {
        boolean consent = ticket.understanding().consents().stream()
                .anyMatch(given -> given.step().equals(step.id()));
        ApprovalSubject subject = ApprovalSubject.destructiveStep(step.id());
        boolean approved = ticket.approvals().stream().anyMatch(request -> request.allows(subject, now));
        if (consent && approved) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED,
                "Step " + step.id() + ", which destroys something, is suggested on ticket " + ticket.number()
                        + " without " + (consent ? "the approval of a second person." : "the consent of the customer."),
                span,
                "Ask the customer and note the consent, and let a colleague approve it with approvals()."));
    }
}
