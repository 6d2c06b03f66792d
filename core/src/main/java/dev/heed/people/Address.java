package dev.heed.people;

/**
 * Where a person can be reached: an e-mail address, or an account on another channel. Two equal addresses belong to one
 * customer.
 */
public sealed interface Address permits EmailAddress, AccountAddress {
    /** The address as text; personal data, so never for logs. */
    String value();
}
