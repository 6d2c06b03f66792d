package dev.heed.json;

import dev.heed.people.AccountAddress;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;

/** Where a customer can be reached. */
final class AddressCodec {
    private AddressCodec() {}

    static FieldWriter address(Address address) {
        if (address instanceof EmailAddress email) {
            return new FieldWriter().text("kind", "email").text("value", email.value());
        } else if (address instanceof AccountAddress account) {
            return new FieldWriter()
                    .text("kind", "account")
                    .text("channel", account.channel())
                    .text("value", account.value());
        }
        throw new IllegalStateException("There is a kind of address without a JSON form.");
    }

    static Address toAddress(FieldReader in) {
        String value = in.text("value");
        return switch (in.text("kind")) {
            case "email" -> in.value("value", EmailAddress::of);
            case "account" -> {
                String channel = in.text("channel");
                yield in.checked(() -> new AccountAddress(channel, value));
            }
            default -> throw in.wrong("kind", "is none of email, account");
        };
    }
}
