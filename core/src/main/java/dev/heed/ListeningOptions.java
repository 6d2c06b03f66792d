package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.playbook.Playbook;
import dev.heed.rule.DerogatoryWords;
import dev.heed.rule.FactLabels;
import dev.heed.spi.facts.FactExtractor;
import dev.heed.spi.playbook.PlaybookSource;
import dev.heed.ticket.RootCauses;
import java.util.Optional;

/** How a desk listens: what is otherwise than by default. Immutable and thread-safe; each {@code with…} gives another value. */
public final class ListeningOptions {
    private static final ListeningOptions DEFAULTS = new ListeningOptions(
            FactExtractor.none(), FactLabels.builtIn(), RootCauses.builtIn(), PlaybookSource.none(), Optional.empty());

    private final FactExtractor extractor;
    private final FactLabels labels;
    private final RootCauses causes;
    private final PlaybookSource playbooks;
    /** Empty for those that come with Heed, which are read when the first note is looked at. */
    private final Optional<DerogatoryWords> derogatory;

    private ListeningOptions(
            FactExtractor extractor,
            FactLabels labels,
            RootCauses causes,
            PlaybookSource playbooks,
            Optional<DerogatoryWords> derogatory) {
        this.extractor = requireNonNull(extractor, "extractor");
        this.labels = requireNonNull(labels, "labels");
        this.causes = requireNonNull(causes, "causes");
        this.playbooks = requireNonNull(playbooks, "playbooks");
        this.derogatory = derogatory;
    }

    /** What holds unless the shop says otherwise. */
    public static ListeningOptions defaults() {
        return DEFAULTS;
    }

    /** What finds facts in what customers write. Default: nothing does, and people note them. */
    public ListeningOptions withExtractor(FactExtractor value) {
        return new ListeningOptions(value, labels, causes, playbooks, derogatory);
    }

    /** What the things are called that customers provide. Default: {@link FactLabels#builtIn}. */
    public ListeningOptions withLabels(FactLabels value) {
        return new ListeningOptions(extractor, value, causes, playbooks, derogatory);
    }

    /** What can lie behind a problem. Default: {@link RootCauses#builtIn}. */
    public ListeningOptions withRootCauses(RootCauses value) {
        return new ListeningOptions(extractor, labels, value, playbooks, derogatory);
    }

    /** Where the steps are kept by which problems are solved. Default: there are none. */
    public ListeningOptions withPlaybooks(PlaybookSource value) {
        return new ListeningOptions(extractor, labels, causes, value, derogatory);
    }

    /**
     * Short for {@link #withPlaybooks(PlaybookSource)} with these.
     *
     * @throws dev.heed.error.InvalidInputException if two have a step with the same id
     */
    public ListeningOptions withPlaybooks(Playbook... some) {
        return withPlaybooks(PlaybookSource.of(some));
    }

    /** The words by which a note disparages somebody. Default: {@link DerogatoryWords#builtIn}. */
    public ListeningOptions withDerogatoryWords(DerogatoryWords value) {
        return new ListeningOptions(
                extractor, labels, causes, playbooks, Optional.of(requireNonNull(value, "derogatoryWords")));
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

    DerogatoryWords derogatoryWords() {
        return derogatory.orElseGet(DerogatoryWords::builtIn);
    }

    /** All steps of all playbooks, as they are now. */
    Playbook playbook() {
        return Playbook.of(playbooks.playbooks());
    }
}
