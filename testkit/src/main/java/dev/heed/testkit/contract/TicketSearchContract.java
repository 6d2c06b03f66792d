package dev.heed.testkit.contract;

import static dev.heed.testkit.contract.StoreFixtures.BEN;
import static dev.heed.testkit.contract.StoreFixtures.CHANNEL;
import static dev.heed.testkit.contract.StoreFixtures.MARIA;
import static dev.heed.testkit.contract.StoreFixtures.NOON;
import static dev.heed.testkit.contract.StoreFixtures.OTHER_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.json.Redaction;
import dev.heed.message.ChannelId;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketSearchBuilder;
import dev.heed.spi.store.TimeRange;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.CustomField;
import dev.heed.ticket.CustomFields;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.FilingCommand;
import dev.heed.ticket.FilingEvent.TagsAdded;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.Reference;
import dev.heed.ticket.ReferenceKind;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which tickets every store finds for which search; a part of {@link TicketStoreContract}. */
abstract class TicketSearchContract extends LinksContract {
    private static final Optional<AgentId> BY = Optional.of(MARIA);
    private static final FieldKey COLOUR = FieldKey.of("colour");
    private static final FieldKey WEIGHT = FieldKey.of("weight");
    private static final FieldKey BOUGHT = FieldKey.of("bought");
    private static final FieldKey GIFT = FieldKey.of("gift");
    private static final FieldKey SERIAL = FieldKey.of("serial");
    private static final CustomFields FIELDS = CustomFields.of(List.of(
            CustomField.choice("colour", "Colour", "red", "blue"),
            CustomField.number("weight", "Weight"),
            CustomField.date("bought", "Bought on"),
            CustomField.bool("gift", "A gift"),
            CustomField.text("serial", "Serial number")));

    TicketSearchContract() {}

    /** Commits one more ticket of the customer. */
    final Ticket opened(Customer of, ChannelId channel, String subject, String text, Instant at) {
        return store(fixtures.opening(of, store.nextTicketNumber(), at, channel, subject, text), of);
    }

    final Ticket opened(Instant at) {
        return opened(customer, CHANNEL, "A subject", "Where is my parcel?", at);
    }

    final Ticket tagged(Ticket before, String... tags) {
        return change(
                before, new FilingCommand.AddTags(Stream.of(tags).map(Tag::of).toList(), BY));
    }

    private Ticket set(Ticket before, FieldKey field, FieldValue value) {
        return change(
                before, new FilingCommand.SetFields(List.of(new FilingCommand.FieldChange(field, value)), FIELDS, BY));
    }

    private Ticket exempted(Ticket before, Exemption exemption) {
        return change(
                before,
                new LifecycleCommand.Exempt(
                        exemption,
                        MARIA,
                        "says so",
                        Optional.of(ticket.id()).filter(other -> exemption == Exemption.DUPLICATE)));
    }

    final TicketSearch search(UnaryOperator<TicketSearchBuilder> what) {
        return what.apply(TicketSearch.builder()).build();
    }

    final List<Ticket> found(UnaryOperator<TicketSearchBuilder> what) {
        return walked(search(what), 2);
    }

    /** All pages, one after the other, each with no more than was asked for, and as many as are counted. */
    final List<Ticket> walked(TicketSearch search, int limit) {
        List<Ticket> found = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            Page<Ticket> page = store.search(search, cursor, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            found.addAll(page.items());
            cursor = page.next().map(Cursor::value).map(Cursor::of);
        } while (cursor.isPresent() && found.size() <= MANY);
        assertThat(store.count(search, MANY)).isEqualTo(found.size());
        return found;
    }

    @Nested
    class WhatIsSearched {
        @Test
        void withoutAFilterEverythingIsFoundButSpamAndWhatWasErased() {
            Ticket spam = exempted(opened(NOON), Exemption.SPAM);
            Ticket erased = exempted(opened(NOON), Exemption.CUSTOMER_ERASED);
            Ticket duplicate = exempted(opened(NOON), Exemption.DUPLICATE);
            Ticket other = opened(NOON);

            assertThat(found(all -> all)).containsExactly(duplicate, other);
            assertThat(found(all -> all.status(TicketStatus.CLOSED))).containsExactly(duplicate);
            assertThat(found(all -> all.withSpam())).containsExactly(spam, erased, duplicate, other);
            assertThat(found(all -> all.withSpam().status(TicketStatus.CLOSED)))
                    .containsExactly(spam, erased, duplicate);
            assertThat(found(all -> all.withSpam().status(TicketStatus.NEW))).containsExactly(other);
        }

