package dev.heed.rule;

import dev.heed.people.Address;
import dev.heed.people.EmailAddress;

/** The name of a mailbox: what stands before the at sign. */
final class MailboxNames {
    private MailboxNames() {}

    static String name(Address address) {
        return address instanceof EmailAddress email ? email.localPart() : address.value();
    }
}
