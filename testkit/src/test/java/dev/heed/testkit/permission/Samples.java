package dev.heed.testkit.permission;

import dev.heed.BulkAction;
import dev.heed.SavedView;
import dev.heed.SharedWith;
import dev.heed.error.PracticeCode;
import dev.heed.hours.BusinessHours;
import dev.heed.json.Upcaster;
import dev.heed.message.AttachmentSource;
import dev.heed.message.ContentHash;
import dev.heed.message.MessageId;
import dev.heed.message.NoteId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Absence;
import dev.heed.people.Address;
import dev.heed.people.Addressee;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.DepartmentId;
import dev.heed.people.EmailAddress;
import dev.heed.people.IdentityKey;
import dev.heed.people.LinkId;
import dev.heed.people.Organisation;
import dev.heed.people.OrganisationId;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import dev.heed.people.Tier;
import dev.heed.privacy.ExportAudience;
import dev.heed.promise.PromiseId;
import dev.heed.report.FairnessLimits;
import dev.heed.report.ForecastPlan;
import dev.heed.report.GroupBy;
import dev.heed.report.ReportPeriod;
import dev.heed.report.Shift;
import dev.heed.sla.ServiceLevels;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaPolicy;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.TicketSearch;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.ApprovalId;
import dev.heed.ticket.ApprovalSubject;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.IfCustomerWrites;
import dev.heed.ticket.LinkKind;
import dev.heed.ticket.Mood;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.Priority;
import dev.heed.ticket.Reference;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A good argument of each type, for whoever acts. */
final class Samples {
    private static final BusinessHours ALWAYS = BusinessHours.always(ZoneId.of("Europe/Paris"));
    static final IdentityKey KEY = IdentityKey.of("2026", new byte[32]);

    private final Map<String, Object> samples = new HashMap<>();