        @Test
        void spamThatIsOpenAgainIsFound() {
            Ticket spam = exempted(opened(NOON), Exemption.SPAM);
            Ticket back = change(spam, fixtures.receive(customer, NOON));

            assertThat(found(all -> all)).containsExactly(back);
        }

        @Test
        void statusesAreToldApart() {
            Ticket fresh = opened(NOON);
            Ticket answered = change(opened(NOON), fixtures.answer(NOON));
            Ticket back = change(change(opened(NOON), fixtures.answer(NOON)), fixtures.receive(customer, NOON));

            assertThat(found(of -> of.status(TicketStatus.NEW))).containsExactly(fresh);
            assertThat(found(of -> of.status(TicketStatus.PENDING))).containsExactly(answered);
            assertThat(found(of -> of.status(TicketStatus.OPEN, TicketStatus.NEW)))
                    .containsExactly(fresh, back);
            assertThat(found(of -> of.status(TicketStatus.SOLVED))).isEmpty();
        }

        @Test
        void ownersAreToldApart() {
            Ticket nobodys = opened(NOON);
            Ticket marias = change(opened(NOON), StoreFixtures.take());
            Ticket bens = change(change(opened(NOON), StoreFixtures.take()), StoreFixtures.handOver());

            assertThat(found(of -> of.owner(MARIA))).containsExactly(marias);
            assertThat(found(of -> of.owner(BEN))).containsExactly(bens);
            assertThat(found(of -> of.unowned())).containsExactly(nobodys);
            assertThat(found(of -> of.owner(AgentId.of("nobody")))).isEmpty();
        }

        @Test
        void tagsAreFoundAllOfThemOrAnyOfThem() {
            Ticket one = tagged(opened(NOON), "größe", "vip");
            Ticket other = tagged(opened(NOON), "VIP", "lens cap");
            Ticket none = opened(NOON);

            assertThat(found(of -> of.tags(Tag.of("vip")))).containsExactly(one, other);
            assertThat(found(of -> of.tags(Tag.of("vip"), Tag.of("GRÖSSE")))).isEmpty();
            assertThat(found(of -> of.tags(Tag.of("vip"), Tag.of("Größe")))).containsExactly(one);
            assertThat(found(of -> of.anyTag(Tag.of("größe"), Tag.of("vip"), Tag.of("x"))))
                    .containsExactly(one, other);
            assertThat(found(of -> of.anyTag(Tag.of("x")))).isEmpty();
            assertThat(found(of -> of)).containsExactly(one, other, none);
        }

        @Test
        void aTagThatWasTakenOffIsNotFoundAnyMore() {
            Ticket before = tagged(opened(NOON), "vip", "lens");
            Ticket after = change(before, new FilingCommand.RemoveTags(List.of(Tag.of("vip")), BY));

            assertThat(found(of -> of.tags(Tag.of("vip")))).isEmpty();
            assertThat(found(of -> of.tags(Tag.of("lens")))).containsExactly(after);
        }

        @Test
        void kindsCustomersAndChannelsAreToldApart() {
            Customer another = fixtures.customer();
            Ticket question = opened(NOON);
            Ticket complaint = change(
                    opened(another, CHANNEL, "A subject", "No.", NOON),
                    new LifecycleCommand.Classify(TicketKind.COMPLAINT, MARIA, true, "says so"));
            Ticket elsewhere = opened(another, OTHER_CHANNEL, "A subject", "No.", NOON);

            assertThat(found(of -> of.kind(TicketKind.COMPLAINT, TicketKind.PRAISE)))
                    .containsExactly(complaint);
            assertThat(found(of -> of.kind(TicketKind.QUESTION))).containsExactly(question, elsewhere);
            assertThat(found(of -> of.customer(another.id()))).containsExactly(complaint, elsewhere);
            assertThat(found(of -> of.customer(another.id(), customer.id(), StoreFixtures.UNKNOWN)))
                    .containsExactly(question, complaint, elsewhere);
            assertThat(found(of -> of.channel(OTHER_CHANNEL))).containsExactly(elsewhere);
        }

