package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.PracticeCode;
import dev.heed.message.ChannelId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.playbook.Playbook;
import dev.heed.rule.LabelledSentences.Result;
import dev.heed.rule.LabelledSentences.Row;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.ListeningCommand;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** P43, P47: sentences that deny, or blame, and sentences that only speak of such things. */
class LabelledClaimsTest {
    private static final TicketId TICKET = new TicketId(new UUID(1, 1));
    private static final Instant AT = Instant.parse("2026-06-08T07:00:00Z");
    private static final Map<PracticeCode, String> KEYS =
            Map.of(PracticeCode.UNSUPPORTED_DENIAL, "denial", PracticeCode.BLAME_WITHOUT_EVIDENCE, "blame");

    private final Unsupported rule = new Unsupported();

    private static Ticket ticket(TicketEvent... more) {
        List<TicketEvent> history = new ArrayList<>();
        history.add(new TicketOpened(
                TICKET, AT, 1001, CustomerId.of("c-1"), Optional.empty(), ChannelId.of("email"), "", Optional.empty()));
        history.addAll(List.of(more));
        return Ticket.replay(history);
    }

    private Set<String> refusedFor(Ticket ticket, String text) {
        Set<String> keys = new TreeSet<>();
        rule.check(
                        ticket,
                        new Said(
                                Passages.of(text, LabelledSentences.quotedIn(text)),
                                List.of(),
                                List.of(),
                                Playbook.EMPTY,
                                AT))
                .forEach(finding -> keys.add(KEYS.getOrDefault(finding.code(), "?")));
        return keys;
    }

    private Result judge(String name, String resource, int atLeast) {
        List<Row> rows = LabelledSentences.read(resource);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(atLeast);
        Ticket bare = ticket();
        return LabelledSentences.judge(name, rows, row -> refusedFor(bare, row.text()));
    }

    @Test
    void denialsAreJudgedAsACarefulPersonWould() {
        Result result = judge("Denials, known list", "denials.tsv", 120);

        assertThat(result.wronglyRefused()).isEmpty();
        assertThat(result.wronglyPassed()).isEmpty();
    }

    @Test
    void blameIsJudgedAsACarefulPersonWould() {
        Result result = judge("Blame, known list", "blame.tsv", 120);

        assertThat(result.wronglyRefused()).isEmpty();
        assertThat(result.wronglyPassed()).isEmpty();
    }

    @Test
    void sentencesThatTheWordsWereNotMadeForAreMostlyJudgedRightly() {
        Result result = judge("Denials and blame, held-out list", "claims-held-out.tsv", 30);

        assertThat(result.precision()).isGreaterThan(0.8);
        assertThat(result.recall()).isGreaterThan(0.5);
    }

    @Test
    void whoHasLookedMayDenyAndWhoHasEvidenceMayBlame() {
        ListeningCommand.NoteFact looked =
                ListeningCommand.NoteFact.lookedUp("payments", "4711: nothing", AgentId.of("maria"));
        Ticket known =
                ticket(new FactNoted(TICKET, AT, FactKind.EVIDENCE, looked.key(), looked.value(), looked.source()));

        assertThat(refusedFor(known, "We could not find your payment. Your bank has declined it."))
                .isEmpty();
        assertThat(refusedFor(ticket(), "We could not find your payment. Your bank has declined it."))
                .containsExactly("blame", "denial");
    }
}
