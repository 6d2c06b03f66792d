package dev.heed.people;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a person who asks: a profile. A stranger gets one with the first message. One {@link Person} may have
 * several, linked by {@linkplain Proof proof}; each keeps its own addresses and tickets. Immutable and thread-safe; the builder is not.
 *
 * <p>The name is present only when somebody vouches for it: the shop, or the customer's own mail with a display name
 * that can be a person's. Locale and zone are those the customer reads in; the shop's are used where they are unknown.
 */
public final class Customer {
    private final CustomerId id;
    private final Optional<String> name;
    private final Set<Address> addresses;
    private final Optional<Locale> locale;
    private final Optional<ZoneId> zone;

    private Customer(Builder builder) {
        id = builder.id;
        name = builder.name;
        addresses = Set.copyOf(builder.addresses);
        locale = builder.locale;
        zone = builder.zone;
    }

    /** Starts a customer with the shop's own number for her. */
    public static Builder builder(String id) {
        return new Builder(CustomerId.of(id));
    }

    /** Names the customer for the program. */
    public CustomerId id() {
        return id;
    }

    /** The name to address the customer by, if it is known. */
    public Optional<String> name() {
        return name;
    }

    /** Where the customer can be reached; may be empty. */
    public Set<Address> addresses() {
        return addresses;
    }

    /** The language the customer reads. */
    public Optional<Locale> locale() {
        return locale;
    }

    /** The zone the customer lives in. */
    public Optional<ZoneId> zone() {
        return zone;
    }

    /** The same customer, who reads this language. */
    public Customer withLocale(Locale value) {
        return copy(addresses).locale(value).build();
    }

    /** The same customer, who lives in this zone. */
    public Customer withZone(ZoneId value) {
        return copy(addresses).zone(value).build();
    }

    /** The same customer, who can be reached at these addresses and at no other. */
    public Customer withAddresses(Set<Address> value) {
        return copy(value).build();
    }

    private Builder copy(Set<Address> reached) {
        Builder copy = new Builder(id);
        name.ifPresent(copy::name);
        reached.forEach(copy::address);
        locale.ifPresent(copy::locale);
        zone.ifPresent(copy::zone);
        return copy;
    }

    @Override
    public String toString() {
        return "Customer " + id;
    }

    /** Collects what is known of a customer; everything but the id is optional. Not thread-safe. */
    public static final class Builder {
        private final CustomerId id;
        private Optional<String> name = Optional.empty();
        private final Set<Address> addresses = new LinkedHashSet<>();
        private Optional<Locale> locale = Optional.empty();
        private Optional<ZoneId> zone = Optional.empty();

        private Builder(CustomerId id) {
            this.id = id;
        }

        /** The name to address the customer by. Default: unknown; a neutral greeting is used. */
        public Builder name(String value) {
            name = Optional.of(value.strip()).filter(text -> !text.isEmpty());
            return this;
        }

        /** Adds an e-mail address. */
        public Builder email(String value) {
            return address(EmailAddress.of(value));
        }

        /** Adds an address. */
        public Builder address(Address value) {
            addresses.add(value);
            return this;
        }

        /** The language the customer reads. Default: the shop's. */
        public Builder locale(Locale value) {
            locale = Optional.of(value);
            return this;
        }

        /** The zone the customer lives in. Default: the shop's. */
        public Builder zone(ZoneId value) {
            zone = Optional.of(value);
            return this;
        }

        /** Builds the customer. */
        public Customer build() {
            return new Customer(this);
        }
    }
}
