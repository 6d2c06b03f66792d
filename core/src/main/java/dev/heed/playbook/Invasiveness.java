package dev.heed.playbook;

/** What a step does to what the customer has, from nothing on. */
public enum Invasiveness {
    /** Nothing changes. */
    HARMLESS,
    /** Something changes, and can be changed back. */
    REVERSIBLE,
    /** Something changes for good, and nothing is lost by it. */
    INVASIVE,
    /** Something is lost: P41 asks the customer and a second person first. */
    DESTRUCTIVE
}
