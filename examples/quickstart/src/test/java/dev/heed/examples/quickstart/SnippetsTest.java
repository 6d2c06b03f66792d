package dev.heed.examples.quickstart;

import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.AgentDesk;
import dev.heed.AskedOfMe;
import dev.heed.DraftsDesk;
import dev.heed.Helpdesk;
import dev.heed.HelpdeskBuilder;
import dev.heed.NotesDesk;
import dev.heed.email.EmailChannel;
import dev.heed.email.MailServer;
import dev.heed.error.Finding;
import dev.heed.error.NotFoundException;
import dev.heed.error.PermissionException;
import dev.heed.error.PracticeCode;
import dev.heed.message.Message;
import dev.heed.message.NoteId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Department;
import dev.heed.people.DepartmentId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Permission;
import dev.heed.people.Role;
import dev.heed.people.Shop;
import dev.heed.promise.PromiseKind;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.IfCustomerWrites;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The snippets of the documents, compiled and run. */
@SuppressWarnings("CheckReturnValue") // reads as in the documents
class SnippetsTest {
    private static final Agent BEN =
            Agent.builder("ben", "Ben Okafor").employeeId("E-2001").build();

    @RegisterExtension
    final DeskExtension two = DeskExtension.with(builder -> builder.agent(BEN));

    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    @Test
    void aCustomerWhoWaitsTooLongIsNoticed() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        heed.clock().advance(Duration.ofDays(1));
        heed.run();

