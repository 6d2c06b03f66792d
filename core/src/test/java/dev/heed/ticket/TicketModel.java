package dev.heed.ticket;

import static dev.heed.ticket.TicketStatus.CLOSED;
import static dev.heed.ticket.TicketStatus.NEW;
import static dev.heed.ticket.TicketStatus.OPEN;
import static dev.heed.ticket.TicketStatus.PENDING;
import static dev.heed.ticket.TicketStatus.SOLVED;

import dev.heed.hours.BusinessHours;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life of a ticket told a second time, as simply as it goes: a few fields, changed in place, and no events. */
final class TicketModel implements Cloneable {
    private static final BusinessHours HOURS = TicketStory.HOURS;
    private static final TicketPolicy POLICY = TicketStory.POLICY;

    /** Something promised and not yet kept. */
    record Owed(int id, PromiseKind kind, Instant due) {}

    /** A letter keeps what it tells of, or gives it another time. */
    record Told(MessageId letter, Owed was, @Nullable Owed instead) {}

    /** The command is not allowed. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    List<Owed> owed = new ArrayList<>();
    NoteModel notes = new NoteModel();
    TicketStatus status = NEW;
    boolean waiting = true;
    boolean overdue;
    boolean unreachable;
    int reopened;

    @Nullable
    AgentId owner;

    @Nullable
    Instant heldUntil;

    private final Instant openedAt;
    private int promised;
    private int promisedBefore;
    private boolean spokenTo;
    private boolean hasNumber;
    private boolean closedBySilence;
    private boolean closedByAgreement;
    private boolean goesOnElsewhere;
    private boolean complaint;
    private boolean confirmed;
    private boolean disputed;
    private boolean unanswered = true;
    private boolean answeredOnce;
    private boolean wroteDuringCall;
    private boolean byPhone;
    private int left;
    private Instant told;
    private @Nullable MessageId answer;
    private @Nullable MessageId lost;
    private @Nullable MessageId undelivered;
    private @Nullable AgentId caller;
    private Instant calledAt = Instant.MIN;
    private @Nullable Instant silentSince;
    private @Nullable Instant closesAt;
    /** The date that each reminder names which has not come back, nor come too late. */
    private Map<MessageId, Instant> reminders = new HashMap<>();

    private Map<MessageId, Instant> asked = new HashMap<>();
    private List<Told> letters = new ArrayList<>();
    private List<Told> unread = new ArrayList<>();
    private Set<MessageId> late = new HashSet<>();
    private Set<MessageId> gone = new HashSet<>();
    private List<MessageId> said = new ArrayList<>();
    private Set<MessageId> sent = new HashSet<>();
    private Set<MessageId> byPeople = new HashSet<>();
    private Set<Integer> broken = new HashSet<>();
    private Set<Integer> moved = new HashSet<>();
    private Set<Integer> withdrawn = new HashSet<>();

    TicketModel(Instant now, ExpectedReply expected) {
        openedAt = now;
        told = expected.at();
        owe(PromiseKind.REPLY, told);
    }

