package dev.heed.examples.firstanswer;

import java.time.Duration;

/**
 * How long to wait for a mail that was handed in to arrive in the mailbox.
 *
 * @param rounds how often to look
 * @param pause how long to wait between two looks
 */
record Patience(int rounds, Duration pause) {
    /** A minute, for servers that look for viruses first. */
    static final Patience USUAL = new Patience(60, Duration.ofSeconds(1));
}
