package dev.heed.testkit.leak;

import dev.heed.message.ContentHash;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.promise.PromiseId;
import dev.heed.spi.store.Cursor;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.TicketId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a customer can get hold of, and whether a word of the shop's people is in it. Desks are looked at by calling every
 * public method they have, so that one which is added some day is looked at, too.
 */
final class CustomersEyes {
    private static final String MARK = "zq7canary";
    private static final Pattern CANARY = Pattern.compile(MARK + "[0-9]+x");
    private static final int MANY = 100;
    private static final ContentHash NO_FILE = ContentHash.of(new byte[0]);

    private final List<String> read = new ArrayList<>();
    private final List<ContentHash> guesses;

    CustomersEyes() {
        this(List.of());
    }

    /** Of somebody who guesses the hashes of files. */
    CustomersEyes(List<ContentHash> guesses) {
        this.guesses = List.copyOf(guesses);
    }

    /** A word that nobody writes by chance, and that survives any encoding of text. */
    static String canary(int number) {
        return MARK + number + "x";
    }

    /** Something that was sent, shown or thrown. */
    CustomersEyes see(Object value) {
        read.add(Spelling.of(value));
        return this;
    }

    /** A desk, with whatever it says to these tickets. */
    CustomersEyes seeDesk(Object desk, Collection<TicketId> tickets) {
        Arrays.stream(desk.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::toString))
                .forEach(method -> tickets.forEach(ticket -> seeAnswers(desk, method, ticket)));
        return this;
    }

    private void seeAnswers(Object desk, Method method, TicketId ticket) {
        if (List.of(method.getParameterTypes()).contains(ContentHash.class)) {
            guesses.forEach(guess -> seeAnswer(desk, method, ticket, guess));
        } else {
            seeAnswer(desk, method, ticket, NO_FILE);
        }
    }

    private void seeAnswer(Object desk, Method method, TicketId ticket, ContentHash guess) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == ContentHash.class ? guess : argument(type, ticket))
                .toArray();
        try {
            method.setAccessible(true);
            see(method.invoke(desk, arguments));
        } catch (InvocationTargetException e) {
            see(e.getCause());
        } catch (IllegalAccessException e) {
            throw new LinkageError("Nobody can call " + method + ".", e);
        }
    }

    private static Object argument(Class<?> type, TicketId ticket) {
        if (type == TicketId.class) {
            return ticket;
        } else if (type == int.class) {
            return MANY;
        } else if (type == List.class) {
            return List.of();
        } else if (type == String.class) {
            return "Is it there by now?";
        } else if (type == PromiseId.class) {
            return new PromiseId(2);
        } else if (type == Cursor.class) {
            return Cursor.of("AaYDWT0c0Y12AAAAAAAAA-gAAAAAAAAD6NHwhFE");
        } else if (type == FactKind.class) {
            return FactKind.PROVIDED;
        } else if (type == Address.class) {
            return EmailAddress.of("ana@elsewhere.example");
        }
        throw new AssertionError("Say here what a customer would pass as a " + type.getName() + ".");
    }

    /** The canaries that were read. */
    List<String> leaks() {
        TreeSet<String> found = new TreeSet<>();
        for (String text : read) {
            CANARY.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(match -> found.add(match.group()));
        }
        return List.copyOf(found);
    }

    boolean hasRead(String words) {
        return read.stream().anyMatch(text -> text.contains(words));
    }
}
