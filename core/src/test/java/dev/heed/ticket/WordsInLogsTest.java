package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.Address;
import dev.heed.people.CustomerId;
import dev.heed.people.DepartmentId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Person;
import dev.heed.people.Tier;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends up in logs names things by id, kind and time; never in the words of people. */
class WordsInLogsTest {
    private static final String WORDS = "marker@people.example";
    private static final Instant AT = TicketStory.START;

    /** Text that is no one's words: how a time was reckoned, and the names of mails in the world outside. */
    private static final Set<String> CODES = Set.of(
            "ExpectedReply.basis",
            "RecordDelivery.reference",
            "Delivered.reference",
            "FactKey.value",
            "RootCause.value");

    private static final Map<Class<?>, Object> MADE = Map.ofEntries(
            Map.entry(Instant.class, AT),
            Map.entry(UUID.class, new UUID(1, 1)),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(LocalDate.class, LocalDate.EPOCH),
            Map.entry(ZoneId.class, ZoneOffset.UTC),
            Map.entry(long.class, 1001L),
            Map.entry(int.class, 1),
            Map.entry(boolean.class, true),
            Map.entry(Address.class, EmailAddress.of(WORDS)),
            Map.entry(TicketCommand.class, new PromiseCommand.KeepPromise(new PromiseId(1), WORDS)),
            Map.entry(CallIntake.class, CallIntake.of(WORDS, "+49 30 555")),
            Map.entry(DraftId.class, new DraftId("d-1")),
            Map.entry(Tier.class, Tier.BASE),
            Map.entry(Promise.class, promise()),
            Map.entry(Message.class, message()),
            Map.entry(ReferenceKind.class, ReferenceKind.ORDER),
            Map.entry(FieldKey.class, FieldKey.of("serial-number")),
            Map.entry(CustomFields.class, CustomFields.none()),
            Map.entry(Note.class, note()),
            Map.entry(Person.class, Person.of(CustomerId.of("c-1"))),
            Map.entry(
                    OpenNote.class,
                    new OpenNote(
                            note().to(new Audience.DepartmentNote(DepartmentId.of("shipping"), WORDS, WORDS, AT)),
                            List.of(TicketStory.JANA),
                            Optional.empty(),
                            0,
                            Optional.empty())),
            Map.entry(
                    Commitments.class,
                    Commitments.none()
                            .promise(PromiseKind.ACTION, WORDS, AT)
                            .decideAgainst(new AdverseDecision(WORDS, WORDS))));

    private static Message message() {
        Author author = new Author.ByCustomer(CustomerId.of("c-1"));
        return Message.builder(new MessageId("m-1"), author, Direction.INBOUND, AT, WORDS)
                .build();
    }

    private static Note note() {
        return Note.of(new NoteId("n-1"), new Author.ByAgent(TicketStory.MARIA), AT, WORDS);
    }

    private static Promise promise() {
        return new Promise(
                new PromiseId(1),
                PromiseKind.ACTION,
                WORDS,
                Optional.of(TicketStory.MARIA),
                AT,
                AT.plusSeconds(1),
                ZoneOffset.UTC,
                PromiseState.OPEN);
    }

    static Stream<Class<?>> records() {
        return Stream.of(TicketEvent.class, TicketCommand.class, Closing.class, CallOutcome.class, FieldValue.class)
                .flatMap(WordsInLogsTest::permitted);
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WordsInLogsTest::permitted)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("records")
    void noRecordPrintsTheWordsOfPeople(Class<?> type) throws ReflectiveOperationException {
        assertThat(made(type)).asString().doesNotContain(WORDS).contains(type.getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("carried")
    void norDoesWhatTheyCarry(Object carried) {
        assertThat(carried).asString().doesNotContain(WORDS);
    }

    static Stream<Object> carried() {
        return Stream.of(
                MADE.get(Commitments.class),
                MADE.get(CallIntake.class),
                MADE.get(Address.class),
                message(),
                note(),
                new Audience.DepartmentNote(DepartmentId.of("shipping"), WORDS, WORDS, AT),
                promise(),
                Tag.of(WORDS),
                Reference.order(WORDS),
                new AdverseDecision(WORDS, WORDS),
                new Commitments.NewPromise(PromiseKind.ACTION, WORDS, AT));
    }

    private static Object made(Class<?> type) throws ReflectiveOperationException {
        if (MADE.containsKey(type)) {
            return MADE.get(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return made(permitted(type).toList().get(0));
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String name = type.getSimpleName() + "." + components[i].getName();
            values[i] = value(name, components[i].getGenericType());
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError(type + " refuses what it is given", e.getCause());
        }
    }

    private static Object value(String name, Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType many) {
            Object one = value(name, many.getActualTypeArguments()[0]);
            assertThat(many.getRawType()).isIn(Optional.class, List.class);
            return many.getRawType() == List.class ? List.of(one) : Optional.of(one);
        }
        if (type == String.class) {
            boolean id = name.endsWith("Id.value");
            return id || CODES.contains(name) ? "code-1" : WORDS;
        }
        return made((Class<?>) type);
    }
}
