package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.Finding;
import dev.heed.message.ChannelId;
import dev.heed.message.FactKey;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.playbook.Invasiveness;
import dev.heed.playbook.Playbook;
import dev.heed.playbook.Step;
import dev.heed.rule.LabelledSentences.Result;
import dev.heed.rule.LabelledSentences.Row;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** P33: sentences that ask for what is known, or suggest what was tried, and sentences that only speak of it. */
class LabelledRequestsTest {
    private static final TicketId TICKET = new TicketId(new UUID(1, 1));
    private static final Instant AT = Instant.parse("2026-06-08T07:00:00Z");
    private static final Map<String, String> PROVIDED = Map.of(
            "order-number", "4711",
            "invoice-number", "R-2026-17",
            "email-address", "ana@example.com",
            "phone-number", "030 765432",
            "serial-number", "SN88-1203",
            "screenshot", "sent along",
            "address", "Lindenstr. 4, Köln",
            "payment-reference", "PX-99",
            "club-card", "88-12");
    private static final Map<String, List<String>> TRIED = Map.of(
            "restart-router",
            List.of("Restart the router", "Starten Sie den Router neu", "Redémarrez le routeur", "Reinicie el router"),
            "clean-lens",
            List.of("Clean the lens", "Reinigen Sie das Objektiv"),
            "update-app",
            List.of("Update the app", "Aktualisieren Sie die App", "Actualice la aplicación"));

    private static final Playbook PLAYBOOK = new Playbook(TRIED.entrySet().stream()
            .map(step -> Step.of(step.getKey(), step.getValue().get(0), Invasiveness.HARMLESS, Duration.ZERO)
                    .called(step.getValue().stream().skip(1).toArray(String[]::new)))
            .toList());

    private final AlreadyTold rule =
            new AlreadyTold(FactLabels.builtIn().with("club-card", "club card number", "Clubkarte"));
    private final Ticket ticket = ticket();

    private static Ticket ticket() {
        List<TicketEvent> history = new ArrayList<>();
        history.add(new TicketOpened(
                TICKET, AT, 1001, CustomerId.of("c-1"), Optional.empty(), ChannelId.of("email"), "", Optional.empty()));
        FactSource source = new FactSource.ByAgent(AgentId.of("maria"));
        PROVIDED.forEach((key, value) ->
                history.add(new FactNoted(TICKET, AT, FactKind.PROVIDED, FactKey.of(key), value, source)));
        TRIED.keySet()
                .forEach(key -> history.add(
                        new FactNoted(TICKET, AT, FactKind.TRIED, FactKey.of(key), "it did not help", source)));
        return Ticket.replay(history);
    }

    private Set<String> refusedFor(Row row) {
        Set<String> keys = new TreeSet<>();
        for (Finding finding : rule.check(
                ticket,
                new Said(
                        Passages.of(row.text(), LabelledSentences.quotedIn(row.text())),
                        List.of(),
                        List.of(),
                        PLAYBOOK,
                        AT))) {
            PROVIDED.keySet().stream()
                    .filter(key -> finding.problem().contains(" " + key + " "))
                    .forEach(keys::add);
            TRIED.keySet().stream()
                    .filter(key -> finding.problem().contains(" " + key + " "))
                    .forEach(keys::add);
        }
        return keys;
    }

    @Test
    void sentencesAreJudgedAsACarefulPersonWould() {
        List<Row> rows = LabelledSentences.read("requests.tsv");

        Result result = LabelledSentences.judge("Requests, known list", rows, this::refusedFor);

        assertThat(rows).hasSizeGreaterThan(180);
        assertThat(result.wronglyRefused()).isEmpty();
        assertThat(result.wronglyPassed()).isEmpty();
    }

    @Test
    void sentencesThatTheWordsWereNotMadeForAreMostlyJudgedRightly() {
        Result result = LabelledSentences.judge(
                "Requests, held-out list", LabelledSentences.read("requests-held-out.tsv"), this::refusedFor);

        assertThat(result.precision()).isGreaterThan(0.9);
        assertThat(result.recall()).isGreaterThan(0.6);
    }
}
