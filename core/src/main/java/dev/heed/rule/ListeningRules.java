package dev.heed.rule;

import dev.heed.error.Finding;
import dev.heed.message.FactKey;
import dev.heed.playbook.Playbook;
import dev.heed.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The house rules that compare what is to be said with what the customer of the ticket has said. Immutable, thread-safe. */
public final class ListeningRules {
    private final AlreadyTold alreadyTold;
    private final SimplestFirst simplestFirst = new SimplestFirst();
    private final Unsupported unsupported = new Unsupported();

    /**
     * Puts the rules of a desk together.
     *
     * @param labels what the things are called that customers provide
     */
    public ListeningRules(FactLabels labels) {
        this.alreadyTold = new AlreadyTold(labels);
    }

    /**
     * What the rules find wrong; empty if it may be sent.
     *
     * @param ticket to whose customer it is to be said
     * @param text what the customer would see, placeholders filled, without signature or label
     * @param asking what its author says that it asks for
     * @param suggesting the steps that its author says it suggests
     * @param playbook the steps that can be suggested; without any, every name of a step will do
     * @param now when it is to be said, in UTC
     * @throws dev.heed.error.NotFoundException if its author says that it suggests a step that is in no playbook
     */
    public List<Finding> check(
            Ticket ticket,
            String text,
            List<FactKey> asking,
            List<FactKey> suggesting,
            Playbook playbook,
            Instant now) {
        Said said = new Said(Passages.of(text, new Quotations(ticket.messages())), asking, suggesting, playbook, now);
        List<Finding> findings = new ArrayList<>(alreadyTold.check(ticket, said));
        findings.addAll(simplestFirst.check(ticket, said));
        findings.addAll(unsupported.check(ticket, said));
        return findings;
    }
}
