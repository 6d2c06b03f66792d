package dev.heed.json;

import dev.heed.ticket.TicketEvent;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One type of event and its JSON form.
 *
 * @param name stays for ever
 * @param version the newest; the one that is written
 * @param event its class
 * @param writer puts what is its own into the object
 * @param reader makes it of the object
 */
record EventType<E extends TicketEvent>(
        String name, int version, Class<E> event, BiConsumer<E, FieldWriter> writer, Function<FieldReader, E> reader) {

    Map<String, Object> write(TicketEvent any) {
        E one = event.cast(any);
        FieldWriter out = new FieldWriter()
                .text("type", name)
                .number("version", version)
                .text("ticket", one.ticket().toString())
                .instant("at", one.at());
        writer.accept(one, out);
        return out.fields();
    }
}
