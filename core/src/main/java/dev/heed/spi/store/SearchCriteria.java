package dev.heed.spi.store;

import dev.heed.message.ChannelId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a search asks for; see the methods of {@link TicketSearch}. Immutable, each set in an order that is always the same. */
record SearchCriteria(
        Set<TicketStatus> statuses,
        Optional<AgentId> owner,
        boolean unowned,
        Set<Tag> allTags,
        Set<Tag> anyTags,
        Set<TicketKind> kinds,
        Set<CustomerId> customers,
        Set<ChannelId> channels,
        Set<Reference> references,
        Map<FieldKey, FieldValue> fields,
        Set<String> words,
        Set<String> noteWords,
        Optional<TimeRange> opened,
        Optional<TimeRange> changed,
        Optional<TimeRange> due,
        boolean withSpam,
        boolean withDeleted,
        PutOff putOff) {
    static final SearchCriteria NONE = new SearchCriteria(
            Set.of(),
            Optional.empty(),
            false,
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Map.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            PutOff.LEFT_OUT);

    /** The same in these places. */
    SearchCriteria where(Set<TicketStatus> stands, boolean spamToo, PutOff off) {
        return new SearchCriteria(
                stands,
                owner,
                unowned,
                allTags,
                anyTags,
                kinds,
                customers,
                channels,
                references,
                fields,
                words,
                noteWords,
                opened,
                changed,
                due,
                spamToo,
                withDeleted,
                off);
    }

    /** Everything but the words, which take longest. */
    boolean match(Ticket ticket) {
        return isAmong(statuses, ticket.status())
                && (isDeleted(ticket) ? withDeleted : withSpam || !isSpam(ticket))
                && isShown(ticket)
                && (owner.isEmpty() || owner.equals(ticket.owner()))
                && (!unowned || ticket.owner().isEmpty())
                && isAmong(kinds, ticket.kind())
                && isAmong(customers, ticket.customer())
                && isAmong(channels, ticket.channel())
                && isFiled(ticket)
                && lies(opened, Optional.of(ticket.openedAt()))
                && lies(changed, Optional.of(ticket.changedAt()))
                && lies(due, due.isEmpty() ? Optional.empty() : ticket.dueAt());
    }

    private boolean isShown(Ticket ticket) {
        return putOff == PutOff.INCLUDED
                || (putOff == PutOff.ONLY) == ticket.snooze().isPresent();
    }

    private boolean isFiled(Ticket ticket) {
        return (allTags.isEmpty() || ticket.tags().containsAll(allTags))
                && (anyTags.isEmpty() || !Collections.disjoint(anyTags, ticket.tags()))
                && (references.isEmpty() || !Collections.disjoint(references, ticket.references()))
                && fields.entrySet().stream()
                        .allMatch(field -> stands(field.getValue(), ticket.fields(), field.getKey()));
    }

    private static boolean stands(FieldValue wanted, Map<FieldKey, FieldValue> fields, FieldKey key) {
        FieldValue there = fields.get(key);
        return there != null && wanted.equals(compared(there));
    }

    /** A choice is compared as the text it is: whoever searches need not know how the field was declared. */
    static FieldValue compared(FieldValue value) {
        return value instanceof FieldValue.Choice choice ? new FieldValue.Text(choice.value()) : value;
    }

    private static <E> boolean isAmong(Set<E> wanted, E one) {
        return wanted.isEmpty() || wanted.contains(one);
    }

    private static boolean lies(Optional<TimeRange> range, Optional<Instant> at) {
        return range.isEmpty() || at.filter(range.get()::contains).isPresent();
    }

    static boolean isDeleted(Ticket ticket) {
        return ticket.structure().deletedAt().isPresent();
    }

    /** Or closed because its customer wanted to be forgotten. */
    static boolean isSpam(Ticket ticket) {
        return ticket.status() == TicketStatus.CLOSED
                && ticket.closing().orElseThrow() instanceof Closing.Exempt exempt
                && exempt.exemption() != Exemption.DUPLICATE;
    }

    boolean hasWords() {
        return !words.isEmpty() || !noteWords.isEmpty();
    }

    boolean wordsMatch(Ticket ticket) {
        return (words.isEmpty() || areIn(words, to -> eachSaid(ticket, to)))
                && (noteWords.isEmpty() || areIn(noteWords, to -> eachNoted(ticket, to)));
    }

    private static boolean areIn(Set<String> wanted, Consumer<Consumer<String>> texts) {
        Set<String> missing = new HashSet<>(wanted);
        texts.accept(text -> {
            if (!missing.isEmpty()) {
                SearchWords.each(text, missing::remove);
            }
        });
        return missing.isEmpty();
    }

    /** The texts that a customer may read. */
    static void eachSaid(Ticket ticket, Consumer<String> to) {
        to.accept(ticket.subject());
        ticket.messages().forEach(message -> to.accept(message.text()));
    }

    /** The texts that no customer may read. */
    static void eachNoted(Ticket ticket, Consumer<String> to) {
        ticket.notes().forEach(note -> to.accept(note.text()));
    }
}
