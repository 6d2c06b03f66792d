package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.playbook.Playbook;
import dev.heed.rule.FactLabels;
import dev.heed.spi.facts.FactExtractor;
import dev.heed.spi.playbook.PlaybookSource;
import dev.heed.ticket.RootCauses;

/** How a desk listens: what is otherwise than by default. Immutable and thread-safe; each {@code with…} gives another value. */
public final class ListeningOptions {
    private static final ListeningOptions DEFAULTS = new ListeningOptions(
            FactExtractor.none(), FactLabels.builtIn(), RootCauses.builtIn(), PlaybookSource.none());

    private final FactExtractor extractor;
    private final FactLabels labels;
    private final RootCauses causes;
    private final PlaybookSource playbooks;

    private ListeningOptions(FactExtractor extractor, FactLabels labels, RootCauses causes, PlaybookSource playbooks) {
        this.extractor = requireNonNull(extractor, "extractor");
        this.labels = requireNonNull(labels, "labels");
        this.causes = requireNonNull(causes, "causes");
        this.playbooks = requireNonNull(playbooks, "playbooks");
    }

    /** What holds unless the shop says otherwise. */
    public static ListeningOptions defaults() {
        return DEFAULTS;
    }

    /** What finds facts in what customers write. Default: nothing does, and people note them. */
    public ListeningOptions withExtractor(FactExtractor value) {
        return new ListeningOptions(value, labels, causes, playbooks);
    }

    /** What the things are called that customers provide. Default: {@link FactLabels#builtIn}. */
    public ListeningOptions withLabels(FactLabels value) {
        return new ListeningOptions(extractor, value, causes, playbooks);
    }

    /** What can lie behind a problem. Default: {@link RootCauses#builtIn}. */
    public ListeningOptions withRootCauses(RootCauses value) {
        return new ListeningOptions(extractor, labels, value, playbooks);
    }

    /** Where the steps are kept by which problems are solved. Default: there are none. */
    public ListeningOptions withPlaybooks(PlaybookSource value) {
        return new ListeningOptions(extractor, labels, causes, value);
    }

    /**
     * Short for {@link #withPlaybooks(PlaybookSource)} with these.
     *
     * @throws dev.heed.error.InvalidInputException if two have a step with the same id
     */
    public ListeningOptions withPlaybooks(Playbook... some) {
        return withPlaybooks(PlaybookSource.of(some));
    }

    FactExtractor extractor() {
        return extractor;
    }

    FactLabels labels() {
        return labels;
    }

    RootCauses causes() {
        return causes;
    }

    /** All steps of all playbooks, as they are now. */
    Playbook playbook() {
        return Playbook.of(playbooks.playbooks());
    }
}
