package dev.heed.json;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.message.Attachment;
import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.ContentHash;
import dev.heed.message.Direction;
import dev.heed.message.FactKey;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.message.Signature;
import dev.heed.people.AccountAddress;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.DepartmentId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Tier;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.ApprovalKind;
import dev.heed.ticket.ApprovalSubject;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Reference;
import dev.heed.ticket.ReferenceKind;
import dev.heed.ticket.RootCause;
import dev.heed.ticket.SendOrder;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketEvent;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events with anything in all of their fields, made along the components of their records. */
final class AnyEvents {
    private static final Instant FROM = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2200-12-31T23:59:59Z");

    private static final Map<Class<?>, Arbitrary<?>> LEAVES = Map.ofEntries(
            Map.entry(String.class, text()),
            Map.entry(int.class, Arbitraries.integers()),
            Map.entry(boolean.class, Arbitraries.of(true, false)),
            Map.entry(long.class, Arbitraries.longs()),
            Map.entry(
                    UUID.class,
                    Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                            .as(UUID::new)),
            Map.entry(Instant.class, instant()),
            Map.entry(ZoneId.class, zone()),
            Map.entry(FactKey.class, key()),
            Map.entry(
                    ApprovalSubject.class,
                    filled().map(reference -> new ApprovalSubject(ApprovalKind.DESTRUCTIVE_STEP, reference))),
            Map.entry(
                    RootCause.class,
                    key().list()
                            .ofMinSize(1)
                            .ofMaxSize(3)
                            .map(keys -> new RootCause(
                                    keys.stream().map(FactKey::value).collect(Collectors.joining("/"))))),
            Map.entry(MessageId.class, filled().map(MessageId::new)),
            Map.entry(NoteId.class, filled().map(NoteId::new)),
            Map.entry(DepartmentId.class, filled().map(DepartmentId::of)),
            Map.entry(
                    Tier.class,
                    Arbitraries.strings()
                            .withCharRange('a', 'z')
                            .ofMinLength(1)
                            .ofMaxLength(9)
                            .map(Tier::of)),
            Map.entry(
                    Audience.People.class,
                    agents().filter(some -> !some.isEmpty()).map(Audience.People::new)),
            Map.entry(Audience.DepartmentNote.class, departmentNote()),
            Map.entry(DraftId.class, filled().map(DraftId::new)),
            Map.entry(
                    SendOrder.InSpite.class,
                    Combinators.combine(Arbitraries.of(PracticeCode.values()), filled())
                            .as(SendOrder.InSpite::new)),
            Map.entry(AgentId.class, filled().map(AgentId::of)),
            Map.entry(CustomerId.class, filled().map(CustomerId::of)),
            Map.entry(ChannelId.class, filled().map(ChannelId::of)),
            Map.entry(EmailAddress.class, email()),
            Map.entry(
                    AccountAddress.class,
                    Combinators.combine(filled(), filled()).as(AccountAddress::new)),
            Map.entry(
                    AdverseDecision.class,
                    Combinators.combine(filled(), filled()).as(AdverseDecision::new)),
            Map.entry(CallIntake.class, intake()),
            Map.entry(Signature.class, signature()),
            Map.entry(
                    Tag.class, line().filter(text -> isAccepted(Tag::of, text)).map(Tag::of)),
            Map.entry(FieldKey.class, key(64).map(FieldKey::of)),
            Map.entry(ReferenceKind.class, key(32).map(ReferenceKind::of)),
            Map.entry(
                    Reference.class,
                    Combinators.combine(
                                    key(32).map(ReferenceKind::of),
                                    line().filter(text -> isAccepted(Reference::order, text)))
                            .as(Reference::new)),
            Map.entry(
                    FieldValue.Text.class,
                    text().filter(text -> isAccepted(FieldValue.Text::new, text))
                            .map(FieldValue.Text::new)),
            Map.entry(
                    FieldValue.Choice.class,
                    line().filter(text -> isAccepted(FieldValue.Choice::new, text))
                            .map(FieldValue.Choice::new)),
            Map.entry(
                    FieldValue.Decimal.class,
                    Arbitraries.bigDecimals()
                            .between(new BigDecimal("-99999999999999999999"), new BigDecimal("99999999999999999999"))
                            .ofScale(18)
                            .map(FieldValue.Decimal::new)),
            Map.entry(
                    FieldValue.Date.class,
                    Arbitraries.longs()
                            .between(
                                    LocalDate.of(0, 1, 1).toEpochDay(),
                                    LocalDate.of(9999, 12, 31).toEpochDay())
                            .map(day -> new FieldValue.Date(LocalDate.ofEpochDay(day)))),
            Map.entry(Attachment.class, attachment()));

