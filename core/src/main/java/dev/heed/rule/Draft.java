package dev.heed.rule;

import dev.heed.message.Signature;
import dev.heed.people.Agent;

/** What somebody wants to send to a customer, placeholders filled, before signature or label are added. */
public sealed interface Draft {
    /** What the customer would see. */
    String text();

    /**
     * A person wants to send it.
     *
     * @param author who
     * @param signature what would be put below it
     * @param text what the customer would see above the signature
     */
    record ByAgent(Agent author, Signature signature, String text) implements Draft {}

    /**
     * A program wants to send it.
     *
     * @param name what the program is called
     * @param text what the customer would see above the label
     */
    record ByProgram(String name, String text) implements Draft {}
}
