package dev.heed.spi.playbook;

import dev.heed.playbook.Playbook;
import java.util.List;

/**
 * Where the playbooks of a shop are kept. Must be thread-safe, and quick: it is asked for each answer of an agent. What it
 * throws, the answer throws, and nothing is sent.
 */
public interface PlaybookSource {
    /** All playbooks as they are now; no two of them have a step with the same id. */
    List<Playbook> playbooks();

    /**
     * These, for ever.
     *
     * @throws dev.heed.error.InvalidInputException if two have a step with the same id
     */
    static PlaybookSource of(Playbook... playbooks) {
        List<Playbook> all = List.of(playbooks);
        Playbook whole = Playbook.of(all);
        return () -> List.of(whole);
    }

    /** None. */
    static PlaybookSource none() {
        return List::of;
    }
}
