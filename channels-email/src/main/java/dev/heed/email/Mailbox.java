package dev.heed.email;

/**
 * A mailbox of RFC 5322 section 3.4.
 *
 * @param name display name in one line, {@code ""} when there is none
 * @param address {@code local@domain} as written, without angle brackets
 */
record Mailbox(String name, String address) {}
