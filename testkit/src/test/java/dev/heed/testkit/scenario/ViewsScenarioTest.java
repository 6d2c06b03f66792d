package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.CustomerDesk;
import dev.heed.CustomerTicket;
import dev.heed.Helpdesk;
import dev.heed.HelpdeskBuilder;
import dev.heed.OutdatedPart;
import dev.heed.OutdatedPart.Kind;
import dev.heed.SavedView;
import dev.heed.SharedWith;
import dev.heed.ViewsDesk;
import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PermissionException;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.people.Department;
import dev.heed.people.DepartmentId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Role;
import dev.heed.people.Shop;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.SortBy;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.CustomField;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents look for tickets, page through what they find, and keep searches under a name. */
class ViewsScenarioTest {
    private static final TicketSearch FRESH =
            TicketSearch.builder().status(TicketStatus.NEW).build();

    private static final DepartmentId SHIPPING = DepartmentId.of("shipping");
    private static final Agent JAN =
            Agent.builder("jan", "Jan Novak").employeeId("E-3001").build();

    private final TicketStore store = new InMemoryTicketStore();

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(this::withColleagues);

    private final Story story = new Story(heed);

    private HelpdeskBuilder withColleagues(HelpdeskBuilder builder) {
        return Story.withColleagues(builder)
                .agent(JAN)
                .department(Department.of("shipping", "Shipping", Story.BEN.id()))
                .field(CustomField.choice("colour", "Colour", "red", "blue"))
                .field(CustomField.number("weight", "Weight"))
                .field(CustomField.text("serial", "Serial number"))
                .store(store);
    }

    private ViewsDesk marias() {
        return heed.maria().views();
    }

    private ViewsDesk bens() {
        return story.ben().views();
    }

    private ViewsDesk jans() {
        return heed.desk().as(JAN).views();
    }

    private ViewsDesk olgas() {
        return story.olga().views();
    }

    @Nested
    class Searches {
        @Test
        @SuppressWarnings("CheckReturnValue") // reads as in docs/queries.md
        void anAgentPagesThroughWhatIsHersAsTheDocumentsSay() {
            AgentId maria = MARIA.id();
            Helpdesk desk = heed.desk();
            for (int i = 0; i < 30; i++) {
                heed.maria().take(story.written("Where is parcel " + i + "?"));
                story.passes(Duration.ofMinutes(1));
            }
            List<Ticket> shown = new ArrayList<>();

            TicketSearch mine = TicketSearch.builder()
                    .owner(maria)
                    .status(TicketStatus.NEW, TicketStatus.OPEN)
                    .orderBy(SortBy.DUE)
                    .build();
            ViewsDesk views = desk.as(maria).views();
            Page<Ticket> page = views.search(mine, 25);
            shown.addAll(page.items());
            while (page.next().isPresent()) {
                page = views.searchOn(mine, page.next().get(), 25);
                shown.addAll(page.items());
            }
            int waiting = views.count(mine, 1000);

            assertThat(shown).isEqualTo(heed.tickets());
            assertThat(waiting).isEqualTo(30);
        }

        @Test
        void aTicketIsFoundByItsOrder() {
            TicketId ticket = story.written("Where is my parcel?");
            story.written("Where is mine?");
            heed.maria().filing().addReferences(ticket, Reference.order("A-1001"));

            assertThat(marias().search(
                                    TicketSearch.builder()
                                            .reference(Reference.order("a-1001"))
                                            .build(),
                                    10)
                            .items())
                    .containsExactly(story.ticket(ticket));
        }

        @Test
        void whoeverHasSeenATicketInAViewHasSeenWhatItSaid() {
            TicketId ticket = story.written("Where is my parcel?");
            assertThat(story.ben().unseen(ticket)).hasSize(1);

            assertThat(bens().search(FRESH, 10).items()).hasSize(1);

            assertThat(story.ben().unseen(ticket)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 1001, Integer.MAX_VALUE})
        void aPageHasBetweenOneAndAThousandTickets(int limit) {
            assertThatThrownBy(() -> marias().search(FRESH, limit))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("at most 1000");
        }

        @Test
        void ticketsAreCountedUpToSomething() {
            assertThatThrownBy(() -> marias().count(FRESH, 0)).isInstanceOf(InvalidInputException.class);
            assertThat(marias().count(FRESH, 1)).isZero();
        }

