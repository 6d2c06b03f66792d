package dev.heed.testkit.simulation;

import dev.heed.promise.Promise;
import dev.heed.ticket.TicketPolicy;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has to happen to a ticket by itself, and when: the table of docs/tickets.md, told a second time. */
final class Due {
    private static final int OFTEN = 8;
    private static final String CLOSING = "the closing";
    private static final String REMINDER = "a reminder to the customer";

    private final Setting setting;
    private final Facts facts;
    private @Nullable Instant at;
    private String what = "nothing";

    private Due(Setting setting, Facts facts) {
        this.setting = setting;
        this.facts = facts;
    }

    /** What comes next, and when. */
    record Next(String what, Instant at) {
        /** Whether it is for who can be heard and says nothing. */
        boolean isForTheSilent() {
            return what.equals(CLOSING) || what.equals(REMINDER);
        }
    }

    /** Empty only for a closed ticket on which nothing is awaited of colleagues. */
    static Optional<Next> next(Setting setting, Facts facts) {
        Due due = new Due(setting, facts);
        if (!facts.isClosed()) {
            due.forTheCustomer();
        }
        for (NoteFacts.Open open : facts.notes.open.values()) {
            due.offer("a reminder of note " + open.note.id(), NoteFacts.remindAt(setting, open));
        }
        return due.at == null ? Optional.empty() : Optional.of(new Next(due.what, due.at));
    }

    private void forTheCustomer() {
        promises();
        alarm();
        if (facts.heldUntil != null) {
            offer("the end of the hold", facts.heldUntil);
        }
        if (facts.onThePhone != null && facts.calledAt != null && !facts.callForgotten) {
            offer("the end of a call", facts.calledAt.plus(setting.endCallWithin));
        }
        facts.letters.orders.next().ifPresent(when -> offer("an answer that was ordered", when));
        silence();
        snooze();
        if (at == null) {
            offer("a look", setting.hours.endOfDay(facts.changedAt, 1));
        }
        if (facts.work.inHandSince != null && !facts.work.expertAsked) {
            offer("an expert", setting.hours.after(facts.work.inHandSince, setting.consultExpertAfter));
        }
        if (facts.owner == null) {
            offer("an owner", setting.hours.after(facts.opened.at(), setting.policy.ownedWithin()));
        }
    }

    /** While somebody can still keep what is due. */
    private void snooze() {
        facts.snoozes.until().ifPresent(until -> {
            offer("the end of a snooze", until);
            for (PromiseFacts.Entry entry : facts.promises.open()) {
                offer("the end of a snooze", entry.made.due().minus(setting.policy.showAgainBefore()));
            }
            for (Promise settled : facts.letters.atStake(facts)) {
                offer("the end of a snooze", settled.due().minus(setting.policy.showAgainBefore()));
            }
        });
    }

    private void offer(String name, Instant when) {
        if (at == null || when.isBefore(at)) {
            at = when;
            what = name;
        }
    }

    private void promises() {
        for (Promise settled : facts.letters.atStake(facts)) {
            offer("promise " + settled.id() + " with its letter in a queue", settled.due());
        }
        for (PromiseFacts.Entry entry : facts.promises.open()) {
            if (facts.isBeingKept(entry.made)) {
                continue;
            }
            offer("promise " + entry.made.id(), entry.made.due());
            for (int percent : setting.remindAtPercent) {
                Instant reminder = reminderAt(setting, entry, percent);
                if (percent > entry.reminded && reminder.isBefore(entry.made.due())) {
                    offer("a reminder of promise " + entry.made.id(), reminder);
                }
            }
        }
    }

    /** When its owner is reminded of a promise: after that part of its time, when somebody works. */
    static Instant reminderAt(Setting setting, PromiseFacts.Entry entry, int percent) {
        long whole = Duration.between(entry.made.madeAt(), entry.made.due()).toMillis();
        return setting.hours.opening(entry.made.madeAt().plusMillis(whole / 100 * percent));
    }

    private void alarm() {
        if (facts.alarmed()) {
            Duration every = setting.policy.escalateEvery();
            Instant last = facts.alarms.at;
            offer(
                    "an alarm",
                    last == null
                            ? facts.changedAt
                            : setting.hours.after(
                                    last, facts.alarms.count < OFTEN ? every : every.multipliedBy(OFTEN)));
        }
    }

    private void silence() {
        Instant since = facts.silentSince;
        if (since == null || !silenceCounts(facts)) {
            return;
        }
        TicketPolicy policy = setting.policy;
        if (facts.asking().size() < policy.silence().reminders()) {
            offer(REMINDER, remindAt(setting, facts));
        } else {
            closeAt(setting, facts).ifPresent(when -> offer(CLOSING, when));
        }
    }

    static boolean silenceCounts(Facts facts) {
        return (facts.status == TicketStatus.PENDING || facts.status == TicketStatus.SOLVED)
                && facts.promises.noneOpen()
                && !facts.disputed
                && !facts.unreachable
                && facts.lostAnswer == null
                && facts.letters.late.isEmpty()
                && facts.letters.orders.isEmpty()
                && facts.onThePhone == null;
    }

    private static Instant lastWord(Facts facts) {
        Instant answered = java.util.Objects.requireNonNull(facts.silentSince, "nobody has answered");
        return facts.asked.isEmpty() ? answered : facts.asked.get(facts.asked.size() - 1).at;
    }

    /** Before then the customer is not asked again. */
    static Instant remindAt(Setting setting, Facts facts) {
        return setting.hours.endOfDay(lastWord(facts), setting.policy.silence().remindAfter());
    }

    /** Before then silence does not count: business days after the last question, and after the last that arrived in time. */
    static Optional<Instant> closeAt(Setting setting, Facts facts) {
        if (facts.asking().stream().anyMatch(one -> one.deliveredAt == null)) {
            return Optional.empty();
        }
        Optional<Instant> arrived = facts.asking().stream()
                .flatMap(one -> Optional.ofNullable(one.deliveredAt).stream())
                .max(Instant::compareTo);
        return arrived.map(told -> {
            Instant last = lastWord(facts);
            Instant from = told.isAfter(last) ? told : last;
            Instant elapsed =
                    setting.hours.endOfDay(from, setting.policy.silence().closeAfter());
            Instant named = facts.asked.get(facts.asked.size() - 1).closesAt;
            return named.isAfter(elapsed) ? named : elapsed;
        });
    }
}
