package dev.heed;

import dev.heed.OutdatedPart.Kind;
import dev.heed.people.AgentId;
import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketStore;
import dev.heed.ticket.CustomField;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What saved views ask for that is not there any more. */
final class OutdatedViews {
    private final Policies policies;
    private final TicketStore store;

    OutdatedViews(Policies policies, TicketStore store) {
        this.policies = policies;
        this.store = store;
    }

    List<OutdatedPart> of(SavedView view) {
        TicketSearch search = view.search();
        List<OutdatedPart> parts = new ArrayList<>();
        search.fields().forEach((key, value) -> field(key, value).ifPresent(parts::add));
        Stream.concat(search.allTags().stream(), search.anyTags().stream())
                .distinct()
                .filter(this::isOnNoTicket)
                .forEach(tag -> parts.add(new OutdatedPart(Kind.TAG, tag.value())));
        Stream.concat(search.owner().stream(), Stream.of(view.owner()))
                .distinct()
                .filter(agent -> !policies.agents().containsKey(agent))
                .map(AgentId::value)
                .forEach(agent -> parts.add(new OutdatedPart(Kind.AGENT, agent)));
        if (view.sharedWith() instanceof SharedWith.Department of
                && !policies.departments().containsKey(of.department())) {
            parts.add(new OutdatedPart(Kind.DEPARTMENT, of.department().value()));
        }
        return List.copyOf(parts);
    }

    private Optional<OutdatedPart> field(FieldKey key, FieldValue value) {
        Optional<CustomField> declared = policies.fields().find(key);
        if (declared.isEmpty()) {
            return Optional.of(new OutdatedPart(Kind.FIELD, key.value()));
        }
        return declared.get().fit(value).isEmpty()
                ? Optional.of(new OutdatedPart(Kind.FIELD_VALUE, key.value()))
                : Optional.empty();
    }

    private boolean isOnNoTicket(Tag tag) {
        TicketSearch any = TicketSearch.builder()
                .tags(tag)
                .withSpam()
                .withDeleted()
                .putOff(PutOff.INCLUDED)
                .build();
        return store.count(any, 1) == 0;
    }
}