        @Test
        void aHundredThousandTagsAreRefusedAtOnce() {
            Tag[] many =
                    IntStream.range(0, 100_000).mapToObj(i -> Tag.of("t" + i)).toArray(Tag[]::new);
            assertThatThrownBy(() -> TicketSearch.builder().anyTag(many))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("100 are the most");
            String json = "{\"version\":1,\"tags\":["
                    + Stream.of(many).map(tag -> "\"" + tag.value() + "\"").collect(Collectors.joining(","))
                    + "],\"orderBy\":\"DUE\"}";
            assertThatThrownBy(() -> TicketSearch.ofJson(json)).isInstanceOf(InvalidInputException.class);
            TicketId ticket = story.written("Where is my parcel?");
            String[] names = Stream.of(many).map(Tag::value).toArray(String[]::new);
            assertThatThrownBy(() -> heed.maria().filing().addTags(ticket, names))
                    .isInstanceOf(InvalidInputException.class);
            assertThat(story.ticket(ticket).tags()).isEmpty();
        }

        @Test
        void aCursorOfAnotherSearchIsRefused() {
            story.written("Where is my parcel?");
            story.written("Where is mine?");
            Cursor cursor = marias().search(FRESH, 1).next().orElseThrow();

            assertThatThrownBy(() -> marias().searchOn(TicketSearch.builder().build(), cursor, 1))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Nested
    class SavedOnes {
        @Test
        void whatIsSavedIsThereForItsOwnerAndWhatIsSharedForAll() {
            SavedView own = marias().save(" Fresh ones ", FRESH, SharedWith.nobody());
            SavedView shared = bens().save("everything", TicketSearch.builder().build(), SharedWith.everybody());

            assertThat(own.name()).isEqualTo("Fresh ones");
            assertThat(marias().views()).containsExactly(shared, own);
            assertThat(bens().views()).containsExactly(shared);
            assertThat(marias().getView(own.id()).search()).isEqualTo(FRESH);
            assertThat(bens().findView(own.id())).isEmpty();
            assertThatThrownBy(() -> bens().getView(own.id())).isInstanceOf(NotFoundException.class);
        }

        @Test
        void aChangeBasedOnWhatHasChangedSinceIsRefused() {
            SavedView first = marias().save("Fresh ones", FRESH, SharedWith.everybody());
            SavedView second = marias().change(first.withName("Fresh")
                    .withSearch(TicketSearch.builder().tags(Tag.of("vip")).build()));

            assertThat(second.version()).isEqualTo(2);
            assertThatThrownBy(() -> marias().change(first.withName("Too late")))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("getView");
            assertThatThrownBy(() -> marias().delete(first)).isInstanceOf(ConflictException.class);
            assertThat(bens().views()).containsExactly(second);

            marias().delete(second);
            assertThat(marias().views()).isEmpty();
            assertThatThrownBy(() -> marias().change(second)).isInstanceOf(NotFoundException.class);
        }

        @Test
        void whatIsSharedNoMoreIsGoneForTheOthers() {
            SavedView shared = marias().save("Fresh ones", FRESH, SharedWith.everybody());
            SavedView own = marias().change(shared.withSharedWith(SharedWith.nobody()));

            assertThat(bens().views()).isEmpty();
            assertThat(marias().views()).containsExactly(own);
            assertThat(bens().findView(own.id())).isEmpty();
        }

        @Test
        void aSharedViewOfAColleagueIsChangedOnlyByWhoMaySeeTheViewsOfOthers() {
            SavedView shared = marias().save("Fresh ones", FRESH, SharedWith.everybody());
            assertThatThrownBy(() -> bens().change(shared.withName("Mine"))).isInstanceOf(PermissionException.class);
            assertThatThrownBy(() -> bens().delete(shared)).isInstanceOf(PermissionException.class);

            SavedView after = olgas().change(shared.withName("All of ours"));

            assertThat(after.owner()).isEqualTo(MARIA.id());
            assertThat(marias().views()).containsExactly(after);
        }

        @Test
        void aDepartmentSeesWhatIsSharedWithItAndNobodyElseDoes() {
            SharedWith shipping = SharedWith.department(SHIPPING);
            SavedView view = marias().save("Parcels", FRESH, shipping);

            assertThat(view.sharedWith()).isEqualTo(shipping);
            assertThat(bens().views()).containsExactly(view);
            assertThat(bens().getView(view.id())).isEqualTo(view);
            assertThat(marias().views()).containsExactly(view);
            assertThat(olgas().views()).as("who may see all does not have to").isEmpty();
            assertThat(olgas().getView(view.id())).isEqualTo(view);
            assertThat(jans().views()).isEmpty();
            assertThat(jans().findView(view.id())).isEmpty();
            assertThatThrownBy(() -> jans().delete(view)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> bens().delete(view)).isInstanceOf(PermissionException.class);

            SavedView all = marias().change(view.withSharedWith(SharedWith.everybody()));
            assertThat(jans().views()).containsExactly(all);
        }

        @Test
        @SuppressWarnings("CheckReturnValue") // reads as in docs/queries.md
        void viewsAreKeptAsTheDocumentsSay() {
            ViewsDesk views = marias();
            TicketSearch mine = FRESH;
            DepartmentId shipping = SHIPPING;

            SavedView view = views.save("Parcels, what is due first", mine, SharedWith.department(shipping));
            views.change(view.withName("Parcels").withSharedWith(SharedWith.everybody()));
            List<OutdatedPart> gone = views.outdated(views.getView(view.id()));

            assertThat(gone).isEmpty();
            assertThat(jans().views()).extracting(SavedView::name).containsExactly("Parcels");
        }

        @Test
        void noViewIsSharedWithADepartmentThatThereIsNot() {
            SharedWith nobody = SharedWith.department(DepartmentId.of("accounting"));
            assertThatThrownBy(() -> marias().save("Parcels", FRESH, nobody))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("accounting");
            SavedView own = marias().save("Parcels", FRESH, SharedWith.nobody());
            assertThatThrownBy(() -> marias().change(own.withSharedWith(nobody)))
                    .isInstanceOf(NotFoundException.class);
            assertThat(marias().views()).containsExactly(own);
        }

        @Test
        void whatAViewAsksForMayBeGoneAndTheViewSaysSo() {
            TicketSearch search = TicketSearch.builder()
                    .owner(Story.BEN.id())
                    .tags(Tag.of("strike"))
                    .anyTag(Tag.of("strike"), Tag.of("vip"))
                    .field(FieldKey.of("colour"), FieldValue.of("red"))
                    .field(FieldKey.of("weight"), FieldValue.of(2))
                    .field(FieldKey.of("serial"), FieldValue.of("SN 1"))
                    .build();
            TicketId ticket = story.written("Where is my parcel?");
            heed.maria().filing().addTags(ticket, "strike", "vip");
            heed.maria().filing().setField(ticket, "colour", "red");
            SavedView view = marias().save("Strike", search, SharedWith.department(SHIPPING));
            assertThat(marias().outdated(view)).isEmpty();

            heed.maria().filing().removeTags(ticket, "strike");
            try (Helpdesk later = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                    .agent(MARIA)
                    .channel(FakeChannel.named("other"))
                    .field(CustomField.choice("colour", "Colour", "blue"))
                    .field(CustomField.text("serial", "Serial number"))
                    .store(store)
                    .build()) {
                ViewsDesk views = later.as(MARIA).views();
                assertThat(views.views()).containsExactly(view);
                assertThat(views.search(view.search(), 9).items()).isEmpty();
                assertThat(views.outdated(view))
                        .containsExactlyInAnyOrder(
                                new OutdatedPart(Kind.TAG, "strike"),
                                new OutdatedPart(Kind.FIELD_VALUE, "colour"),
                                new OutdatedPart(Kind.FIELD, "weight"),
                                new OutdatedPart(Kind.AGENT, "ben"),
                                new OutdatedPart(Kind.DEPARTMENT, "shipping"))
                        .noneMatch(part -> part.toString().contains("strike"));
            }
        }

        @Test
        void aTagOfWhatIsPutOffDeletedOrSpamIsStillThere() {
            TicketId ticket = story.written("Where is my parcel?");
            heed.maria().filing().addTags(ticket, "vip");
            story.answered(ticket, Commitments.none());
            SavedView view = marias().save(
                            "Vip", TicketSearch.builder().tags(Tag.of("vip")).build(), SharedWith.nobody());

            heed.maria().snoozes().snooze(ticket, story.in(Duration.ofDays(2)));
            assertThat(marias().search(view.search(), 9).items()).isEmpty();
            assertThat(marias().outdated(view)).isEmpty();
            story.olga().structure().delete(ticket, "A test.");
            assertThat(marias().outdated(view)).isEmpty();
        }

        @Test
        void whoMaySeeTheViewsOfOthersSeesThemAndLeavesThemAsTheyAre() {
            SavedView own = marias().save("Fresh ones", FRESH, SharedWith.nobody());
            SavedView shared = marias().save("Shared", FRESH, SharedWith.everybody());
            bens().save("Bens", FRESH, SharedWith.everybody());

            assertThat(olgas().viewsOf(MARIA.id())).containsExactly(own, shared);
            assertThat(olgas().getView(own.id())).isEqualTo(own);
            assertThatThrownBy(() -> olgas().delete(own)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> bens().viewsOf(MARIA.id())).isInstanceOf(PermissionException.class);
            assertThatThrownBy(() -> olgas().viewsOf(AgentId.of("nobody"))).isInstanceOf(NotFoundException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " \t", "two\nlines", "\u202ereversed", "\ud83d"})
        void aNameIsOneLineThatSaysSomething(String name) {
            assertThatThrownBy(() -> marias().save(name, FRESH, SharedWith.nobody()))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> marias().save("x".repeat(101), FRESH, SharedWith.nobody()))
                    .isInstanceOf(InvalidInputException.class);
            assertThat(marias().views()).isEmpty();
        }

        @Test
        void noMoreThanFiveHundredAreKept() {
            for (int i = 0; i < ViewsDesk.MOST_VIEWS; i++) {
                marias().save("View " + i, FRESH, SharedWith.nobody());
            }
            assertThatThrownBy(() -> marias().save("One more", FRESH, SharedWith.nobody()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("500 views of maria");
            SavedView shared = marias().save("One more", FRESH, SharedWith.everybody());
            assertThatThrownBy(() -> marias().change(shared.withSharedWith(SharedWith.nobody())))
                    .hasMessageContaining("500 views");
            assertThat(bens().save("First", FRESH, SharedWith.nobody()).version())
                    .isOne();
        }

        @Test
        void aViewThatCannotBeReadKeepsNobodyFromTheOthers() {
            SavedView own = marias().save("Fresh ones", FRESH, SharedWith.nobody());
            UUID newer = new UUID(7, 7);
            store.commit(UnitOfWork.builder()
                    .document(StoredDocument.of(
                            "view",
                            newer.toString(),
                            "maria",
                            "{\"name\":\"Newer\",\"owner\":\"maria\",\"search\":\"{\\\"version\\\":2}\"}"))
                    .build());

            assertThat(marias().views()).containsExactly(own);
            assertThatThrownBy(() -> marias().getView(newer)).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void viewsOutliveTheDeskThatSavedThem() {
            SavedView own = marias().save("Fresh ones", FRESH, SharedWith.nobody());
            Agent auditor = Agent.builder("ada", "Ada Novak")
                    .employeeId("E-9")
                    .accessRole(Role.AUDITOR)
                    .build();
            try (Helpdesk second = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                    .agent(MARIA)
                    .agent(auditor)
                    .channel(FakeChannel.named("other"))
                    .store(store)
                    .build()) {
                assertThat(second.as(MARIA).views().views()).containsExactly(own);
                assertThat(second.as(auditor).views().viewsOf(MARIA.id())).containsExactly(own);
                assertThatThrownBy(() -> second.as(auditor).views().save("Mine", FRESH, SharedWith.nobody()))
                        .isInstanceOf(PermissionException.class);
            }
        }
    }

    @Nested
    class Customers {
        private List<TicketId> found(String text) {
            return story.ana().search(text, 10).items().stream()
                    .map(CustomerTicket::id)
                    .toList();
        }

        @Test
        void aCustomerFindsHerOwnTicketsTheNewestFirst() {
            TicketId first = story.written("Where is my parcel?");
            heed.channel().receive("bea@example.com", "Where is my parcel?");
            story.run();
            story.passes(Duration.ofDays(40));
            TicketId second = story.written("My parcel is broken.");

            assertThat(found("PARCEL")).containsExactly(second, first);
            assertThat(found("broken parcel")).containsExactly(second);
            assertThat(found("nothing")).isEmpty();
            assertThatThrownBy(() -> found("?!")).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void aCustomerGoesFromPageToPageWithACursorOfHerOwnSearch() {
            List<TicketId> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                all.add(0, story.written("Where is parcel " + i + "?"));
                story.passes(Duration.ofMinutes(1));
            }
            List<TicketId> found = new ArrayList<>();
            Page<CustomerTicket> page = story.ana().search("parcel where", 2);
            Cursor second = page.next().orElseThrow();
            page.items().forEach(ticket -> found.add(ticket.id()));
            while (page.next().isPresent()) {
                page = story.ana()
                        .searchOn("WHERE parcel", Cursor.of(page.next().get().value()), 2);
                page.items().forEach(ticket -> found.add(ticket.id()));
            }
            assertThat(found).isEqualTo(all);

            heed.channel().receive("bea@example.com", "Where is my parcel?");
            story.run();
            CustomerDesk bea = heed.desk()
                    .forCustomer(store.findCustomer(EmailAddress.of("bea@example.com"))
                            .orElseThrow()
                            .id());
            assertThatThrownBy(() -> story.ana().searchOn("parcel", second, 2))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> bea.searchOn("where parcel", second, 2)).isInstanceOf(InvalidInputException.class);
            Cursor agents = marias().search(FRESH, 1).next().orElseThrow();
            assertThatThrownBy(() -> story.ana().searchOn("where parcel", agents, 2))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> Cursor.of("\u202e" + second.value())).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void whatIsPutOffIsFoundByItsCustomerAndWhatIsDeletedIsNot() {
            TicketId ticket = story.written("Where is my parcel?");
            story.answered(ticket, Commitments.none());
            heed.maria()
                    .snoozes()
                    .snooze(ticket, story.in(Duration.ofDays(2)), OnReply.SURVIVE_REPLY, "A secret memo.");

            assertThat(found("parcel")).containsExactly(ticket);
            assertThat(found("secret")).isEmpty();
            story.olga().structure().delete(ticket, "A test.");
            assertThat(found("parcel")).isEmpty();
        }

        @Test
        void whatGoesOnElsewhereIsFoundWhereItIsShown() {
            TicketId first = story.written("Where is my parcel?");
            TicketId duplicate = story.written("A broken lens.");
            heed.maria().mergeInto(duplicate, first, "The same.");

            assertThat(found("lens parcel")).containsExactly(first);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "\u0000\u0007",
                    "\ud800",
                    "\u202e\u2066",
                    "a b c d e f g h i j k l m n o p q r s t u"
                })
        void whatHasNoWordsOrTooManyIsRefused(String text) {
            story.written("Where is my parcel?");
            assertThatThrownBy(() -> story.ana().search(text, 5)).isInstanceOf(InvalidInputException.class);
            for (int limit : new int[] {0, -1, 101, Integer.MAX_VALUE}) {
                assertThatThrownBy(() -> story.ana().search("parcel", limit)).isInstanceOf(InvalidInputException.class);
            }
        }

        @Test
        void strangeCharactersBetweenWordsAreNoWords() {
            TicketId ticket = story.written("Where is my parcel?");

            assertThat(found("\u202e where\u0000\ud800parcel \u2066")).containsExactly(ticket);
        }

        @Test
        void whatColleaguesWroteToEachOtherFindsNothing() {
            TicketId ticket = story.written("Where is my parcel?");
            heed.maria().note(ticket, "She is a difficult customer.");
            heed.maria().filing().addTags(ticket, "difficult");

            assertThat(found("difficult")).isEmpty();
            assertThat(marias().search(
                                    TicketSearch.builder()
                                            .noteWords("difficult")
                                            .build(),
                                    10)
                            .items())
                    .hasSize(1);
        }

        @Test
        void aCustomerLooksForWordsAsTheDocumentsSay() {
            TicketId ticket = story.written("A broken lens.");
            Helpdesk desk = heed.desk();
            CustomerId ana = story.ticket(ticket).customer();

            Page<CustomerTicket> found = desk.forCustomer(ana).search("broken lens", 10);

            assertThat(found.items()).extracting(CustomerTicket::id).containsExactly(ticket);
            assertThat(found.next()).isEmpty();
        }

        @Test
        void whatAnAgentAnsweredIsFound() {
            TicketId ticket = story.written("Where is my parcel?");
            heed.maria().getTicket(ticket);
            heed.maria().reply(ticket, "It is at the post office.");

            assertThat(found("post office")).containsExactly(ticket);
        }
    }
}