    /** The model afterwards; the same if it is not allowed. */
    TicketModel after(TicketCommand command, Instant now) {
        try {
            TicketModel next = (TicketModel) clone();
            next.owed = new ArrayList<>(owed);
            next.notes = notes.copy();
            next.reminders = new HashMap<>(reminders);
            next.asked = new HashMap<>(asked);
            next.letters = new ArrayList<>(letters);
            next.unread = new ArrayList<>(unread);
            next.late = new HashSet<>(late);
            next.gone = new HashSet<>(gone);
            next.said = new ArrayList<>(said);
            next.sent = new HashSet<>(sent);
            next.byPeople = new HashSet<>(byPeople);
            next.broken = new HashSet<>(broken);
            next.moved = new HashSet<>(moved);
            next.withdrawn = new HashSet<>(withdrawn);
            next.happens(command, now);
            return next;
        } catch (Refused refused) {
            return this;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    private void happens(TicketCommand command, Instant now) {
        if (command instanceof ConversationCommand.Receive it) {
            said.add(it.message().id());
            if (!it.message().automatic()) {
                customerWrites(it);
            }
        } else if (command instanceof ConversationCommand.Acknowledge it) {
            if (waiting) {
                send(it.message().id());
            }
        } else if (command instanceof ConversationCommand.BotMessage it) {
            send(it.message().id());
        } else if (command instanceof NoteCommand it) {
            refuseIf(!notes.takes(it, now));
        } else if (command instanceof ConversationCommand.Answer it) {
            answered(it.message().id(), it.commitments(), now);
        } else if (command instanceof TimeCommand.Remind it && reminderIsDue(now)) {
            send(it.message().id());
            reminders.put(it.message().id(), it.closesAt());
            silentSince = now;
            closesAt = it.closesAt();
        } else if (command instanceof DeliveryCommand.RecordDelivery it) {
            arrived(it.message(), now);
        } else if (command instanceof DeliveryCommand.RecordDelay it) {
            if ((status != CLOSED || goesOnElsewhere) && sent.contains(it.message()) && !late.contains(it.message())) {
                late.add(it.message());
                int behind = Math.max(left, said.indexOf(it.message()) + 1);
                said.subList(behind, said.size()).stream()
                        .filter(byPeople::contains)
                        .forEach(late::add);
                if (goesOnElsewhere) {
                    letters.removeIf(one -> late.contains(one.letter));
                    unanswered |= late.contains(answer) && !byPhone;
                }
            }
        } else if (command instanceof DeliveryCommand.RecordFailure it) {
            notArrived(it.message(), false, now);
        } else if (command instanceof DeliveryCommand.RecordBounce it) {
            notArrived(it.message(), true, now);
        } else if (command instanceof DeliveryCommand.RecordRedrive it) {
            refuseIf(unread.stream()
                    .anyMatch(one -> one.letter.equals(it.message())
                            && one.instead != null
                            && (status == CLOSED || !(owed.contains(one.was) || broken.contains(one.was.id)))));
            undelivered = it.message().equals(undelivered) ? null : undelivered;
        } else if (command instanceof DeliveryCommand.RecordUnreachable) {
            cannotBeReached();
        } else if (command instanceof DeliveryCommand.RecordOwedElsewhere it) {
            owedHereSince(it, now);
        } else if (command instanceof TimeCommand.Wake it) {
            timePasses(it.fallback(), it.listening(), now);
            notes.timePasses(now);
        } else if (!owner(command)) {
            promisesAndCalls(command, now);
        }
    }

    private void send(MessageId message) {
        said.add(message);
        sent.add(message);
    }

    private void leaves(MessageId message) {
        left = Math.max(left, said.indexOf(message) + 1);
    }

    private void owedHereSince(DeliveryCommand.RecordOwedElsewhere unread, Instant now) {
        boolean nothing = unread.expected().isEmpty() && unread.owed().isEmpty();
        if (nothing || (status == CLOSED && !closedBySilence)) {
            return;
        }
        if (status == CLOSED || (status == SOLVED && unread.expected().isPresent())) {
            opensAgain();
            status = OPEN;
        }
        breakWhat(one -> one.due.isBefore(now), now);
        goesOnHere(now);
        spokenTo = true;
        unread.expected().ifPresent(expected -> absorb(expected.at()));
        unread.owed().forEach(one -> owe(one.kind(), one.due()));
    }

    private void goesOnHere(Instant now) {
        confirmed = false;
        silence(silentSince == null ? null : now);
    }

    private void customerWrites(ConversationCommand.Receive receive) {
        if (status == SOLVED || status == CLOSED) {
            opensAgain();
        }
        unreachable = false;
        disputed |= receive.disputes();
        hasAsked();
        expect(receive.expected().at());
    }

    private void cannotBeReached() {
        if (status == CLOSED && closedBySilence) {
            opensAgain();
            status = OPEN;
        }
        unreachable |= status != CLOSED;
    }

    private void opensAgain() {
        reopened++;
        goesOnElsewhere = false;
        confirmed = false;
    }

    private void hasAsked() {
        wroteDuringCall = caller != null;
        byPhone = false;
        status = status == NEW ? NEW : OPEN;
        unanswered = true;
        lost = null;
        heldUntil = null;
        confirmed = false;
        silence(null);
    }

    private void answered(MessageId message, Commitments also, Instant now) {
        refuseIf(status == CLOSED
                && (also.resolution().isPresent() || !also.promises().isEmpty()));
        breakWhat(one -> one.due.isBefore(now), now);
        also.renegotiations().forEach(it -> {
            Owed old = open(it.promise());
            refuseIf(!old.kind.madeByAgents()
                    || old.due.isBefore(now)
                    || !it.due().isAfter(now));
        });
        also.kept().forEach(kept -> {
            refuseIf(kept.value() > promised || moved.contains(kept.value()));
            toldAnew(message, now, one -> one.id == kept.value());
            find(kept).filter(one -> one.kind.madeByAgents()).ifPresent(one -> keptBy(message, one));
        });
        if (status != CLOSED) {
            status = also.resolution().isPresent() ? SOLVED : PENDING;
        }
        answer = message;
        answeredOnce = true;
        byPhone = false;
        wroteDuringCall = false;
        byPeople.add(message);
        send(message);
        if (!late.isEmpty()) {
            late.add(message);
        }
        lost = null;
        heldUntil = null;
        nobodyWaits(message, now);
        if (status != CLOSED) {
            silence(now);
        }
        toldAnew(message, now, one -> one.kind == PromiseKind.APOLOGY && also.apology());
        owed.stream()
                .filter(one -> one.kind == PromiseKind.APOLOGY && also.apology())
                .toList()
                .forEach(one -> keptBy(message, one));
        also.renegotiations().forEach(it -> {
            Owed old = open(it.promise());
            owed.remove(old);
            moved.add(old.id);
            letters.add(new Told(message, old, owe(old.kind, it.due())));
        });
        also.promises().forEach(it -> {
            refuseIf(!it.due().isAfter(now));
            owe(it.kind(), it.due());
        });
        closeIfConfirmed();
    }

    /** What a letter in a queue was to tell is told by another one. */
    private void toldAnew(MessageId letter, Instant now, Predicate<Owed> what) {
        letters.stream()
                .filter(one -> one.instead == null && late.contains(one.letter) && what.test(one.was))
                .filter(one -> !one.was.due.isBefore(now))
                .toList()
                .forEach(one -> {
                    owedAgain(one);
                    keptBy(letter, one.was);
                });
    }

    private void nobodyWaits(MessageId letter, Instant now) {
        toldAnew(letter, now, one -> one.kind == PromiseKind.REPLY);
        unanswered = false;
        waiting = false;
        overdue = false;
        owed.stream().filter(one -> one.kind == PromiseKind.REPLY).toList().forEach(one -> keptBy(letter, one));
    }

    private void keptBy(MessageId letter, Owed one) {
        owed.remove(one);
        if (one.kind == PromiseKind.REPLY) {
            List<Owed> others = owed.stream()
                    .filter(other -> other.kind == PromiseKind.REPLY)
                    .toList();
            waiting = !others.isEmpty();
            others.forEach(other -> told = other.due);
        }
        if (one.kind == PromiseKind.REPLY || one.kind == PromiseKind.FIND_OUT || one.kind == PromiseKind.APOLOGY) {
            Told told = new Told(letter, one, null);
            letters.add(told);
            unread.remove(told);
        }
    }

    private boolean tellsOfAny(MessageId letter) {
        return Stream.concat(letters.stream(), unread.stream()).anyMatch(one -> one.letter.equals(letter));
    }

    /** Whether somebody would be owed something if the letter did not arrive. */
    private boolean counts(Told one) {
        if (one.instead != null) {
            return owed.contains(one.instead)
                    || letters.stream().anyMatch(later -> later.was.equals(one.instead) && isUnread(later));
        }
        boolean last = one.letter.equals(answer) || (answer != null && isTroubled(answer));
        return one.was.kind != PromiseKind.REPLY || (last && (!waiting || told.isAfter(one.was.due)));
    }

    private boolean isTroubled(MessageId letter) {
        return late.contains(letter) || gone.contains(letter);
    }

    private boolean isUnread(Told one) {
        return isTroubled(one.letter) && counts(one);
    }

    /** Two questions want one answer, by the earlier time. */
    private void owedAgainInsteadOfLater(Told one) {
        List<Owed> later = one.was.kind == PromiseKind.REPLY
                ? owed.stream().filter(other -> other.kind == PromiseKind.REPLY).toList()
                : List.of();
        owedAgain(one);
        owed.removeAll(later);
        later.forEach(other -> moved.add(other.id));
    }

    private void owedAgain(Told one) {
        letters.remove(one);
        unread.add(one);
        owed.add(one.was);
        moved.remove(one.was.id);
        if (one.was.kind == PromiseKind.REPLY) {
            waiting = true;
            overdue = false;
            told = one.was.due;
        }
    }

    private void nobodyReads(Told one, Instant now) {
        boolean lateAlready = owed.stream().anyMatch(it -> it.kind == PromiseKind.REPLY && it.due.isBefore(now));
        boolean waitsStill = (one.instead != null && !owed.contains(one.instead))
                || (one.was.kind == PromiseKind.REPLY && (lateAlready || (answer != null && late.contains(answer))));
        if (letters.contains(one) && counts(one) && !waitsStill) {
            owedAgainInsteadOfLater(one);
            withdraw(one.instead);
            List.copyOf(letters).stream()
                    .filter(earlier -> one.was.equals(earlier.instead) && gone.contains(earlier.letter))
                    .forEach(it -> nobodyReads(it, now));
        }
    }

    private void withdraw(@Nullable Owed one) {
        if (one != null && owed.remove(one)) {
            withdrawn.add(one.id);
        }
    }

    private void somebodyReads(Told one, Instant now) {
        if (withdrawn.contains(one.was.id) && !one.was.due.isBefore(now)) {
            unread.stream()
                    .filter(origin -> one.was.equals(origin.instead) && gone.contains(origin.letter))
                    .findFirst()
                    .ifPresent(origin -> somebodyReads(new Told(one.letter, origin.was, origin.instead), now));
        }
        if (one.instead == null) {
            if (owed.contains(one.was) && one.was.kind != PromiseKind.REPLY) {
                keptBy(one.letter, one.was);
            }
            letters.stream()
                    .filter(other -> other.was.equals(one.was) && other.instead == null)
                    .filter(other -> isUnread(other) && !one.was.due.isBefore(now))
                    .findFirst()
                    .ifPresent(other -> {
                        owedAgain(other);
                        keptBy(one.letter, one.was);
                    });
        } else if (owed.contains(one.was) ? !one.was.due.isBefore(now) : broken.contains(one.was.id)) {
            if (withdrawn.remove(one.instead.id)) {
                owed.add(one.instead);
            }
            if (owed.remove(one.was)) {
                moved.add(one.was.id);
                unread.remove(one);
                letters.add(one);
            }
        }
    }

    private void silence(@Nullable Instant since) {
        silentSince = since;
        closesAt = null;
        reminders.clear();
        asked.clear();
    }

    private void arrived(MessageId message, Instant now) {
        unreachable &= message.equals(undelivered);
        boolean answers = message.equals(lost);
        boolean afterAll = answers || late.contains(message) || gone.contains(message);
        if (afterAll) {
            breakWhat(one -> one.due.isBefore(now), now);
        }
        late.remove(message);
        gone.remove(message);
        leaves(message);
        if (message.equals(answer)) {
            letters.removeIf(one -> one.was.kind == PromiseKind.REPLY && !one.letter.equals(answer));
        }
        if (answers) {
            lost = null;
            unanswered = false;
            waiting = false;
            overdue = false;
            silence(now);
            status = heldUntil == null ? PENDING : status;
        } else if (message.equals(answer) && !unanswered) {
            waiting = false;
            overdue = false;
        }
        if (afterAll && status != CLOSED) {
            unread.stream().filter(one -> one.letter.equals(message)).toList().forEach(one -> somebodyReads(one, now));
            if (answers) {
                nobodyWaits(message, now);
            }
        }
        closeIfConfirmed();
        if (reminders.containsKey(message) && !asked.containsKey(message)) {
            if (reminders.get(message).isAfter(now)) {
                asked.put(message, now);
            } else {
                reminders.remove(message);
            }
        }
    }

    private void notArrived(MessageId message, boolean cameBack, Instant now) {
        breakWhat(one -> one.due.isBefore(now), now);
        boolean reminder = reminders.containsKey(message);
        boolean mattered = letters.stream().anyMatch(one -> one.letter.equals(message) && counts(one));
        boolean heard = closedBySilence
                ? mattered || reminder || (message.equals(answer) && !byPhone)
                : mattered && closedByAgreement;
        if (status == CLOSED && heard) {
            opensAgain();
            status = OPEN;
        }
        if (cameBack || reminder) {
            unreachable = true;
            undelivered = message;
        }
        if (reminder) {
            reminders.remove(message);
            asked.remove(message);
        } else if (message.equals(answer) && !byPhone && !unanswered && status != CLOSED) {
            lost = message;
            unanswered = true;
            heldUntil = null;
            status = OPEN;
        }
        late.remove(message);
        leaves(message);
        if (tellsOfAny(message)) {
            gone.add(message);
        } else {
            gone.remove(message);
        }
        if (goesOnElsewhere) {
            letters.removeIf(one -> one.letter.equals(message));
            unanswered |= message.equals(answer) && !byPhone;
        }
        if (status != CLOSED) {
            unread.stream().filter(one -> one.letter.equals(message)).toList().forEach(one -> withdraw(one.instead));
            letters.stream()
                    .filter(one -> one.letter.equals(message))
                    .sorted(Comparator.comparing(one -> one.was.due))
                    .toList()
                    .forEach(it -> nobodyReads(it, now));
            letters.stream()
                    .filter(one -> gone.contains(one.letter) && one.was.kind == PromiseKind.REPLY)
                    .toList()
                    .forEach(it -> nobodyReads(it, now));
        }
        if (unanswered && status != CLOSED) {
            expect(told);
        }
        closeIfConfirmed();
    }

    private boolean silenceCounts() {
        return (status == PENDING || status == SOLVED)
                && silentSince != null
                && owed.isEmpty()
                && late.isEmpty()
                && !disputed
                && !unreachable
                && caller == null;
    }

    private boolean reminderIsDue(Instant now) {
        if (silentSince == null || !silenceCounts() || reminders.size() >= 2) {
            return false;
        }
        Instant at = HOURS.closingAfter(silentSince, 2);
        return !at.isAfter(now) && (owner != null || !ownedBy().isBefore(at));
    }

    private Instant ownedBy() {
        return HOURS.plus(openedAt, POLICY.ownedWithin());
    }

    private void timePasses(AgentId fallback, boolean listening, Instant now) {
        if (status == CLOSED) {
            return;
        }
        if (owner == null && !ownedBy().isAfter(now)) {
            owner = fallback;
        }
        breakWhat(one -> !one.due.isAfter(now), now);
        if (heldUntil != null && !heldUntil.isAfter(now)) {
            heldUntil = null;
            status = OPEN;
        }
        if (listening
                && silenceCounts()
                && silentSince != null
                && closesAt != null
                && asked.keySet().equals(reminders.keySet())
                && reminders.size() == 2) {
            Instant last = Collections.max(asked.values());
            Instant from = last.isAfter(silentSince) ? last : silentSince;
            if (!HOURS.closingAfter(from, 3).isAfter(now) && !closesAt.isAfter(now)) {
                closeButKeep(List.copyOf(letters), List.copyOf(unread), Set.copyOf(gone), Set.of());
                closedBySilence = true;
            }
        }
    }

    private boolean owner(TicketCommand command) {
        if (command instanceof OwnershipCommand.Take it) {
            refuseIf(owner != null && !owner.equals(it.owner()));
            owner = it.owner();
        } else if (command instanceof TicketCommand.Overrule it && it.command() instanceof OwnershipCommand.Take take) {
            owner = take.owner();
        } else if (command instanceof OwnershipCommand.Route it) {
            owner = it.owner();
        } else if (command instanceof OwnershipCommand.HandOver it) {
            refuseIf(it.summary().isBlank());
            owner = it.owner();
        } else if (command instanceof OwnershipCommand.Deputise it) {
            owner = it.absent().equals(owner) && status != CLOSED ? it.deputy() : owner;
        } else if (command instanceof LifecycleCommand.Classify it) {
            refuseIf(complaint && it.kind() != TicketKind.COMPLAINT && !it.byOwner());
            complaint = it.kind() == TicketKind.COMPLAINT;
        } else if (command instanceof FilingCommand.SetFields it) {
            refuseIf(it.changes().stream()
                    .anyMatch(change -> it.declared().find(change.field()).isEmpty()));
        } else if (command instanceof FilingCommand.ClearFields it) {
            refuseIf(it.fields().stream()
                    .anyMatch(field -> it.declared().find(field).isEmpty()));
        } else {
            return false;
        }
        return true;
    }

    private void promisesAndCalls(TicketCommand command, Instant now) {
        if (command instanceof LifecycleCommand.Hold it) {
            refuseIf(status == SOLVED || status == CLOSED || !it.until().isAfter(now));
            breakWhat(one -> one.due.isBefore(now), now);
            refuseIf(owed.stream().anyMatch(one -> one.due.isBefore(it.until())));
            heldUntil = it.until();
            status = TicketStatus.ON_HOLD;
        } else if (command instanceof SnoozeCommand.PutOff it) {
            putOff(it, now);
        } else if (command instanceof PromiseCommand.KeepPromise it) {
            breakWhat(one -> one.due.isBefore(now), now);
            if (find(it.promise()).isEmpty() && toldOnThePhone(it.promise())) {
                return;
            }
            Owed kept = open(it.promise());
            refuseIf(!kept.kind.madeByAgents() || (kept.kind == PromiseKind.FIND_OUT && caller == null));
            owed.remove(kept);
            closeIfConfirmed();
        } else if (command instanceof PromiseCommand.ReleasePromise it) {
            breakWhat(one -> one.due.isBefore(now), now);
            refuseIf(!it.customer().equals(TicketStory.CUSTOMER) || it.promise().value() > promised);
            find(it.promise()).ifPresent(released -> {
                refuseIf(released.kind == PromiseKind.REPLY || (released.kind == PromiseKind.APOLOGY && overdue));
                unread.removeIf(one -> released.equals(one.instead) && !gone.contains(one.letter));
                withdraw(released);
            });
            closeIfConfirmed();
        } else if (command instanceof LifecycleCommand.Absorb it) {
            refuseIf(status == CLOSED);
            breakWhat(one -> one.due.isBefore(now), now);
            goesOnHere(now);
            disputed |= it.disputed();
            spokenTo |= it.spokenTo();
            it.expected().ifPresent(expected -> {
                reopened += status == SOLVED ? 1 : 0;
                absorb(expected.at());
            });
        } else if (command instanceof CallCommand.StartCall it) {
            callStarts(it.by(), now);
            hasNumber = it.intake().number().isPresent();
        } else if (command instanceof CallCommand.EndCall it) {
            callEnds(it, now);
        } else if (command instanceof LifecycleCommand.Confirm && status != CLOSED && !confirmed) {
            refuseIf(unanswered || !answeredOnce);
            breakWhat(one -> one.due.isBefore(now), now);
            confirmed = true;
            letters.clear();
            closeIfConfirmed();
        } else if (command instanceof LifecycleCommand.Exempt it) {
            refuseIf(status == CLOSED && it.exemption() != Exemption.CUSTOMER_ERASED);
            if (it.exemption() == Exemption.CUSTOMER_ERASED) {
                notes.awaited.clear();
            }
            if (status != CLOSED) {
                exempt(it.exemption(), now);
            }
        }
    }

    /** What is owed is not put off; an hour before, somebody has to see it. */
    private void putOff(SnoozeCommand.PutOff off, Instant now) {
        refuseIf(status == CLOSED || caller != null || (owner != null && !owner.equals(off.by())));
        refuseIf(off.memo().length() > Snooze.LONGEST_MEMO);
        refuseIf(!off.until().isAfter(now) || off.until().isAfter(now.plus(Duration.ofDays(366))));
        breakWhat(one -> one.due.isBefore(now), now);
        refuseIf(overdue || unreachable || owed.stream().anyMatch(one -> one.kind == PromiseKind.APOLOGY));
        Instant seen = off.until().plus(POLICY.showAgainBefore());
        refuseIf(owed.stream().anyMatch(one -> one.due.isBefore(seen)));
        refuseIf(!late.isEmpty() && letters.stream().anyMatch(one -> isUnread(one) && one.was.due.isBefore(seen)));
        refuseIf(heldUntil != null && heldUntil.isBefore(off.until()));
        owner = owner == null ? off.by() : owner;
    }

    private void absorb(Instant at) {
        hasAsked();
        List<Owed> tooLate = owed.stream()
                .filter(one -> one.kind == PromiseKind.REPLY && one.due.isAfter(at))
                .toList();
        tooLate.forEach(one -> moved.add(one.id));
        boolean sooner = owed.removeAll(tooLate);
        if (sooner || !waiting) {
            waiting = false;
            expect(at);
        }
    }

    private void callStarts(AgentId by, Instant now) {
        refuseIf(caller != null);
        breakWhat(one -> one.due.isBefore(now), now);
        spokenTo = true;
        if (status == SOLVED || status == CLOSED) {
            opensAgain();
            status = OPEN;
            if (unanswered) {
                expect(told);
            }
        }
        confirmed = false;
        wroteDuringCall = false;
        promisedBefore = promised;
        caller = by;
        calledAt = now;
        silence(silentSince == null ? null : now);
        owner = owner == null ? by : owner;
    }

    private void callEnds(CallCommand.EndCall end, Instant now) {
        refuseIf(caller == null || !(end.by().equals(caller) || end.by().equals(owner)));
        breakWhat(one -> one.due.isBefore(now), now);
        caller = null;
        silence(silentSince == null ? null : now);
        if (end.outcome() instanceof CallOutcome.Solved) {
            solvedOnThePhone(now);
        }
        if (end.outcome() instanceof CallOutcome.Dropped) {
            owed.removeIf(one -> isThisCall(one) && !one.due.isAfter(now));
            letters.stream()
                    .filter(one -> isUnread(one))
                    .filter(one -> isThisCall(one.was) && !one.was.due.isAfter(now))
                    .toList()
                    .forEach(one -> {
                        owedAgain(one);
                        owed.remove(one.was);
                    });
            owe(hasNumber ? PromiseKind.CALLBACK : PromiseKind.FIND_OUT, now.plusSeconds(300));
        } else {
            owed.removeIf(this::isThisCall);
        }
        if (end.outcome() instanceof CallOutcome.CallbackPromised it) {
            refuseIf(!it.due().isAfter(now));
            owe(PromiseKind.CALLBACK, it.due());
        } else if (end.outcome() instanceof CallOutcome.WarmTransfer it) {
            owner = it.to();
        }
        closeIfConfirmed();
    }

    private void solvedOnThePhone(Instant now) {
        if (!wroteDuringCall) {
            unanswered = false;
            waiting = false;
            overdue = false;
            answeredOnce = true;
            byPhone = true;
            letters.removeIf(one -> one.was.kind == PromiseKind.REPLY);
            lost = null;
            heldUntil = null;
            silence(now);
            status = SOLVED;
        }
        if (!unanswered && owed.removeIf(one -> one.kind == PromiseKind.REPLY)) {
            waiting = false;
        }
    }

    private void exempt(Exemption exemption, Instant now) {
        if (exemption != Exemption.CUSTOMER_ERASED) {
            refuseIf(complaint || caller != null);
            breakWhat(one -> one.due.isBefore(now), now);
            refuseIf(exemption == Exemption.SPAM && (answeredOnce || spokenTo));
            refuseIf(exemption == Exemption.DUPLICATE && owed.stream().anyMatch(one -> one.kind != PromiseKind.REPLY));
            refuseIf(exemption == Exemption.DUPLICATE
                    && letters.stream()
                            .anyMatch(one -> !late.isEmpty() && isUnread(one) && one.was.kind != PromiseKind.REPLY));
        }
        if (exemption == Exemption.DUPLICATE) {
            goesOnInAnother();
        } else {
            close();
        }
    }

    private void goesOnInAnother() {
        waiting &= owed.stream().noneMatch(one -> one.kind == PromiseKind.REPLY);
        owed.forEach(it -> unread.removeIf(one -> it.equals(one.instead) && !gone.contains(one.letter)));
        List.copyOf(owed).forEach(this::withdraw);
        boolean waitsThere =
                !late.isEmpty() && letters.stream().anyMatch(one -> one.was.kind == PromiseKind.REPLY && isUnread(one));
        unanswered |= waitsThere;
        letters.removeIf(one -> waitsThere && one.was.kind == PromiseKind.REPLY);
        closeButKeep(List.copyOf(letters), List.copyOf(unread), Set.copyOf(gone), Set.of());
        goesOnElsewhere = true;
    }

    private void closeButKeep(List<Told> still, List<Told> undone, Set<MessageId> lostSoFar, Set<MessageId> waiting) {
        close();
        letters.addAll(still);
        unread.addAll(undone);
        gone.addAll(lostSoFar);
        late.addAll(waiting);
    }

    private void closeIfConfirmed() {
        boolean nothingWaits =
                letters.isEmpty() || said.subList(left, said.size()).stream().noneMatch(byPeople::contains);
        if (confirmed && status != CLOSED && caller == null && owed.isEmpty() && nothingWaits) {
            List<Told> still = List.copyOf(letters);
            closeButKeep(still, List.copyOf(unread), Set.copyOf(gone), Set.copyOf(late));
            closedByAgreement = true;
            disputed = false;
        }
    }

    private void close() {
        closedBySilence = false;
        closedByAgreement = false;
        goesOnElsewhere = false;
        List.copyOf(owed).forEach(this::withdraw);
        letters.clear();
        unread.clear();
        late.clear();
        gone.clear();
        status = CLOSED;
        waiting = false;
        overdue = false;
        lost = null;
        caller = null;
        heldUntil = null;
    }

    private void expect(Instant due) {
        if (!waiting) {
            waiting = true;
            told = due;
            owe(PromiseKind.REPLY, due);
        }
    }

    private Owed owe(PromiseKind kind, Instant due) {
        Owed one = new Owed(++promised, kind, due);
        owed.add(one);
        spokenTo |= kind.madeByAgents();
        return one;
    }

    private void breakWhat(Predicate<Owed> late, Instant now) {
        Predicate<Owed> talkedAbout = one -> isThisCall(one) && caller != null && !one.due.isBefore(calledAt);
        breakWhatIsOwed(late.and(talkedAbout.negate()), now);
        letters.stream()
                .filter(one -> status != CLOSED && !this.late.isEmpty() && isUnread(one))
                .filter(one -> late.test(one.was) && !talkedAbout.test(one.was))
                .sorted(Comparator.comparing(one -> one.was.due))
                .toList()
                .forEach(this::notReadInTime);
        breakWhatIsOwed(late.and(talkedAbout.negate()), now);
    }

    private void breakWhatIsOwed(Predicate<Owed> late, Instant now) {
        for (Owed one : owed.stream().filter(late).toList()) {
            owed.remove(one);
            broken.add(one.id);
            confirmed = false;
            if (one.kind == PromiseKind.REPLY) {
                overdue = true;
                letters.removeIf(told -> told.was.kind == PromiseKind.REPLY);
            }
            owe(PromiseKind.APOLOGY, HOURS.plus(now, POLICY.apologiseWithin()));
        }
    }

    private void notReadInTime(Told one) {
        if (letters.contains(one) && isUnread(one)) {
            owedAgainInsteadOfLater(one);
            if (gone.contains(one.letter) && one.instead != null) {
                letters.stream()
                        .filter(later -> later.was.equals(one.instead) && isUnread(later))
                        .findFirst()
                        .ifPresent(this::owedAgain);
                withdraw(one.instead);
            }
        }
    }

    private boolean toldOnThePhone(PromiseId id) {
        List<Told> waiting = letters.stream()
                .filter(one -> caller != null && !late.isEmpty() && one.was.id == id.value())
                .filter(one -> one.instead == null && one.was.kind == PromiseKind.FIND_OUT && isUnread(one))
                .toList();
        waiting.forEach(one -> {
            owedAgain(one);
            owed.remove(one.was);
        });
        return !waiting.isEmpty();
    }

    private boolean isThisCall(Owed one) {
        return one.kind == PromiseKind.CALLBACK && one.id <= promisedBefore;
    }

    private Owed open(PromiseId id) {
        return find(id).orElseThrow(Refused::new);
    }

    private Optional<Owed> find(PromiseId id) {
        return owed.stream().filter(one -> one.id == id.value()).findFirst();
    }

    private static void refuseIf(boolean refused) {
        if (refused) {
            throw new Refused();
        }
    }
}