        @Test
        void referencesAreFoundWhateverTheirCase() {
            Ticket before = opened(NOON);
            Ticket one = change(
                    before,
                    new FilingCommand.AddReferences(List.of(Reference.order("A-ß1"), Reference.product("7")), BY));
            Ticket other =
                    change(opened(NOON), new FilingCommand.AddReferences(List.of(Reference.payment("a-ß1")), BY));

            assertThat(found(of -> of.reference(Reference.order("a-ß1")))).containsExactly(one);
            assertThat(found(of ->
                            of.reference(Reference.payment(" A-ß1"), Reference.product("7"), Reference.order("A-ß1"))))
                    .containsExactly(one, other);
            assertThat(found(of -> of.reference(new Reference(ReferenceKind.of("shipment"), "7"))))
                    .isEmpty();

            Ticket gone = change(one, new FilingCommand.RemoveReferences(List.of(Reference.order("A-ß1")), BY));
            assertThat(found(of -> of.reference(Reference.order("A-ß1")))).isEmpty();
            assertThat(found(of -> of.reference(Reference.product("7")))).containsExactly(gone);
        }

        @Test
        void fieldsAreFoundByWhatStandsInThem() {
            Ticket red = set(opened(NOON), COLOUR, FieldValue.of("red"));
            Ticket heavy = set(
                    set(opened(NOON), COLOUR, FieldValue.of("blue")), WEIGHT, FieldValue.of(new BigDecimal("1.50")));
            Ticket gift =
                    set(set(opened(NOON), GIFT, FieldValue.of(true)), BOUGHT, FieldValue.of(LocalDate.of(2026, 3, 1)));
            Ticket serial = set(opened(NOON), SERIAL, FieldValue.of("1.5"));

            assertThat(found(of -> of.field(COLOUR, FieldValue.of("red")))).containsExactly(red);
            assertThat(found(of -> of.field(COLOUR, new FieldValue.Choice("blue"))))
                    .containsExactly(heavy);
            assertThat(found(of -> of.field(WEIGHT, FieldValue.of(new BigDecimal("1.5")))))
                    .containsExactly(heavy);
            assertThat(found(of -> of.field(GIFT, FieldValue.of(true)))).containsExactly(gift);
            assertThat(found(of -> of.field(BOUGHT, FieldValue.of(LocalDate.of(2026, 3, 1)))))
                    .containsExactly(gift);
            assertThat(found(of -> of.field(SERIAL, FieldValue.of("1.5")))).containsExactly(serial);
            assertThat(found(of -> of.field(SERIAL, FieldValue.of(new BigDecimal("1.5")))))
                    .isEmpty();
            assertThat(found(of -> of.field(COLOUR, FieldValue.of("blue")).field(WEIGHT, FieldValue.of(1))))
                    .isEmpty();
        }

        @Test
        void whatStoodInAFieldBeforeIsNotFoundAnyMore() {
            Ticket red = set(opened(NOON), COLOUR, FieldValue.of("red"));
            Ticket blue = set(red, COLOUR, FieldValue.of("blue"));
            assertThat(found(of -> of.field(COLOUR, FieldValue.of("red")))).isEmpty();
            assertThat(found(of -> of.field(COLOUR, FieldValue.of("blue")))).containsExactly(blue);

            change(blue, new FilingCommand.ClearFields(List.of(COLOUR), FIELDS, BY));
            assertThat(found(of -> of.field(COLOUR, FieldValue.of("blue")))).isEmpty();
        }

        @Test
        void timesAreFoundFromTheFirstInstantOnAndBeforeTheLast() {
            Ticket first = opened(NOON);
            Ticket second = change(opened(NOON.plusSeconds(1)), StoreFixtures.take(), NOON.plusSeconds(5));
            Ticket third = opened(NOON.plusSeconds(2));
            TimeRange range = TimeRange.between(NOON.plusSeconds(1), NOON.plusSeconds(2));

            assertThat(found(of -> of.opened(range))).containsExactly(second);
            assertThat(found(of -> of.opened(TimeRange.from(NOON.plusSeconds(1)))))
                    .containsExactly(second, third);
            assertThat(found(of -> of.changed(range))).isEmpty();
            assertThat(found(of -> of.changed(TimeRange.from(NOON.plusSeconds(2)))))
                    .containsExactly(second, third);
            assertThat(found(of -> of.changed(TimeRange.until(NOON.plusSeconds(2)))))
                    .containsExactly(first);
        }

        @Test
        void whatIsDueIsFoundByWhenItIs() {
            Ticket first = opened(NOON);
            Ticket second = opened(NOON.plusSeconds(1));
            Ticket answered = change(opened(NOON), fixtures.answer(NOON));
            Instant due = first.dueAt().orElseThrow();

            assertThat(answered.dueAt()).isEmpty();
            assertThat(found(of -> of.due(TimeRange.between(due, due.plusSeconds(1)))))
                    .containsExactly(first);
            assertThat(found(of -> of.due(TimeRange.from(due.plusSeconds(1))))).containsExactly(second);
            assertThat(found(of -> of.due(TimeRange.until(due.plus(Duration.ofDays(999))))))
                    .containsExactly(first, second);
        }

