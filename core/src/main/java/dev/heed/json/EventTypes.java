package dev.heed.json;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.heed.error.InvalidInputException;
import dev.heed.ticket.ApprovalEvent.ApprovalDecided;
import dev.heed.ticket.ApprovalEvent.ApprovalExpired;
import dev.heed.ticket.ApprovalEvent.ApprovalReminded;
import dev.heed.ticket.ApprovalEvent.ApprovalRequested;
import dev.heed.ticket.ApprovalEvent.ApprovalUsed;
import dev.heed.ticket.ApprovalEvent.ApprovalWithdrawn;
import dev.heed.ticket.CallEvent.CallEnded;
import dev.heed.ticket.CallEvent.CallStarted;
import dev.heed.ticket.ConversationEvent.Acknowledged;
import dev.heed.ticket.ConversationEvent.AcknowledgementWithheld;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.BotWrote;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.DeliveryDelayed;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.ConversationEvent.Redriven;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.ConversationEvent.Unreachable;
import dev.heed.ticket.FilingEvent.FieldCleared;
import dev.heed.ticket.FilingEvent.FieldSet;
import dev.heed.ticket.FilingEvent.ReferencesAdded;
import dev.heed.ticket.FilingEvent.ReferencesRemoved;
import dev.heed.ticket.FilingEvent.TagsAdded;
import dev.heed.ticket.FilingEvent.TagsRemoved;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.CustomerConfirmed;
import dev.heed.ticket.LifecycleEvent.DecidedAgainst;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.LifecycleEvent.Erased;
import dev.heed.ticket.LifecycleEvent.Held;
import dev.heed.ticket.LifecycleEvent.HoldEnded;
import dev.heed.ticket.LifecycleEvent.Imported;
import dev.heed.ticket.LifecycleEvent.KindChanged;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.LifecycleEvent.Reopened;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.ListeningEvent.ConsentGiven;
import dev.heed.ticket.ListeningEvent.ConsentWithdrawn;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.ListeningEvent.FactOutdated;
import dev.heed.ticket.ListeningEvent.MoodSet;
import dev.heed.ticket.ListeningEvent.PrioritySet;
import dev.heed.ticket.ListeningEvent.RootCauseFound;
import dev.heed.ticket.ListeningEvent.StatementConfirmed;
import dev.heed.ticket.ListeningEvent.StatementCorrected;
import dev.heed.ticket.ListeningEvent.StatementSent;
import dev.heed.ticket.ListeningEvent.StepDone;
import dev.heed.ticket.ListeningEvent.UnderstandingTakenOver;
import dev.heed.ticket.NoteEvent.AskedToo;
import dev.heed.ticket.NoteEvent.NoteAcknowledged;
import dev.heed.ticket.NoteEvent.NoteAdded;
import dev.heed.ticket.NoteEvent.NoteMoved;
import dev.heed.ticket.NoteEvent.NoteReminded;
import dev.heed.ticket.NoteEvent.NoteTakenOver;
import dev.heed.ticket.NoteEvent.NoteWithdrawn;
import dev.heed.ticket.OutgoingEvent.ReviewApproved;
import dev.heed.ticket.OutgoingEvent.ReviewRequested;
import dev.heed.ticket.OutgoingEvent.ReviewReturned;
import dev.heed.ticket.OutgoingEvent.ReviewTimedOut;
import dev.heed.ticket.OutgoingEvent.SendCancelled;
import dev.heed.ticket.OutgoingEvent.SendOrdered;
import dev.heed.ticket.OutgoingEvent.SendRefused;
import dev.heed.ticket.OutgoingEvent.SentAsOrdered;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.ExpertNeeded;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.PromiseEvent.PromiseKept;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.PromiseEvent.PromiseReminded;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import dev.heed.ticket.PromiseEvent.PromiseReopened;
import dev.heed.ticket.PromiseEvent.PromiseTransferred;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import dev.heed.ticket.ServiceEvent.DueSet;
import dev.heed.ticket.ServiceEvent.LevelReached;
import dev.heed.ticket.ServiceEvent.LevelsApplied;
import dev.heed.ticket.ServiceEvent.TierSet;
import dev.heed.ticket.SnoozeEvent.SnoozeEnded;
import dev.heed.ticket.SnoozeEvent.Snoozed;
import dev.heed.ticket.StructureEvent.Deleted;
import dev.heed.ticket.StructureEvent.Linked;
import dev.heed.ticket.StructureEvent.MessageTakenOver;
import dev.heed.ticket.StructureEvent.NotSpam;
import dev.heed.ticket.StructureEvent.Released;
import dev.heed.ticket.StructureEvent.Restored;
import dev.heed.ticket.StructureEvent.SplitFrom;
import dev.heed.ticket.StructureEvent.SplitOff;
import dev.heed.ticket.StructureEvent.Unlinked;
import dev.heed.ticket.StructureEvent.Unmerged;
import dev.heed.ticket.TicketEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Every type of event with its name and its newest version. A name is never changed and never used again. */
final class EventTypes {
    private static final EventTypes HEEDS = new EventTypes(List.of(
            type(
                    "message.received",
                    2,
                    MessageReceived.class,
                    ConversationCodec::received,
                    ConversationCodec::toReceived),
            type(
                    "acknowledgement.sent",
                    2,
                    Acknowledged.class,
                    ConversationCodec::acknowledged,
                    ConversationCodec::toAcknowledged),
            type(
                    "acknowledgement.withheld",
                    1,
                    AcknowledgementWithheld.class,
                    ConversationCodec::withheld,
                    ConversationCodec::toWithheld),
            type("answer.given", 2, Answered.class, ConversationCodec::answered, ConversationCodec::toAnswered),
            type("bot.wrote", 2, BotWrote.class, ConversationCodec::botWrote, ConversationCodec::toBotWrote),
            type("reminder.sent", 2, Reminded.class, ConversationCodec::reminded, ConversationCodec::toReminded),
            type("note.added", 3, NoteAdded.class, NoteCodec::added, NoteCodec::toAdded),
            type("note.acknowledged", 1, NoteAcknowledged.class, NoteCodec::acknowledged, NoteCodec::toAcknowledged),
            type("note.withdrawn", 1, NoteWithdrawn.class, NoteCodec::withdrawn, NoteCodec::toWithdrawn),
            type("note.reminded", 1, NoteReminded.class, NoteCodec::reminded, NoteCodec::toReminded),
            type("note.asked-too", 1, AskedToo.class, NoteCodec::askedToo, NoteCodec::toAskedToo),
            type("note.moved", 1, NoteMoved.class, NoteCodec::moved, NoteCodec::toMoved),
            type("note.taken-over", 2, NoteTakenOver.class, NoteCodec::takenOver, NoteCodec::toTakenOver),
            type("delivery.done", 1, Delivered.class, DeliveryCodec::delivered, DeliveryCodec::toDelivered),
            type("delivery.delayed", 1, DeliveryDelayed.class, DeliveryCodec::delayed, DeliveryCodec::toDelayed),
            type("delivery.failed", 1, DeliveryFailed.class, DeliveryCodec::failed, DeliveryCodec::toFailed),
            type("delivery.bounced", 1, Bounced.class, DeliveryCodec::bounced, DeliveryCodec::toBounced),
            type("delivery.redriven", 1, Redriven.class, DeliveryCodec::redriven, DeliveryCodec::toRedriven),
            type(
                    "customer.unreachable",
                    1,
                    Unreachable.class,
                    DeliveryCodec::unreachable,
                    DeliveryCodec::toUnreachable),
            type("ticket.opened", 1, TicketOpened.class, LifecycleCodec::opened, LifecycleCodec::toOpened),
            type(
                    "ticket.kind-changed",
                    1,
                    KindChanged.class,
                    LifecycleCodec::kindChanged,
                    LifecycleCodec::toKindChanged),
            type("ticket.held", 1, Held.class, LifecycleCodec::held, LifecycleCodec::toHeld),
            type("ticket.hold-ended", 1, HoldEnded.class, LifecycleCodec::nothing, LifecycleCodec::toHoldEnded),
            type("ticket.reopened", 1, Reopened.class, LifecycleCodec::reopened, LifecycleCodec::toReopened),
            type("ticket.absorbed", 1, Absorbed.class, LifecycleCodec::absorbed, LifecycleCodec::toAbsorbed),
            type("ticket.imported", 1, Imported.class, LifecycleCodec::nothing, LifecycleCodec::toImported),
            type("ticket.disputed", 1, Disputed.class, LifecycleCodec::nothing, LifecycleCodec::toDisputed),
            type(
                    "ticket.confirmed",
                    1,
                    CustomerConfirmed.class,
                    LifecycleCodec::confirmed,
                    LifecycleCodec::toConfirmed),
            type("ticket.closed", 1, Closed.class, LifecycleCodec::closed, LifecycleCodec::toClosed),
            type("ticket.erased", 1, Erased.class, LifecycleCodec::erased, LifecycleCodec::toErased),
            type("ticket.decided-against", 1, DecidedAgainst.class, LifecycleCodec::against, LifecycleCodec::toAgainst),
            type("warning.overridden", 1, Overridden.class, LifecycleCodec::overridden, LifecycleCodec::toOverridden),
            type("owner.assigned", 1, OwnerAssigned.class, OwnershipCodec::assigned, OwnershipCodec::toAssigned),
            type("owner.missing", 1, OwnerMissing.class, LifecycleCodec::nothing, OwnershipCodec::toMissing),
            type("expert.needed", 1, ExpertNeeded.class, LifecycleCodec::nothing, OwnershipCodec::toExpertNeeded),
            type("ticket.escalated", 1, Escalated.class, OwnershipCodec::escalated, OwnershipCodec::toEscalated),
            type("promise.made", 1, PromiseMade.class, PromiseCodec::made, PromiseCodec::toMade),
            type("promise.kept", 1, PromiseKept.class, PromiseCodec::kept, PromiseCodec::toKept),
            type("promise.broken", 1, PromiseBroken.class, PromiseCodec::broken, PromiseCodec::toBroken),
            type(
                    "promise.renegotiated",
                    1,
                    PromiseRenegotiated.class,
                    PromiseCodec::renegotiated,
                    PromiseCodec::toRenegotiated),
            type("promise.reopened", 1, PromiseReopened.class, PromiseCodec::reopened, PromiseCodec::toReopened),
            type("promise.withdrawn", 1, PromiseWithdrawn.class, PromiseCodec::withdrawn, PromiseCodec::toWithdrawn),
            type(
                    "promise.transferred",
                    1,
                    PromiseTransferred.class,
                    PromiseCodec::transferred,
                    PromiseCodec::toTransferred),
            type("promise.reminded", 1, PromiseReminded.class, PromiseCodec::reminded, PromiseCodec::toReminded),
            type("call.started", 1, CallStarted.class, CallCodec::started, CallCodec::toStarted),
            type("call.ended", 1, CallEnded.class, CallCodec::ended, CallCodec::toEnded),
            type("tags.added", 1, TagsAdded.class, FilingCodec::tagsAdded, FilingCodec::toTagsAdded),
            type("tags.removed", 1, TagsRemoved.class, FilingCodec::tagsRemoved, FilingCodec::toTagsRemoved),
            type("field.set", 1, FieldSet.class, FilingCodec::fieldSet, FilingCodec::toFieldSet),
            type("field.cleared", 1, FieldCleared.class, FilingCodec::fieldCleared, FilingCodec::toFieldCleared),
            type(
                    "references.added",
                    1,
                    ReferencesAdded.class,
                    FilingCodec::referencesAdded,
                    FilingCodec::toReferencesAdded),
            type(
                    "references.removed",
                    1,
                    ReferencesRemoved.class,
                    FilingCodec::referencesRemoved,
                    FilingCodec::toReferencesRemoved),
            type("ticket.unmerged", 1, Unmerged.class, StructureCodec::unmerged, StructureCodec::toUnmerged),
            type("ticket.released", 1, Released.class, StructureCodec::released, StructureCodec::toReleased),
            type(
                    "message.taken-over",
                    2,
                    MessageTakenOver.class,
                    StructureCodec::takenOver,
                    StructureCodec::toTakenOver),
            type("ticket.split-off", 1, SplitOff.class, StructureCodec::splitOff, StructureCodec::toSplitOff),
            type("ticket.split-from", 1, SplitFrom.class, StructureCodec::splitFrom, StructureCodec::toSplitFrom),
            type("ticket.linked", 1, Linked.class, StructureCodec::linked, StructureCodec::toLinked),
            type("ticket.unlinked", 1, Unlinked.class, StructureCodec::unlinked, StructureCodec::toUnlinked),
            type("ticket.not-spam", 1, NotSpam.class, StructureCodec::notSpam, StructureCodec::toNotSpam),
            type("ticket.deleted", 1, Deleted.class, StructureCodec::deleted, StructureCodec::toDeleted),
            type("ticket.restored", 1, Restored.class, StructureCodec::restored, StructureCodec::toRestored),
            type("send.ordered", 1, SendOrdered.class, OutgoingCodec::ordered, OutgoingCodec::toOrdered),
            type("send.done", 1, SentAsOrdered.class, OutgoingCodec::sent, OutgoingCodec::toSent),
            type("send.cancelled", 1, SendCancelled.class, OutgoingCodec::cancelled, OutgoingCodec::toCancelled),
            type("send.refused", 1, SendRefused.class, OutgoingCodec::refused, OutgoingCodec::toRefused),
            type("review.requested", 1, ReviewRequested.class, OutgoingCodec::requested, OutgoingCodec::toRequested),
            type("review.approved", 1, ReviewApproved.class, OutgoingCodec::approved, OutgoingCodec::toApproved),
            type("review.returned", 1, ReviewReturned.class, OutgoingCodec::returned, OutgoingCodec::toReturned),
            type("review.timed-out", 1, ReviewTimedOut.class, OutgoingCodec::timedOut, OutgoingCodec::toTimedOut),
            type("fact.noted", 1, FactNoted.class, ListeningCodec::noted, ListeningCodec::toNoted),
            type("fact.outdated", 1, FactOutdated.class, ListeningCodec::outdated, ListeningCodec::toOutdated),
            type("understanding.taken-over", 1, UnderstandingTakenOver.class, KnownCodec::known, KnownCodec::toKnown),
            type("statement.sent", 1, StatementSent.class, StatementCodec::sent, StatementCodec::toSent),
            type(
                    "statement.confirmed",
                    1,
                    StatementConfirmed.class,
                    StatementCodec::confirmed,
                    StatementCodec::toConfirmed),
            type(
                    "statement.corrected",
                    1,
                    StatementCorrected.class,
                    StatementCodec::corrected,
                    StatementCodec::toCorrected),
            type("cause.found", 1, RootCauseFound.class, StatementCodec::found, StatementCodec::toFound),
            type("consent.given", 1, ConsentGiven.class, StatementCodec::given, StatementCodec::toGiven),
            type(
                    "consent.withdrawn",
                    1,
                    ConsentWithdrawn.class,
                    StatementCodec::withdrawn,
                    StatementCodec::toWithdrawn),
            type("step.done", 1, StepDone.class, StatementCodec::done, StatementCodec::toDone),
            type(
                    "approval.requested",
                    1,
                    ApprovalRequested.class,
                    ApprovalCodec::requested,
                    ApprovalCodec::toRequested),
            type("approval.decided", 1, ApprovalDecided.class, ApprovalCodec::decided, ApprovalCodec::toDecided),
            type(
                    "approval.withdrawn",
                    1,
                    ApprovalWithdrawn.class,
                    ApprovalCodec::withdrawn,
                    ApprovalCodec::toWithdrawn),
            type("approval.expired", 1, ApprovalExpired.class, ApprovalCodec::expired, ApprovalCodec::toExpired),
            type("approval.reminded", 1, ApprovalReminded.class, ApprovalCodec::reminded, ApprovalCodec::toReminded),
            type("approval.used", 1, ApprovalUsed.class, ApprovalCodec::used, ApprovalCodec::toUsed),
            type("priority.set", 1, PrioritySet.class, StatementCodec::prioritySet, StatementCodec::toPrioritySet),
            type("mood.set", 1, MoodSet.class, StatementCodec::moodSet, StatementCodec::toMoodSet),
            type("ticket.snoozed", 1, Snoozed.class, SnoozeCodec::snoozed, SnoozeCodec::toSnoozed),
            type("ticket.snooze-ended", 1, SnoozeEnded.class, SnoozeCodec::ended, SnoozeCodec::toEnded),
            type("tier.set", 1, TierSet.class, ServiceCodec::tierSet, ServiceCodec::toTierSet),
            type("levels.applied", 1, LevelsApplied.class, ServiceCodec::applied, ServiceCodec::toApplied),
            type("due.set", 1, DueSet.class, ServiceCodec::dueSet, ServiceCodec::toDueSet),
            type("level.reached", 1, LevelReached.class, ServiceCodec::reached, ServiceCodec::toReached)));

