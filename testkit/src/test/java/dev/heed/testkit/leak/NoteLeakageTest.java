package dev.heed.testkit.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.CustomerTicket;
import dev.heed.error.NotFoundException;
import dev.heed.message.Attachment;
import dev.heed.message.ContentHash;
import dev.heed.spi.attachment.AttachmentStore;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.OutboundMessage.Content;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * P77, P84: whatever the people of a shop write to each other, and whatever happens afterwards, no customer gets a word of
 * it, in a letter or on a page. The second half shows that it would be noticed.
 */
class NoteLeakageTest {

    /**
     * Something that happens.
     *
     * @param choice says who does it, and to which ticket
     */
    record Step(LeakDeed deed, int choice) {}

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void nothingThatIsWrittenInsideReachesACustomer(@ForAll("lives") List<Step> life) {
        try (LeakPlay play = new LeakPlay()) {
            play.does(LeakDeed.NOTE, 0);
            life.forEach(step -> play.does(step.deed(), step.choice()));
            play.channel.comeBack();
            play.passes(Duration.ofDays(1));

            assertThat(play.agentsEyes().leaks()).containsAll(play.written()).isNotEmpty();
            assertThat(play.eyes().leaks()).as("canaries that a customer got").isEmpty();
        }
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return Combinators.combine(
                        Arbitraries.of(LeakDeed.class), Arbitraries.integers().between(0, 11))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(45);
    }

    @Test
    void everyDeedOneAfterTheOtherOnEveryTicketLeaksNothing() {
        for (int choice = 0; choice < 12; choice++) {
            try (LeakPlay play = new LeakPlay()) {
                for (int round = 0; round < 2; round++) {
                    for (LeakDeed deed : LeakDeed.values()) {
                        play.does(deed, choice + round);
                    }
                }
                play.channel.comeBack();
                play.passes(Duration.ofDays(1));

                assertThat(play.written()).hasSizeGreaterThan(8);
                assertThat(play.agentsEyes().leaks()).containsAll(play.written());
                CustomersEyes eyes = play.eyes();
                assertThat(eyes.leaks()).isEmpty();
                assertThat(eyes.hasRead("Where is my parcel?")).isTrue();
                assertThat(eyes.hasRead("Maria Keller")).isTrue();
            }
        }
    }

    @Test
    void everyDeedSucceedsSomewhere() {
        assertThat(LeakDeed.values())
                .allSatisfy(deed -> assertThat(succeedsAtOnce(deed) || succeedsAfterAnother(deed))
                        .isTrue());
    }

    private static boolean succeedsAtOnce(LeakDeed deed) {
        return IntStream.range(0, 6).anyMatch(choice -> {
            try (LeakPlay play = new LeakPlay()) {
                return !play.isRefused(deed, choice);
            }
        });
    }

