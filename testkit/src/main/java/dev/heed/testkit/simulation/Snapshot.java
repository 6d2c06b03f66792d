package dev.heed.testkit.simulation;

import dev.heed.message.MessageId;
import dev.heed.promise.PromiseId;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a ticket stood once, but for what was said and promised. */
final class Snapshot {
    private final TicketStatus status;
    private final @Nullable MessageId lostAnswer;
    private final @Nullable Instant silentSince;
    private final @Nullable Instant heldUntil;
    private final List<Asked> asked;
    private final AlarmFacts alarms = new AlarmFacts();
    private final WorkFacts work = new WorkFacts();
    private final Set<MessageId> late;
    private final Set<MessageId> lost;
    private final Map<PromiseId, MessageId> letters = new HashMap<>();
    private final int reopened;
    private final boolean awaited;
    private final boolean confirmed;
    private final boolean disputed;
    private final boolean wroteDuringCall;
    private final boolean spokenToElsewhere;
    private final boolean agreedLast;
    private final boolean replyExpected;
    private final boolean overdue;
    private final @Nullable Instant told;

    Snapshot(Facts facts) {
        status = facts.status;
        lostAnswer = facts.lostAnswer;
        silentSince = facts.silentSince;
        heldUntil = facts.heldUntil;
        asked = List.copyOf(facts.asked);
        alarms.standsAs(facts.alarms);
        work.standsAs(facts.work);
        late = Set.copyOf(facts.letters.late);
        lost = Set.copyOf(facts.letters.lost);
        for (PromiseFacts.Entry entry : facts.promises.all) {
            if (entry.letter != null) {
                letters.put(entry.made.id(), entry.letter);
            }
        }
        reopened = facts.reopened;
        awaited = facts.awaited;
        confirmed = facts.confirmed;
        disputed = facts.disputed;
        wroteDuringCall = facts.wroteDuringCall;
        spokenToElsewhere = facts.spokenToElsewhere;
        agreedLast = facts.agreedLast;
        replyExpected = facts.promises.replyExpected;
        overdue = facts.promises.overdue;
        told = facts.promises.told;
    }

    @Nullable
    Instant heldUntil() {
        return heldUntil;
    }

    void restore(Facts facts) {
        facts.status = status;
        facts.lostAnswer = lostAnswer;
        facts.silentSince = silentSince;
        facts.heldUntil = heldUntil;
        facts.asked.clear();
        facts.asked.addAll(asked);
        facts.alarms.standsAs(alarms);
        facts.work.standsAs(work);
        facts.letters.late.clear();
        facts.letters.late.addAll(late);
        facts.letters.lost.clear();
        facts.letters.lost.addAll(lost);
        for (PromiseFacts.Entry entry : facts.promises.all) {
            entry.letter = letters.get(entry.made.id());
        }
        facts.reopened = reopened;
        facts.awaited = awaited;
        facts.confirmed = confirmed;
        facts.disputed = disputed;
        facts.wroteDuringCall = wroteDuringCall;
        facts.spokenToElsewhere = spokenToElsewhere;
        facts.agreedLast = agreedLast;
        facts.promises.replyExpected = replyExpected;
        facts.promises.overdue = overdue;
        facts.promises.told = told;
    }
}
