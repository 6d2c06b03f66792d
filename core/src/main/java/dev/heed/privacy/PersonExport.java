package dev.heed.privacy;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.heed.json.EventJson;
import dev.heed.message.Attachment;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.Note;
import dev.heed.people.Address;
import dev.heed.people.Consent;
import dev.heed.people.Customer;
import dev.heed.promise.Promise;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Writes everything about one person as one JSON object, piece by piece, in UTF-8. Not thread-safe; closing it ends the
 * object, and leaves the stream open.
 */
public final class PersonExport implements AutoCloseable {
    private static final int VERSION = 1;
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final EventJson events = EventJson.create();
    private final ExportAudience audience;
    private final JsonGenerator out;

    /**
     * Begins an export.
     *
     * @throws IOException if the stream cannot be written
     */
    public PersonExport(ExportAudience audience, Instant at, OutputStream stream) throws IOException {
        this.audience = audience;
        this.out = JSON.createGenerator(stream, JsonEncoding.UTF8);
        out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        out.writeStartObject();
        out.writeNumberField("version", VERSION);
        out.writeStringField("at", at.toString());
        out.writeStringField("for", audience.name().toLowerCase(Locale.ROOT));
    }

    /**
     * What is known of the person, once for each profile; before all tickets.
     *
     * @param consents what each has agreed to and what no more
     * @throws IOException if the stream cannot be written
     */
    public void profiles(List<Customer> customers, Function<Customer, List<Consent>> consents) throws IOException {
        out.writeArrayFieldStart("profiles");
        for (Customer customer : customers) {
            out.writeStartObject();
            out.writeStringField("id", customer.id().value());
            optional("name", customer.name().orElse(""));
            out.writeArrayFieldStart("addresses");
            for (Address address : customer.addresses()) {
                out.writeString(address.value());
            }
            out.writeEndArray();
            optional("locale", customer.locale().map(Locale::toLanguageTag).orElse(""));
            optional("zone", customer.zone().map(Object::toString).orElse(""));
            consents(consents.apply(customer));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("tickets");
    }

    private void consents(List<Consent> history) throws IOException {
        out.writeArrayFieldStart("consents");
        for (Consent consent : history) {
            out.writeStartObject();
            out.writeStringField("purpose", consent.purpose());
            out.writeBooleanField("given", consent.given());
            out.writeStringField("at", consent.at().toString());
            out.writeStringField("evidence", consent.evidence());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /**
     * One ticket; after the profiles.
     *
     * @param messages what of its messages is the person's to see
     * @param promises what of its promises is
     * @param history its events, written for the shop alone
     * @throws IOException if the stream, or a file of a message, fails
     */
    public void ticket(Ticket ticket, List<Message> messages, List<Promise> promises, List<TicketEvent> history)
            throws IOException {
        out.writeStartObject();
        out.writeNumberField("number", ticket.number());
        out.writeStringField("channel", ticket.channel().value());
        out.writeStringField("subject", ticket.subject());
        out.writeStringField("kind", ticket.kind().name());
        out.writeStringField("status", ticket.status().name());
        out.writeStringField("openedAt", ticket.openedAt().toString());
        optional("closedAt", ticket.closedAt().map(Instant::toString).orElse(""));
        out.writeArrayFieldStart("messages");
        for (Message message : messages) {
            message(message);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("promises");
        for (Promise promise : promises) {
            promise(promise);
        }
        out.writeEndArray();
        if (audience == ExportAudience.SHOP) {
            forTheShop(ticket, history);
        }
        out.writeEndObject();
        out.flush();
    }

    private void forTheShop(Ticket ticket, List<TicketEvent> history) throws IOException {
        out.writeArrayFieldStart("notes");
        for (Note note : ticket.notes()) {
            out.writeStartObject();
            out.writeStringField("at", note.at().toString());
            out.writeStringField("text", note.text());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("history");
        for (TicketEvent event : history) {
            out.writeRawValue(events.write(event));
        }
        out.writeEndArray();
    }

    private void message(Message message) throws IOException {
        out.writeStartObject();
        out.writeStringField("at", message.at().toString());
        out.writeStringField("from", from(message));
        out.writeStringField("text", message.text());
        optional("html", message.html().orElse(""));
        out.writeArrayFieldStart("attachments");
        for (Attachment file : message.attachments()) {
            out.writeStartObject();
            out.writeStringField("name", file.name());
            out.writeStringField("mediaType", file.mediaType());
            out.writeFieldName("content");
            try (InputStream content = file.open()) {
                out.writeBinary(content, file.size());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static String from(Message message) {
        if (message.direction() == Direction.INBOUND) {
            return "customer";
        }
        return message.author() instanceof Author.ByAgent
                ? message.signature().map(signature -> signature.name()).orElse("")
                : "automatic";
    }

    private void promise(Promise promise) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", promise.kind().name());
        out.writeStringField("what", promise.text());
        out.writeStringField("due", promise.due().toString());
        out.writeStringField("state", promise.state().name());
        out.writeEndObject();
    }

    private void optional(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            out.writeStringField(name, value);
        }
    }

    @Override
    public void close() throws IOException {
        if (!out.isClosed()) {
            out.writeEndArray();
            out.writeEndObject();
            out.close();
        }
    }
}
