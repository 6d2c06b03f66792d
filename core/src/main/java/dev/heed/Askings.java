package dev.heed;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import dev.heed.error.InvalidInputException;
import dev.heed.people.AccountAddress;
import dev.heed.people.Address;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who has asked for confirmations, and for which addresses: one document for each, so that nobody lets Heed write to
 * strangers again and again. No address stands in them. What somebody has asked for leads to the documents of the addresses
 * and to the letters, so that all of it is found when that person is forgotten.
 */
final class Askings {
    /** Whoever asks for more within a day, or for more to one address, sends mail to strangers. */
    static final int MOST_A_DAY = 3;

    private static final String KIND = "confirmations-asked";
    private static final Duration DAY = Duration.ofDays(1);

    private final TicketStore store;

    Askings(TicketStore store) {
        this.store = store;
    }

    /**
     * One time that somebody asked.
     *
     * @param confirmation the document of the confirmation
     * @param to the document of the address
     * @param letter with which the token went out
     */
    private record Asking(Instant at, String confirmation, String to, UUID letter) {
        static Asking of(String line) {
            List<String> parts = Splitter.on(' ').splitToList(line);
            return new Asking(Instant.parse(parts.get(0)), parts.get(1), parts.get(2), UUID.fromString(parts.get(3)));
        }

        String line() {
            return at + " " + confirmation + " " + to + " " + letter;
        }

        boolean isOver(Instant now) {
            return !at.isAfter(now.minus(DAY));
        }
    }

    /**
     * What is kept about somebody.
     *
     * @param documents of the askings, and of the confirmations that others have asked for to an address
     * @param letters in the outbox, in whatever state
     */
    record Kept(List<StoredDocument> documents, List<UUID> letters) {}

    /**
     * Takes one more down, unless there were enough within a day; what is older is forgotten, and its letters with it.
     *
     * @return the confirmations by which nothing can be confirmed any more, also those that others have asked for
     */
    Set<String> add(
            CustomerId by, Address address, Instant now, String confirmation, UUID letter, UnitOfWork.Builder unit) {
        Asking asking = new Asking(now, confirmation, hash(address), letter);
        Optional<StoredDocument> before = find(by);
        List<Asking> all = before.map(Askings::read).orElse(List.of());
        List<Asking> lately = all.stream().filter(one -> !one.isOver(now)).toList();
        unit.document(with(before, by(by), lately, asking));
        Optional<StoredDocument> there = find(asking.to);
        unit.document(with(there, asking.to, lately(there, now), asking));
        Set<String> over = forgetOver(there, now, unit);
        Set<String> elsewhere = new LinkedHashSet<>();
        for (Asking one : all) {
            if (one.isOver(now)) {
                unit.forgetOutbox(one.letter);
                over.add(one.confirmation);
                elsewhere.add(one.to);
            }
        }
        elsewhere.remove(asking.to);
        for (String to : elsewhere) {
            Optional<StoredDocument> document = find(to);
            over.addAll(forgetOver(document, now, unit));
            document.ifPresent(one -> tidy(one, now, unit));
        }
        return over;
    }

    /** Whoever drops the line drops what it leads to, or nobody finds that any more. */
    private static Set<String> forgetOver(Optional<StoredDocument> address, Instant now, UnitOfWork.Builder unit) {
        Set<String> over = new LinkedHashSet<>();
        for (Asking one : address.map(Askings::read).orElse(List.of())) {
            if (one.isOver(now)) {
                unit.forgetOutbox(one.letter);
                over.add(one.confirmation);
            }
        }
        return over;
    }

    private static StoredDocument with(Optional<StoredDocument> before, String id, List<Asking> some, Asking more) {
        if (some.size() >= MOST_A_DAY) {
            throw new InvalidInputException(
                    "A confirmation was asked for " + MOST_A_DAY + " times within a day.",
                    "Wait a day; perhaps the message lies in a folder for spam.");
        }
        List<Asking> all = new ArrayList<>(some);
        all.add(more);
        String content = write(all);
        return before.map(document -> document.next(content)).orElseGet(() -> StoredDocument.of(KIND, id, "", content));
    }

    private static List<Asking> lately(Optional<StoredDocument> document, Instant now) {
        return document.map(Askings::read).orElse(List.of()).stream()
                .filter(one -> !one.isOver(now))
                .toList();
    }

    private static void tidy(StoredDocument document, Instant now, UnitOfWork.Builder unit) {
        List<Asking> left = lately(Optional.of(document), now);
        if (left.isEmpty()) {
            unit.remove(document);
        } else {
            unit.document(document.next(write(left)));
        }
    }

    /** All that a profile has asked for, and that others have asked for to one of its addresses. */
    Kept about(CustomerId profile, Set<Address> addresses, String confirmations) {
        List<StoredDocument> documents = new ArrayList<>();
        List<UUID> letters = new ArrayList<>();
        find(profile).ifPresent(document -> {
            documents.add(document);
            for (Asking asking : read(document)) {
                letters.add(asking.letter);
                find(asking.to).ifPresent(documents::add);
            }
        });
        for (Address address : addresses) {
            find(hash(address)).ifPresent(document -> {
                documents.add(document);
                for (Asking asking : read(document)) {
                    letters.add(asking.letter);
                    store.findDocument(confirmations, asking.confirmation).ifPresent(documents::add);
                }
            });
        }
        return new Kept(documents, letters);
    }

    private Optional<StoredDocument> find(CustomerId by) {
        return store.findDocument(KIND, by(by));
    }

    private Optional<StoredDocument> find(String to) {
        return store.findDocument(KIND, to);
    }

    private static String by(CustomerId customer) {
        return "by " + customer;
    }

    private static String hash(Address address) {
        String name = address instanceof AccountAddress account
                ? "account " + account.channel() + " " + account.value()
                : "email " + address.value();
        return Hashing.sha256().hashString(name, StandardCharsets.UTF_8).toString();
    }

    private static List<Asking> read(StoredDocument document) {
        return Splitter.on('\n').splitToList(document.content()).stream()
                .map(Asking::of)
                .toList();
    }

    private static String write(List<Asking> askings) {
        return Joiner.on('\n').join(askings.stream().map(Asking::line).toList());
    }
}