    private static boolean succeedsAfterAnother(LeakDeed deed) {
        return Stream.of(LeakDeed.values())
                .anyMatch(first -> IntStream.range(0, 6).anyMatch(choice -> {
                    try (LeakPlay play = new LeakPlay()) {
                        play.does(first, choice);
                        return !play.isRefused(deed, choice);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> aCanaryIsFoundInEachPartOfALetter() {
        return Stream.of("text", "html", "file", "file name", "subject", "from name", "to name", "answers")
                .map(part -> DynamicTest.dynamicTest(part, () -> {
                    try (LeakPlay play = new LeakPlay()) {
                        String canary = play.canary();
                        play.wrote(play.agent(0).note(play.ticket(0), "See " + canary));
                        byte[] words = ("Re: " + canary + ".").getBytes(StandardCharsets.UTF_8);
                        play.channel.send(
                                leaking(play.lastSent(), part, "Re: " + canary + "."),
                                file -> part.equals("file")
                                        ? new ByteArrayInputStream(words)
                                        : InputStream.nullInputStream());

                        assertThat(play.eyes().leaks()).containsExactly(canary);
                    }
                }));
    }

    private static OutboundMessage leaking(OutboundMessage sound, String part, String words) {
        Content content = sound.content();
        String name = part.equals("file name") ? words : "a.txt";
        Attachment file = Attachment.of(name, "text/plain", ContentHash.of(new byte[0]), 0);
        return new OutboundMessage(
                sound.id(),
                sound.channel(),
                sound.to(),
                part.equals("to name") ? Optional.of(words) : sound.toName(),
                part.equals("from name") ? words : sound.fromName(),
                part.equals("subject") ? words : sound.subject(),
                new Content(
                        part.equals("text")
                                ? content.text() + words.toUpperCase(java.util.Locale.ROOT)
                                : content.text(),
                        part.equals("html") ? Optional.of("<p>" + words + "</p>") : content.html(),
                        part.startsWith("file") ? List.of(file) : content.attachments()),
                part.equals("answers") ? List.of(words) : sound.answers(),
                sound.automatic(),
                sound.writtenAt(),
                sound.zone());
    }

    /** A customer's desk as it may be one day, with a way to a ticket as agents see it. */
    public static final class CarelessDesk {
        private final Ticket ticket;

        CarelessDesk(Ticket ticket) {
            this.ticket = ticket;
        }

        /** Looks harmless. */
        public Optional<Ticket> whole(TicketId id) {
            return Optional.of(ticket).filter(one -> one.id().equals(id));
        }
    }

    @Test
    void aNewWayToATicketAsAgentsSeeItIsFound() {
        try (LeakPlay play = new LeakPlay()) {
            String canary = play.canary();
            Ticket ticket = play.agent(0).note(play.ticket(0), "See " + canary);

            CustomersEyes eyes = new CustomersEyes().seeDesk(new CarelessDesk(ticket), play.tickets);

            assertThat(eyes.leaks()).containsExactly(canary);
        }
    }

    /** A customer's desk as it may be one day, which opens whatever somebody knows or guesses the hash of. */
    public static final class CarelessFiles {
        private final AttachmentStore contents;

        CarelessFiles(AttachmentStore contents) {
            this.contents = contents;
        }

        /** Looks harmless. */
        public InputStream open(TicketId id, ContentHash content) {
            return contents.open(content).orElseThrow(() -> new NoSuchElementException(id + " has no such file."));
        }
    }

    @Test
    void aWayToAFileByItsHashAloneIsFound() {
        try (LeakPlay play = new LeakPlay()) {
            play.does(LeakDeed.REPLY, 0);
            play.does(LeakDeed.COMES_BACK, 0);
            List<ContentHash> files = play.contents.list(Optional.empty(), 10);

            assertThat(files).isNotEmpty();
            assertThat(new CustomersEyes(files)
                            .seeDesk(new CarelessFiles(play.contents), play.tickets)
                            .leaks())
                    .hasSize(1);
            assertThat(play.eyes().leaks()).isEmpty();
        }
    }

    @Test
    void aNoteAmongTheLinesOfAPageIsFound() {
        try (LeakPlay play = new LeakPlay()) {
            String canary = play.canary();
            TicketId id = play.ticket(0);
            CustomerTicket sound = play.desk.forCustomer(LeakPlay.ANA).getTicket(id);
            List<CustomerTicket.Line> lines = new ArrayList<>(sound.messages());
            lines.add(new CustomerTicket.Line(id, false, false, play.clock.instant(), "See " + canary, List.of()));
            CustomerTicket careless = new CustomerTicket(
                    id,
                    sound.number(),
                    sound.subject(),
                    sound.status(),
                    lines,
                    sound.expectedReply(),
                    sound.expectedReplyText(),
                    sound.promises(),
                    sound.goesOnIn(),
                    sound.problem());

            assertThat(careless.toString()).doesNotContain(canary);
            assertThat(new CustomersEyes().see(careless).leaks()).containsExactly(canary);
            assertThat(new CustomersEyes().see(sound).leaks()).isEmpty();
        }
    }

    @Test
    void aCanaryInWhatARefusalSaysIsFound() {
        assertThat(new CustomersEyes()
                        .see(new NotFoundException("No " + CustomersEyes.canary(7) + ".", "Look again."))
                        .leaks())
                .containsExactly(CustomersEyes.canary(7));
    }
}
