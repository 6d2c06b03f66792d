package dev.heed.jdbc;

import dev.heed.message.ChannelId;
import dev.heed.people.AccountAddress;
import dev.heed.people.Address;
import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.DepartmentId;
import dev.heed.people.EmailAddress;
import dev.heed.spi.store.InboundKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Names of whatever length as keys of 16 bytes, the same letters always as the same key: the beginning of a SHA-256. So no
 * collation of a database ever compares names, no index grows with their length, and none of them can be read from one.
 * Stateless.
 */
final class Keys {
    private Keys() {}

    /** The key of a name that is made of parts; parts of another kind make another key. */
    static UUID of(String kind, String... parts) {
        MessageDigest digest = sha256();
        add(digest, kind);
        for (String part : parts) {
            add(digest, part);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** With its length, so that no two lists of parts are one text. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = Texts.bytes(part);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    static UUID of(CustomerId customer) {
        return of("customer", customer.value());
    }

    static UUID of(ChannelId channel) {
        return of("channel", channel.value());
    }

    static UUID of(Addressee asked) {
        if (asked instanceof AgentId agent) {
            return of("agent", agent.value());
        } else if (asked instanceof DepartmentId department) {
            return of("department", department.value());
        }
        throw new IllegalStateException("There is somebody to ask who has no key.");
    }

    static UUID of(Address address) {
        if (address instanceof EmailAddress email) {
            return of("email", email.value());
        } else if (address instanceof AccountAddress account) {
            return of("account", account.channel(), account.value());
        }
        throw new IllegalStateException("There is a kind of address without a key.");
    }

    /** The key in its {@linkplain InboundKey#forgotten forgotten} form has the same, since that is how it is kept anyway. */
    static UUID of(InboundKey inbound) {
        InboundKey forgotten = inbound.forgotten();
        return of("inbound", forgotten.channel().value(), forgotten.externalId());
    }

    static UUID reference(ChannelId channel, String name) {
        return of("reference", channel.value(), name);
    }

    static UUID document(String kind, String id) {
        return of("document", kind, id);
    }

    static UUID owner(String kind, String owner) {
        return of("owner", kind, owner);
    }

    /** A shop by its name, as it stands in each of its rows: 64 bits. */
    static long shop(String name) {
        byte[] hash = sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong();
    }
}