        assertThat(heed.onlyTicket()).isOverdue().isAcknowledged().hasOpenPromise(PromiseKind.APOLOGY);
    }

    @Test
    void repliesAreTextOrHtmlAndCanBeReviewed() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        Helpdesk helpdesk = heed.desk();
        Agent maria = DeskExtension.MARIA;
        TicketId ticket = heed.onlyTicket().id();

        AgentDesk desk = helpdesk.as(maria);
        desk.reply(ticket, "Dear {{customer.name | default: \"customer\"}},\n\nit left this morning.");
        desk.reply(ticket, Reply.html("<p>It left <b>this morning</b>.</p>", Signature.of(maria)));
        List<Finding> findings = desk.review(ticket, Reply.text("It left.\n\nYour Acme Team", Signature.of(maria)));

        heed.run();
        assertThat(heed.channel().sent()).hasSize(3);
        assertThat(findings).extracting(Finding::code).containsExactly(PracticeCode.SIGNATURE_NOT_PERSONAL);
    }

    @Test
    void whatIsNewIsReadBeforeTheAnswer() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        Helpdesk desk = heed.desk();
        Agent maria = DeskExtension.MARIA;
        TicketId ticket = heed.onlyTicket().id();
        desk.forCustomer(heed.onlyTicket().customer()).write(ticket, "It has come.");
        Reply reply = Reply.text("I am glad that it is there.", Signature.of(maria));

        List<Message> news = desk.as(maria).unseen(ticket);
        desk.as(maria).reply(ticket, reply.seen(news.get(news.size() - 1).id()));

        assertThat(news).extracting(Message::text).containsExactly("It has come.");
    }

    @Test
    void anAnswerIsTakenBackAndLeavesLater() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        TicketId ticket = heed.onlyTicket().id();
        DraftsDesk drafts = heed.desk().as(DeskExtension.MARIA).drafts();
        ReplyDraft draft = drafts.write(ticket, "It left this morning.");
        Instant tomorrowAtNine = heed.clock().instant().plus(Duration.ofHours(2));

        drafts.sendWithUndo(draft);
        drafts.cancel(draft);
        drafts.sendLater(drafts.get(draft.id()), tomorrowAtNine, IfCustomerWrites.CANCEL);

        assertThat(heed.onlyTicket().sendOrders()).hasSize(1);
    }

    @Test
    void aTicketIsPutOff() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        Helpdesk desk = heed.desk();
        Agent maria = DeskExtension.MARIA;
        TicketId ticket = heed.onlyTicket().id();
        desk.as(maria).reply(ticket, "I ask the carrier.");
        Instant mondayAtNine = heed.clock().instant().plus(Duration.ofDays(7));

        desk.as(maria).snoozes().snooze(ticket, mondayAtNine, OnReply.BREAK_ON_REPLY, "Ask the carrier again.");

        assertThat(desk.as(maria).owned(9)).isEmpty();
    }

    @Test
    void aPromiseIsMadeWithAnAnswer() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        Helpdesk desk = heed.desk();
        Agent maria = DeskExtension.MARIA;
        TicketId ticket = heed.onlyTicket().id();
        Instant due = heed.clock().instant().plus(Duration.ofHours(4));

        desk.as(maria)
                .reply(
                        ticket,
                        Reply.text("I ask the carrier.", Signature.of(maria)),
                        Commitments.none().promise(PromiseKind.FIND_OUT, "where your parcel is", due));

        heed.run();
        assertThat(heed.onlyTicket()).hasOpenPromise(PromiseKind.FIND_OUT);
        assertThat(heed.channel().lastSent().content().text()).contains("where your parcel is", "13:00");
    }

    @Test
    void aWarningIsOverriddenWithAReason() {
        two.channel().receive("ana@example.com", "Where is my parcel?");
        two.run();
        Helpdesk desk = two.desk();
        Agent maria = DeskExtension.MARIA;
        TicketId ticket = two.onlyTicket().id();
        desk.as(BEN).take(ticket);

        desk.as(maria)
                .overriding(PracticeCode.HANDOVER_WITHOUT_SUMMARY, "Ben is ill.")
                .take(ticket);

        assertThat(two.onlyTicket()).isOwnedBy(maria);
        assertThat(two.events()).hasAtLeastOneElementOfType(LifecycleEvent.Overridden.class);
    }

    @Test
    void rolesSayWhoMayDoWhat() {
        Agent tom = Agent.builder("tom", "Tom Berger")
                .employeeId("E-1031")
                .accessRole(Role.TRAINEE)
                .build();
        Agent ada = Agent.builder("ada", "Ada Novak")
                .employeeId("E-1032")
                .accessRole(Role.AUDITOR)
                .build();
        Agent lead = Agent.builder("lea", "Lea Brandt")
                .employeeId("E-1033")
                .accessRole(Role.LEAD)
                .build();
        HelpdeskBuilder builder = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(BEN)
                .agent(tom)
                .agent(ada)
                .agent(lead)
                .channel(FakeChannel.named("fake"));

        builder.allow(Role.AGENT, Permission.BULK, "Two people, one desk.")
                .forbid(Role.AGENT, Permission.DECIDE_AGAINST, "Olga says no herself.");

        UUID deadLetter = new UUID(1, 1);
        try (Helpdesk helpdesk = builder.build()) {
            assertThatThrownBy(() -> {
                        helpdesk.backoffice(lead.id()).redrive(deadLetter);
                    })
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> helpdesk.backoffice(tom.id()).redrive(deadLetter))
                    .isInstanceOf(PermissionException.class);
        }
    }

    @Test
    void colleaguesWriteToEachOther() {
        two.channel().receive("ana@example.com", "Where is my parcel?");
        two.run();
        Helpdesk desk = two.desk();
        Agent maria = DeskExtension.MARIA;
        TicketId ticket = two.onlyTicket().id();

        desk.as(maria).note(ticket, "The carrier says Tuesday.");

        assertThat(two.onlyTicket().notes()).hasSize(1);
        assertThat(two.onlyTicket()).hasMessages(2);
    }

    @Test
    void colleaguesAskAndDepartmentsAcknowledge() {
        Agent ben = BEN;
        FakeChannel email = FakeChannel.named("email");
        Helpdesk desk = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(DeskExtension.MARIA)
                .agent(ben)
                .channel(email)
                .department(Department.of("shipping", "Shipping", ben.id()))
                .build();
        email.receive("ana@example.com", "Where is my parcel?");
        desk.runDue();
        NotesDesk notes = desk.as(DeskExtension.MARIA).notes();
        TicketId ticket = desk.as(DeskExtension.MARIA).queue(1).get(0).id();
        Instant noon = Instant.now().plus(Duration.ofHours(3));
        DepartmentId shipping = DepartmentId.of("shipping");

        notes.addTo(ticket, List.of(ben.id()), "@ben: she called twice.");
        Ticket asked = notes.ask(ticket, ben.id(), noon, "Is there one left?");
        notes.tell(ticket, shipping, "A-4711", "Put a lens cap and a thank-you card in.");

        for (AskedOfMe one : desk.as(ben).notes().askedOfMe(20)) {
            TicketId where = one.ticket().id();
            NoteId note = one.open().note().id();
            if (one.open().isAsk()) {
                desk.as(ben).notes().answer(where, note, "Three, on shelf 17.");
            } else {
                desk.as(ben).notes().acknowledge(where, note);
            }
        }

        assertThat(asked.openAsks()).hasSize(1);
        assertThat(desk.as(ben).getTicket(ticket).openNotes()).isEmpty();
        desk.close();
    }

    @Test
    void goingLiveChangesOneLine() {
        String user = "support";
        String password = "secret";

        var mail = EmailChannel.builder(
                        "support@acme.example",
                        MailServer.tls("imap.acme.example", 993).login(user, password),
                        MailServer.tls("smtp.acme.example", 465).login(user, password))
                .build();

        assertThat(mail.ownAddresses()).containsExactly(EmailAddress.of("support@acme.example"));
    }

    @Test
    void aMailboxHasOptions() {
        String user = "support";
        String password = "secret";

        EmailChannel mail = EmailChannel.builder(
                        "support@acme.example",
                        MailServer.tls("imap.acme.example", 993).login(user, password),
                        MailServer.startTls("smtp.acme.example", 587).login(user, password))
                .alias("help@acme.example")
                .build();

        assertThat(mail.ownAddresses()).hasSize(2);
    }
}
