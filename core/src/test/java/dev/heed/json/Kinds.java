package dev.heed.json;

import dev.heed.ticket.TicketEvent;
import java.util.List;
import java.util.stream.Stream;

/** The records below a sealed interface. */
final class Kinds {
    private Kinds() {}

    static List<Class<?>> ofEvents() {
        return of(TicketEvent.class);
    }

    static List<Class<?>> of(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses())
                        .flatMap(kind -> of(kind).stream())
                        .toList()
                : List.of(sealed);
    }
}
