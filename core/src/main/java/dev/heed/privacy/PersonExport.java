package dev.heed.privacy;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.heed.json.EventJson;
import dev.heed.message.Attachment;
import dev.heed.message.AttachmentContents;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.Note;
import dev.heed.people.Address;
import dev.heed.people.Consent;
import dev.heed.people.Customer;
import dev.heed.promise.Promise;
import dev.heed.ticket.Fact;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.ProblemStatement;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.Understanding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private final AttachmentContents contents;
    private final JsonGenerator out;

    /**
     * Begins an export.
     *
     * @param contents gives the contents of the files
     * @throws IOException if the stream cannot be written
     */
    public PersonExport(ExportAudience audience, Instant at, OutputStream stream, AttachmentContents contents)
            throws IOException {
        this.audience = audience;
        this.contents = contents;
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
     * What of a ticket is written.
     *
     * @param messages what was said
     * @param problem as the shop has told that it understands it
     * @param promises what was promised
     * @param facts what was given, tried or found, whether or not it holds still
     * @param consents to steps that destroy something, those that stand
     */
    public record Content(
            List<Message> messages,
            Optional<ProblemStatement> problem,
            List<Promise> promises,
            List<Fact> facts,
            List<dev.heed.ticket.Consent> consents) {
        /** Keeps copies of the lists. */
        public Content {
            messages = List.copyOf(messages);
            promises = List.copyOf(promises);
            facts = List.copyOf(facts);
            consents = List.copyOf(consents);
        }

        /** Everything, whoever said it. */
        public static Content all(Ticket ticket) {
            Understanding known = ticket.understanding();
            return new Content(
                    ticket.messages(),
                    known.statement(),
                    ticket.promises(),
                    known.facts().history(),
                    known.consents());
        }

        /** Without the words: this is what ends up in logs. */
        @Override
        public String toString() {
            return "Content[" + messages.size() + " messages, " + facts.size() + " facts]";
        }
    }

    /**
     * One ticket; after the profiles.
     *
     * @param content what of it may be read
     * @param history its events, written for the shop alone
     * @throws IOException if the stream, or a file of a message, fails
     */
    public void ticket(Ticket ticket, Content content, List<TicketEvent> history) throws IOException {
        out.writeStartObject();
        out.writeNumberField("number", ticket.number());
        out.writeStringField("channel", ticket.channel().value());
        out.writeStringField("subject", ticket.subject());
        out.writeStringField("kind", ticket.kind().name());
        out.writeStringField("status", ticket.status().name());
        out.writeStringField("openedAt", ticket.openedAt().toString());
        optional("closedAt", ticket.closedAt().map(Instant::toString).orElse(""));
        out.writeArrayFieldStart("messages");
        for (Message message : content.messages()) {
            message(message);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("promises");
        for (Promise promise : content.promises()) {
            promise(promise);
        }
        out.writeEndArray();
        understood(content);
        if (audience == ExportAudience.SHOP) {
            forTheShop(ticket, history);
        }
        out.writeEndObject();
        out.flush();
    }

    private void understood(Content content) throws IOException {
        if (content.problem().isPresent()) {
            ProblemStatement problem = content.problem().get();
            out.writeObjectFieldStart("problem");
            out.writeStringField("text", problem.text());
            out.writeStringField("at", problem.at().toString());
            out.writeStringField("state", problem.state().name());
            out.writeEndObject();
        }
        out.writeArrayFieldStart("facts");
        for (Fact fact : content.facts()) {
            out.writeStartObject();
            out.writeStringField("kind", fact.kind().name());
            out.writeStringField("key", fact.key().value());
            out.writeStringField("value", fact.value());
            out.writeStringField("source", source(fact.source()));
            out.writeStringField("at", fact.at().toString());
            out.writeStringField("state", fact.state().name());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("consentsToSteps");
        for (dev.heed.ticket.Consent consent : content.consents()) {
            out.writeStartObject();
            out.writeStringField("step", consent.step().value());
            out.writeStringField("source", source(consent.source()));
            out.writeStringField("at", consent.at().toString());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static String source(FactSource source) {
        if (source instanceof FactSource.InAForm) {
            return "form";
        } else if (source instanceof FactSource.Quoted) {
            return "message";
        }
        return source instanceof FactSource.OnThePhone ? "phone" : "shop";
    }

    private void forTheShop(Ticket ticket, List<TicketEvent> history) throws IOException {
        out.writeArrayFieldStart("notes");
        for (Note note : ticket.notes()) {
            out.writeStartObject();
            out.writeStringField("at", note.at().toString());
            out.writeStringField("text", note.text());
            attachments(note.attachments());
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
        attachments(message.attachments());
        out.writeEndObject();
    }

    private void attachments(List<Attachment> files) throws IOException {
        out.writeArrayFieldStart("attachments");
        for (Attachment file : files) {
            out.writeStartObject();
            out.writeStringField("name", file.name());
            out.writeStringField("mediaType", file.mediaType());
            if (file.refused().isPresent()) {
                out.writeStringField("refused", file.refused().get().why().name());
            } else {
                content(file);
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** A file that was lost keeps nobody from the rest of what is known of her. */
    private void content(Attachment file) throws IOException {
        try (InputStream content = contents.open(file)) {
            out.writeFieldName("content");
            out.writeBinary(content, -1); // to its end, where it is seen whether it is whole
        } catch (NoSuchFileException e) {
            out.writeBooleanField("missing", true);
        }
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
