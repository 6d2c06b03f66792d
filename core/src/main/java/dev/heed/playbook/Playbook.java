package dev.heed.playbook;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.FactKey;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.Ticket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * P40: the steps by which problems are solved, the simplest first: by {@link Invasiveness}, then by effort, then as they were
 * given. Immutable and thread-safe.
 *
 * @param steps in that order
 */
public record Playbook(List<Step> steps) {
    /** One without steps. */
    public static final Playbook EMPTY = new Playbook(List.of());

    /**
     * Puts the steps into their order.
     *
     * @throws InvalidInputException if two have the same id
     */
    public Playbook {
        Set<FactKey> ids = new HashSet<>();
        for (Step step : steps) {
            if (!ids.add(step.id())) {
                throw new InvalidInputException(
                        "Two steps of a playbook are named " + step.id() + ".", "Give each an id of its own.");
            }
        }
        steps = steps.stream().sorted(Step.simplestFirst()).toList();
    }

    /**
     * One of these steps.
     *
     * @throws InvalidInputException if two have the same id
     */
    public static Playbook of(Step... steps) {
        return new Playbook(List.of(steps));
    }

    /**
     * All steps of several as one.
     *
     * @throws InvalidInputException if two have the same id
     */
    public static Playbook of(Collection<Playbook> several) {
        List<Step> all = new ArrayList<>();
        several.forEach(one -> all.addAll(one.steps));
        return all.isEmpty() ? EMPTY : new Playbook(all);
    }

    /** The step with this id. */
    public Optional<Step> find(FactKey id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /**
     * The step with this id.
     *
     * @throws NotFoundException if there is none; it names those that there are
     */
    public Step get(FactKey id) {
        return find(id).orElseThrow(() -> new NotFoundException(
                "No playbook has a step " + id + ". There are: "
                        + steps.stream().map(Step::id).toList() + ".",
                "Use one of them, or add the step to a playbook."));
    }

    /** The steps for this ticket that nobody has tried yet, the simplest first. */
    public List<Step> untried(Ticket ticket) {
        return steps.stream()
                .filter(step -> step.appliesTo(ticket)
                        && ticket.facts().find(FactKind.TRIED, step.id()).isEmpty())
                .toList();
    }
}