        @Test
        void allThatIsAskedForIsTrueTogether() {
            Ticket wanted = tagged(change(opened(NOON), StoreFixtures.take()), "vip");
            Ticket notMarias = tagged(opened(NOON), "vip");
            Ticket notTagged = change(opened(NOON), StoreFixtures.take());

            assertThat(found(of -> of.owner(MARIA)
                            .tags(Tag.of("vip"))
                            .status(TicketStatus.NEW)
                            .words("parcel")))
                    .containsExactly(wanted);
            assertThat(found(of -> of.tags(Tag.of("vip")))).containsExactly(wanted, notMarias);
            assertThat(found(of -> of.owner(MARIA))).containsExactly(wanted, notTagged);
        }
    }

    @Nested
    class WordsThatAreSearched {
        @Test
        void wordsAreFoundInSubjectAndMessagesAllOfThem() {
            Ticket one = opened(customer, CHANNEL, "Broken lens cap", "It came broken, order A-1001.", NOON);
            Ticket other = change(opened(NOON), fixtures.answer(NOON)); // It left this morning.

            assertThat(found(of -> of.words("lens"))).containsExactly(one);
            assertThat(found(of -> of.words("CAME, cap!"))).containsExactly(one);
            assertThat(found(of -> of.words("a-1001"))).containsExactly(one);
            assertThat(found(of -> of.words("morning parcel subject"))).containsExactly(other);
            assertThat(found(of -> of.words("lens morning"))).isEmpty();
            assertThat(found(of -> of.words("len"))).isEmpty();
        }

        @Test
        void wordsAreFoundHoweverTheyAreWritten() {
            Ticket german = opened(customer, CHANNEL, "GRÖSSE", "Straße ﬁn", NOON);
            Ticket other = opened(customer, CHANNEL, "配送について", "Ωραίος Ｆｕｌｌ", NOON);

            assertThat(found(of -> of.words("Gro\u0308ße strasse FIN"))).containsExactly(german);
            assertThat(found(of -> of.words("grosse"))).containsExactly(german);
            assertThat(found(of -> of.words("送 配"))).containsExactly(other);
            assertThat(found(of -> of.words("ΩΡΑΙΟΣ full"))).containsExactly(other);
        }

        @Test
        void wordsOfNotesAreFoundOnlyByWhoLooksForThem() {
            Ticket noted = change(opened(NOON), fixtures.note(NOON)); // Look at it again.

            assertThat(found(of -> of.noteWords("look again"))).containsExactly(noted);
            assertThat(found(of -> of.words("look"))).isEmpty();
            assertThat(found(of -> of.noteWords("parcel"))).isEmpty();
            assertThat(found(of -> of.words("parcel").noteWords("look"))).containsExactly(noted);
        }

        @Test
        void whoWasForgottenIsNotFoundByWordsNorByNames() {
            CustomerId nobody = CustomerId.of("erased-1");
            long number = store.nextTicketNumber();
            List<TicketEvent> events =
                    new ArrayList<>(fixtures.opening(customer, number, NOON, CHANNEL, "Canary", "A canary."));
            events.add(new TagsAdded(events.get(0).ticket(), NOON, List.of(Tag.of("canary")), BY));
            Ticket before = store(events, customer);
            assertThat(found(of -> of.words("canary").tags(Tag.of("canary")))).containsExactly(before);

            List<TicketEvent> erased = new Redaction(nobody).of(events);
            Ticket after = Ticket.replay(erased);
            store.commit(UnitOfWork.builder()
                    .rewrite(after, erased, before.version(), Optional.empty())
                    .build());

            assertThat(found(of -> of.words("canary"))).isEmpty();
            assertThat(found(of -> of.tags(Tag.of("canary")))).isEmpty();
            assertThat(found(of -> of.customer(customer.id()))).isEmpty();
            assertThat(found(of -> of.customer(nobody))).containsExactly(after);
        }

        @Test
        void whatIsSaidLaterIsFoundToo() {
            Ticket before = opened(NOON);
            assertThat(found(of -> of.words("morning"))).isEmpty();

            Ticket after = change(before, fixtures.answer(NOON));
            assertThat(found(of -> of.words("morning"))).containsExactly(after);
            assertThat(found(of -> of.words("morning").customer(customer.id()))).containsExactly(after);
            assertThat(found(of -> of.words("morning").customer(StoreFixtures.UNKNOWN)))
                    .isEmpty();
        }
    }
}