    Samples(TicketId ticket, CustomerId customer, Agent actor, AgentId colleague, Instant now) {
        Instant tomorrow = now.plus(Duration.ofDays(1));
        put(TicketId.class, ticket);
        put(String.class, "I look after it.");
        put(Reply.class, Reply.text("I look after it.", Signature.of(actor)));
        DraftId draft = new DraftId("draft");
        put(DraftId.class, draft);
        ReplyDraft.Content words = ReplyDraft.Content.of("I look after it.");
        put(ReplyDraft.class, new ReplyDraft(draft, ticket, actor.id(), words, false, actor.id(), now, 1));
        put(IfCustomerWrites.class, IfCustomerWrites.CANCEL);
        put(OnReply.class, OnReply.BREAK_ON_REPLY);
        put(SlaTarget.class, SlaTarget.FIRST_REPLY);
        put(ChangeMode.class, ChangeMode.RECOMPUTE);
        SlaPolicy policy = SlaPolicy.builder("standard", BusinessHours.always(ZoneOffset.UTC))
                .goal(SlaGoal.within(SlaTarget.FIRST_REPLY, Duration.ofHours(1)))
                .build();
        put(ServiceLevels.class, ServiceLevels.of("proposed", now, policy));
        put(Tier.class, Tier.BASE);
        put(Commitments.class, Commitments.none());
        put(AdverseDecision.class, new AdverseDecision("It was used.", "Write to Olga Winter."));
        put(PromiseId.class, new PromiseId(1));
        put(AgentId.class, colleague);
        put(Addressee.class, colleague);
        put(DepartmentId.class, DepartmentId.of("shipping"));
        put(NoteId.class, new NoteId("n-1"));
        samples.put("java.util.Collection<" + AgentId.class.getName() + ">", List.of(colleague));
        put(TicketKind.class, TicketKind.SUGGESTION);
        put(LinkKind.class, LinkKind.RELATED);
        put(Instant.class, tomorrow);
        put(CallIntake.class, CallIntake.of("Ana", "030 555"));
        put(CallOutcome.class, new CallOutcome.CustomerEnded());
        put(PracticeCode.class, PracticeCode.HANDOVER_WITHOUT_SUMMARY);
        put(Customer.class, Customer.builder("eve").email("eve@example.com").build());
        put(CustomerId.class, customer);
        put(Address.class, EmailAddress.of("eve@example.com"));
        put(UUID.class, new UUID(1, 1));
        put(Absence.class, new Absence(colleague, actor.id(), tomorrow, tomorrow.plusSeconds(3600)));
        put(Locale.class, Locale.FRENCH);
        put(ZoneId.class, ZoneId.of("Europe/Paris"));
        put(Proof[].class, new Proof[0]);
        put(Proof.SignedIdentity.class, KEY.sign(customer, EmailAddress.of("eve@example.com"), tomorrow));
        put(ProfileLink.class, link(customer, now));
        put(Organisation.class, Organisation.of("acme", "Acme"));
        put(OrganisationId.class, OrganisationId.of("acme"));
        put(Organisation.Sight.class, Organisation.Sight.ALL);
        put(boolean.class, true);
        put(BulkAction.class, BulkAction.take());
        samples.put("java.util.List<" + TicketId.class.getName() + ">", List.of(ticket));
        put(FactKind.class, FactKind.PROVIDED);
        put(Priority.class, Priority.HIGH);
        put(Mood.class, Mood.WORRIED);
        put(MessageId.class, new MessageId("m-1"));
        put(ApprovalId.class, new ApprovalId(1));
        put(ApprovalSubject.class, ApprovalSubject.destructiveStep("wipe-disk"));
        put(ContentHash.class, ContentHash.of(new byte[] {1}));
        put(Upcaster[].class, new Upcaster[0]);
        put(int.class, 10);
        TicketSearch search = TicketSearch.builder().build();
        put(TicketSearch.class, search);
        put(Cursor.class, Cursor.of("AaYDWT0c0Y12AAAAAAAAA-gAAAAAAAAD6NHwhFE"));
        put(SharedWith.class, SharedWith.nobody());
        put(SavedView.class, new SavedView(new UUID(1, 1), "Mine", actor.id(), SharedWith.nobody(), search, 1));
        put(String[].class, new String[] {"urgent"});
        put(Reference[].class, new Reference[] {Reference.order("4711")});
        put(BigDecimal.class, BigDecimal.ONE);
        put(LocalDate.class, LocalDate.of(2026, 3, 2));
        put(ReportPeriod.class, new ReportPeriod(now.minus(Duration.ofDays(7)), now));
        put(GroupBy[].class, GroupBy.values());
        put(FairnessLimits.class, FairnessLimits.defaults());
        put(ForecastPlan.class, ForecastPlan.of(Duration.ofMinutes(12), 14, new Shift(ALWAYS, 1)));
        put(ExportAudience.class, ExportAudience.SHOP);
        put(OutputStream.class, OutputStream.nullOutputStream());
        put(long.class, 10L);
        put(boolean.class, true);
        samples.put("java.util.Collection<java.lang.String>", List.of("urgent"));
        samples.put("java.util.Map<java.lang.String, " + FieldValue.class.getName() + ">", Map.of());
        samples.put("java.util.List<" + TicketEvent.class.getName() + ">", List.of());
        samples.put("java.util.List<" + AttachmentSource.class.getName() + ">", List.of());
        samples.put("java.util.List<" + MessageId.class.getName() + ">", List.of());
    }

    private static ProfileLink link(CustomerId customer, Instant now) {
        Proof proof = new Proof.AgentDecision(AgentId.of("maria"), "They called.");
        return ProfileLink.of(new LinkId(new UUID(1, 1)), customer, CustomerId.of("bea"), proof, now);
    }

    private void put(Class<?> type, Object sample) {
        samples.put(type.getTypeName(), sample);
    }

    Object[] of(Method method) {
        return Arrays.stream(method.getGenericParameterTypes()).map(this::of).toArray();
    }

    private Object of(Type type) {
        Object sample = samples.get(type.getTypeName());
        if (sample == null) {
            throw new AssertionError("Say in Samples what a good " + type.getTypeName() + " is.");
        }
        return sample;
    }

    /** Null wherever it can be, so that only a method that asks first gets so far as to refuse the role. */
    static Object[] nothing(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type == int.class
                        ? (Object) 10
                        : type == long.class ? (Object) 10L : type == boolean.class ? (Object) false : null)
                .toArray();
    }
}
