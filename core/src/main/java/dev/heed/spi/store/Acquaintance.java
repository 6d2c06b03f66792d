package dev.heed.spi.store;

import dev.heed.people.Customer;
import dev.heed.people.Person;

/**
 * A customer, and who is one person with her.
 *
 * @param profile what is kept of the customer
 * @param person all profiles that are one person with this one
 */
public record Acquaintance(Customer profile, Person person) {}