    private final List<EventType<?>> all;
    private final Map<String, EventType<?>> byName;
    private final Map<Class<?>, EventType<?>> byClass;

    /** The given types; in Heed itself {@link #heeds()} are the only ones. */
    EventTypes(List<EventType<?>> all) {
        this.all = List.copyOf(all);
        byName = this.all.stream().collect(toUnmodifiableMap(EventType::name, Function.identity()));
        byClass = this.all.stream().collect(toUnmodifiableMap(EventType::event, Function.identity()));
    }

    static EventTypes heeds() {
        return HEEDS;
    }

    /**
     * Heed's own upcasters: one for each step from each version before the newest.
     *
     * @param sink takes the files of versions that held them
     */
    static List<Upcaster> upcasters(FileSink sink) {
        FileUpcast files = new FileUpcast(sink);
        return List.of(
                Upcaster.of("message.received", 1, files::ofEvent),
                Upcaster.of("acknowledgement.sent", 1, files::ofEvent),
                Upcaster.of("answer.given", 1, files::ofEvent),
                Upcaster.of("bot.wrote", 1, files::ofEvent),
                Upcaster.of("reminder.sent", 1, files::ofEvent),
                Upcaster.of("note.added", 1, NoteUpcast::toSecond),
                Upcaster.of("note.added", 2, files::ofEvent),
                Upcaster.of("note.taken-over", 1, files::ofEvent),
                Upcaster.of("message.taken-over", 1, files::ofEvent));
    }

    List<EventType<?>> all() {
        return all;
    }

    Optional<EventType<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    EventType<?> of(TicketEvent event) {
        EventType<?> type = byClass.get(event.getClass());
        if (type == null) {
            throw new InvalidInputException(
                    "Events of " + event.getClass().getSimpleName() + " have no JSON form.",
                    "Give it a line in EventTypes.");
        }
        return type;
    }

    private static <E extends TicketEvent> EventType<E> type(
            String name,
            int version,
            Class<E> event,
            BiConsumer<E, FieldWriter> writer,
            Function<FieldReader, E> reader) {
        return new EventType<>(name, version, event, writer, reader);
    }
}