    private AnyEvents() {}

    static Arbitrary<TicketEvent> any() {
        return Arbitraries.of(Kinds.ofEvents()).flatMap(AnyEvents::of);
    }

    static Arbitrary<TicketEvent> of(Class<?> kind) {
        return record(kind).map(TicketEvent.class::cast);
    }

    private static Arbitrary<Object> anything(Type type) {
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            return anything(optional.getActualTypeArguments()[0]).optional().map(Object.class::cast);
        }
        if (type instanceof ParameterizedType many && many.getRawType() == List.class) {
            return anything(many.getActualTypeArguments()[0])
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(4)
                    .map(Object.class::cast);
        }
        Class<?> kind = (Class<?>) type;
        if (kind == Message.class) {
            return message().map(Object.class::cast);
        } else if (kind == Note.class) {
            return note().map(Object.class::cast);
        } else if (LEAVES.containsKey(kind)) {
            return LEAVES.get(kind).map(Object.class::cast);
        } else if (kind.isEnum()) {
            return Arbitraries.of(kind.getEnumConstants());
        } else if (kind.isSealed()) {
            return Arbitraries.of(Kinds.of(kind)).flatMap(AnyEvents::anything);
        } else if (kind.isRecord()) {
            return record(kind);
        }
        throw new AssertionError("No event has had a " + kind.getName() + " so far; say here how to make one.");
    }

    private static Arbitrary<Object> record(Class<?> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        List<Arbitrary<Object>> parts = Stream.of(components)
                .map(component -> anything(component.getGenericType()))
                .toList();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return Combinators.combine(parts).as(values -> {
            try {
                return kind.getDeclaredConstructor(types).newInstance(values.toArray());
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        });
    }

    private static Arbitrary<Message> message() {
        return Combinators.combine(
                        anything(MessageId.class),
                        anything(Author.class),
                        Arbitraries.of(Direction.class),
                        instant(),
                        text())
                .as((id, author, direction, at, text) ->
                        Message.builder((MessageId) id, (Author) author, direction, at, text))
                .flatMap(message -> Combinators.combine(
                                text().optional(),
                                signature().optional(),
                                attachment().list().ofMaxSize(3),
                                text().optional(),
                                Arbitraries.of(true, false),
                                text().list().ofMaxSize(3))
                        .as((html, signature, files, reference, automatic, remarks) -> {
                            signature.ifPresent(message::signature);
                            return message.html(html)
                                    .attachments(files)
                                    .reference(reference)
                                    .automatic(automatic)
                                    .remarks(remarks)
                                    .build();
                        }));
    }

    private static Arbitrary<Note> note() {
        return Combinators.combine(
                        filled().map(NoteId::new),
                        anything(Author.class).filter(author -> !(author instanceof Author.ByCustomer)),
                        instant(),
                        text(),
                        anything(Audience.class),
                        agents(),
                        attachment().list().ofMaxSize(3),
                        text().list().ofMaxSize(3))
                .as((id, author, at, text, audience, mentions, files, remarks) ->
                        new Note(id, (Author) author, at, text, (Audience) audience, mentions, files, remarks));
    }

    private static Arbitrary<List<AgentId>> agents() {
        return filled().map(AgentId::of).list().ofMaxSize(3);
    }

    private static Arbitrary<Audience.DepartmentNote> departmentNote() {
        return Combinators.combine(filled().map(DepartmentId::of), filled(), filled(), instant())
                .as(Audience.DepartmentNote::new);
    }

    /** All characters, halves of surrogate pairs among them. */
    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(40),
                Arbitraries.of(
                        "",
                        "\u0000\u001f\"\\/\b\t",
                        "Grüße 👩‍👧 𝒜",
                        "\uD83D",
                        "\uDE00\uD83D",
                        "\u2028\uFEFF\uFFFF",
                        "{\"a\":1}"));
    }

    private static Arbitrary<String> filled() {
        return text().filter(text -> !text.isBlank());
    }

    private static Arbitrary<FactKey> key() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(20)
                .flatMap(words -> Arbitraries.of(words, "Größe 42", "Bestell-Nr."))
                .filter(words -> words.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(words -> FactKey.of(words + " a"));
    }

    private static Arbitrary<String> line() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(30)
                .map(text -> text.codePoints()
                        .filter(c -> !Character.isISOControl(c) && c != 0x2028 && c != 0x2029)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    private static Arbitrary<String> key(int longest) {
        return Combinators.combine(
                        Arbitraries.strings().withCharRange('a', 'z').ofLength(1),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .withCharRange('0', '9')
                                .withChars('-')
                                .ofMaxLength(longest - 1))
                .as(String::concat);
    }

    private static boolean isAccepted(Function<String, ?> make, String text) {
        try {
            Object unused = make.apply(text);
            return true;
        } catch (InvalidInputException refused) {
            return false;
        }
    }

    private static Arbitrary<Signature> signature() {
        return Combinators.combine(line(), line().optional(), line().optional(), line().optional())
                .as(Signature::new);
    }

    private static Arbitrary<Attachment> attachment() {
        Arbitrary<Attachment> kept = Combinators.combine(
                        text(), text(), Arbitraries.bytes().array(byte[].class).ofMaxSize(20), sizes())
                .as((name, mediaType, content, size) -> Attachment.of(name, mediaType, ContentHash.of(content), size));
        Arbitrary<Attachment> refused = Combinators.combine(
                        text(), text(), Arbitraries.of(Attachment.Refused.Why.values()), sizes())
                .as((name, mediaType, why, limit) ->
                        Attachment.refused(name, mediaType, new Attachment.Refused(why, limit)));
        return Combinators.combine(Arbitraries.oneOf(kept, refused), text().optional())
                .as((file, id) -> id.map(file::inline).orElse(file));
    }

    private static Arbitrary<Long> sizes() {
        return Arbitraries.longs().between(0, Long.MAX_VALUE);
    }

    private static Arbitrary<CallIntake> intake() {
        return Combinators.combine(
                        filled(), Arbitraries.of("0049 30 1234", " ١٢٣ ", "+1-555-0100"), Arbitraries.of(true, false))
                .as((name, number, given) -> given ? CallIntake.of(name, number) : CallIntake.numberRefused(name));
    }

    private static Arbitrary<EmailAddress> email() {
        return Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .withChars("äß.+_")
                                .ofMinLength(1)
                                .ofMaxLength(20),
                        Arbitraries.of("customer.example", "müller.example", "xn--mller-kva.example", "例え.example"))
                .as((local, domain) -> EmailAddress.of(local + "@" + domain));
    }

    /** From 1900 to 2200, to the nanosecond. */
    private static Arbitrary<Instant> instant() {
        return Combinators.combine(
                        Arbitraries.longs().between(FROM.getEpochSecond(), TO.getEpochSecond()),
                        Arbitraries.oneOf(
                                Arbitraries.of(0, 1, 500_000_000, 999_999_999),
                                Arbitraries.integers().between(0, 999_999_999)))
                .as((second, nano) -> Instant.ofEpochSecond(second, nano));
    }

    private static Arbitrary<ZoneId> zone() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "Asia/Kathmandu",
                        "America/Argentina/Buenos_Aires",
                        "UTC",
                        "Z",
                        "+05:45",
                        "GMT+1")
                .map(ZoneId::of);
    }
}
