package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.AgentDesk;
import dev.heed.Backoffice;
import dev.heed.BotDesk;
import dev.heed.BulkAction;
import dev.heed.CustomerDesk;
import dev.heed.ListeningDesk;
import dev.heed.ListeningOptions;
import dev.heed.error.HeedException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.json.Upcaster;
import dev.heed.message.ContentHash;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Absence;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.Bot;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.IdentityKey;
import dev.heed.people.LinkId;
import dev.heed.people.Organisation;
import dev.heed.people.OrganisationId;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import dev.heed.playbook.Invasiveness;
import dev.heed.playbook.Playbook;
import dev.heed.playbook.Step;
import dev.heed.promise.PromiseId;
import dev.heed.spi.store.Cursor;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.ApprovalId;
import dev.heed.ticket.ApprovalSubject;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.Mood;
import dev.heed.ticket.Priority;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every public method of every desk, called with what it cannot use: refused with a type, and nothing has changed. */
class MisuseScenarioTest {
    private static final Bot TRACKER = Bot.named("Parcel tracker");

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> Story.withColleagues(builder)
            .bot(TRACKER)
            .listening(ListeningOptions.defaults()
                    .withPlaybooks(
                            Playbook.of(Step.of("I look after it.", "Look", Invasiveness.HARMLESS, Duration.ZERO)))));

    private final Story story = new Story(heed);
    private final Map<Class<?>, Object> samples = new HashMap<>();
    private TicketId ticket;

    @BeforeEach
    void aCustomerWritesAndIsAnswered() {
        ticket = story.written("Where is my parcel?");
        story.answered(ticket, Commitments.none());
        samples.put(TicketId.class, ticket);
        samples.put(String.class, "I look after it.");
        samples.put(Reply.class, Reply.text("I look after it.", Signature.of(MARIA)));
        samples.put(Commitments.class, Commitments.none());
        samples.put(AdverseDecision.class, new AdverseDecision("It was used.", "Write to Olga Winter."));
        samples.put(PromiseId.class, new PromiseId(1));
        samples.put(AgentId.class, Story.BEN.id());
        samples.put(TicketKind.class, TicketKind.QUESTION);
        samples.put(Instant.class, story.in(Duration.ofDays(1)));
        samples.put(CallIntake.class, CallIntake.of("Ana", "030 555"));
        samples.put(CallOutcome.class, new CallOutcome.CustomerEnded());
        samples.put(PracticeCode.class, PracticeCode.HANDOVER_WITHOUT_SUMMARY);
        samples.put(
                Customer.class, Customer.builder("eve").email("eve@example.com").build());
        samples.put(CustomerId.class, CustomerId.of("eve"));
        samples.put(Address.class, EmailAddress.of("eve@example.com"));
        samples.put(UUID.class, new UUID(1, 1));
        samples.put(
                Absence.class,
                new Absence(MARIA.id(), Story.BEN.id(), story.in(Duration.ofDays(1)), story.in(Duration.ofDays(2))));
        samples.put(FactKind.class, FactKind.PROVIDED);
        samples.put(Priority.class, Priority.HIGH);
        samples.put(Mood.class, Mood.WORRIED);
        samples.put(ApprovalId.class, new ApprovalId(1));
        samples.put(ApprovalSubject.class, ApprovalSubject.destructiveStep("wipe-disk"));
        samples.put(MessageId.class, story.ticket(ticket).messages().get(0).id());
        samples.put(List.class, List.of());
        samples.put(ContentHash.class, ContentHash.of(new byte[] {1}));
        samples.put(Upcaster[].class, new Upcaster[0]);
        samples.put(BulkAction.class, BulkAction.take());
        samples.put(int.class, 10);
        samples.put(boolean.class, true);
        samples.put(Locale.class, Locale.FRENCH);
        samples.put(ZoneId.class, ZoneOffset.UTC);
        samples.put(Proof[].class, new Proof[0]);
        samples.put(
                Proof.SignedIdentity.class,
                IdentityKey.of("2026", new byte[32])
                        .sign(CustomerId.of("eve"), EmailAddress.of("eve@example.com"), story.in(Duration.ofHours(1))));
        samples.put(
                ProfileLink.class,
                ProfileLink.of(
                        new LinkId(new UUID(1, 1)),
                        CustomerId.of("eve"),
                        CustomerId.of("ana"),
                        new Proof.AgentDecision(MARIA.id(), "They called."),
                        story.in(Duration.ZERO)));
        samples.put(Organisation.class, Organisation.of("acme", "Acme"));
        samples.put(OrganisationId.class, OrganisationId.of("acme"));
        samples.put(Cursor.class, Cursor.of("AaYDWT0c0Y12AAAAAAAAA-gAAAAAAAAD6NHwhFE"));
        samples.put(Organisation.Sight.class, Organisation.Sight.ALL);
    }

    /** A method of a desk and the arguments of which one is wrong. */
    private record Attempt(Object desk, Method method, List<Object> arguments) {
        @Override
        public String toString() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName() + arguments;
        }

        /** What it threw. */
        Optional<Throwable> tried() throws IllegalAccessException {
            try {
                method.invoke(desk, arguments.toArray());
                return Optional.empty();
            } catch (InvocationTargetException e) {
                return Optional.of(e.getCause());
            }
        }
    }

    private List<Attempt> attempts(Class<?> type, Object wrong) {
        List<Attempt> attempts = new ArrayList<>();
        CustomerDesk ana = story.ana();
        for (Object desk : List.of(
                heed.maria(),
                heed.maria().listening(),
                heed.maria().approvals(),
                heed.maria().customers(),
                heed.maria().attachments(),
                ana,
                heed.desk().as(TRACKER),
                heed.desk().backoffice(),
                heed.desk().backoffice().organisations())) {
            for (Method method : desk.getClass().getMethods()) {
                if (method.getDeclaringClass() != desk.getClass()) {
                    continue;
                }
                Class<?>[] types = method.getParameterTypes();
                for (int i = 0; i < types.length; i++) {
                    if (type == Object.class ? !types[i].isPrimitive() : types[i] == type) {
                        Object[] arguments =
                                Arrays.stream(types).map(one -> sample(one)).toArray();
                        arguments[i] = wrong;
                        attempts.add(new Attempt(desk, method, Arrays.asList(arguments)));
                    }
                }
            }
        }
        return attempts;
    }

    private Object sample(Class<?> type) {
        return Optional.ofNullable(samples.get(type))
                .orElseThrow(() -> new AssertionError("Say here what a good " + type.getName() + " is."));
    }

    @Test
    void everyDeskIsTried() {
        assertThat(attempts(Object.class, null))
                .<Class<?>>extracting(attempt -> attempt.desk().getClass())
                .contains(AgentDesk.class, CustomerDesk.class, BotDesk.class, Backoffice.class)
                .hasSizeGreaterThan(50);
    }

    @Test
    void nothingIsRefusedWithoutATypeAndChangesNothing() throws IllegalAccessException {
        List<String> accepted = new ArrayList<>();
        for (Attempt attempt : attempts(Object.class, null)) {
            Ticket before = story.ticket(ticket);
            List<TicketEvent> events = heed.events();
            boolean refused = attempt.tried()
                    .filter(thrown -> thrown instanceof NullPointerException || thrown instanceof HeedException)
                    .isPresent();
            if (!refused
                    || !heed.events().equals(events)
                    || !story.ticket(ticket).equals(before)) {
                accepted.add(attempt.toString());
            }
        }
        assertThat(accepted).isEmpty();
    }

    @Test
    void blankWordsAreRefusedWithAType() throws IllegalAccessException {
        for (Attempt attempt : attempts(String.class, " \n\t")) {
            Ticket before = story.ticket(ticket);
            assertThat(attempt.tried())
                    .as(attempt.toString())
                    .hasValueSatisfying(problem -> assertThat(problem).isInstanceOf(HeedException.class));
            assertThat(story.ticket(ticket)).as(attempt.toString()).isEqualTo(before);
        }
    }

    @Test
    void listsOfNothingAreRefusedWithAType() throws IllegalAccessException {
        for (int limit : new int[] {0, -1, Integer.MIN_VALUE}) {
            List<Attempt> attempts = attempts(int.class, limit);
            assertThat(attempts).hasSizeGreaterThanOrEqualTo(4);
            for (Attempt attempt : attempts) {
                assertThat(attempt.tried())
                        .as(attempt.toString())
                        .hasValueSatisfying(problem -> assertThat(problem).isInstanceOf(InvalidInputException.class));
            }
        }
    }

    @Test
    void timesThatNoCalendarHoldsAreRefusedWithAType() throws IllegalAccessException {
        for (Instant never : List.of(Instant.MIN, Instant.MAX, Instant.EPOCH)) {
            for (Attempt attempt : attempts(Instant.class, never)) {
                Ticket before = story.ticket(ticket);
                assertThat(attempt.tried())
                        .as(attempt.toString())
                        .hasValueSatisfying(problem -> assertThat(problem).isInstanceOf(HeedException.class));
                assertThat(story.ticket(ticket)).as(attempt.toString()).isEqualTo(before);
            }
        }
    }

    @Test
    void endlessWordsBreakNothing() throws IllegalAccessException {
        for (Attempt attempt : attempts(String.class, "Wörter ".repeat(100_000))) {
            attempt.tried()
                    .ifPresent(problem ->
                            assertThat(problem).as(attempt.method().getName()).isInstanceOf(HeedException.class));
        }
        story.run();
        assertThat(Ticket.replay(heed.maria().history(ticket))).isEqualTo(story.ticket(ticket));
    }

    @Test
    void noOrderOfEverythingAnAgentCanDoClosesATicketThatWasAnswered() throws IllegalAccessException {
        java.util.Random lot = new java.util.Random(17);
        List<Attempt> all = attempts(Object.class, null).stream()
                .filter(attempt -> attempt.desk() instanceof AgentDesk || attempt.desk() instanceof ListeningDesk)
                .toList();
        for (int i = 0; i < 2000; i++) {
            Attempt attempt = all.get(lot.nextInt(all.size()));
            Object[] arguments = Arrays.stream(attempt.method().getParameterTypes())
                    .map(this::sample)
                    .toArray();
            samples.put(Instant.class, story.in(Duration.ofHours(1 + lot.nextInt(40))));
            samples.put(PromiseId.class, new PromiseId(1 + lot.nextInt(9)));
            samples.put(TicketKind.class, lot.nextBoolean() ? TicketKind.QUESTION : TicketKind.PRAISE);
            Optional<Throwable> problem =
                    new Attempt(attempt.desk(), attempt.method(), Arrays.asList(arguments)).tried();
            problem.ifPresent(
                    thrown -> assertThat(thrown).as(attempt.toString()).isInstanceOf(HeedException.class));
            assertThat(story.ticket(ticket).status()).as(attempt.toString()).isNotEqualTo(TicketStatus.CLOSED);
            assertThat(story.ticket(ticket)
                            .nextAction(dev.heed.ticket.TicketPolicy.builder(
                                            dev.heed.hours.BusinessHours.always(java.time.ZoneOffset.UTC))
                                    .build()))
                    .isPresent();
        }
    }
}
