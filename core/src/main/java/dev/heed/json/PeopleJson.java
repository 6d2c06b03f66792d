package dev.heed.json;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.people.AgentId;
import dev.heed.people.Consent;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.LinkId;
import dev.heed.people.Organisation;
import dev.heed.people.Organisation.Sight;
import dev.heed.people.OrganisationId;
import dev.heed.people.PendingConfirmation;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import dev.heed.people.Proof.AgentDecision;
import dev.heed.people.Proof.ConfirmedAddress;
import dev.heed.people.Proof.SignedIdentity;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is known of customers as JSON, without loss: customers and links for stores, and what the desk keeps as documents. What cannot be
 * read is an {@link InvalidInputException} that names the field and not what stands in it. Stateless.
 */
public final class PeopleJson {
    private PeopleJson() {}

    /** What is known of a customer. */
    public static String customer(Customer customer) {
        return JsonText.format(new FieldWriter()
                .text("id", customer.id().value())
                .text("name", customer.name())
                .objects("addresses", List.copyOf(customer.addresses()), AddressCodec::address)
                .text("locale", customer.locale().map(Locale::toLanguageTag))
                .text("zone", customer.zone().map(ZoneId::getId))
                .fields());
    }

    /** The customer who was written. */
    public static Customer toCustomer(String json) {
        FieldReader in = reader(json, "Customer");
        Customer.Builder customer = Customer.builder(in.text("id"));
        in.optionalText("name").ifPresent(customer::name);
        in.objects("addresses", AddressCodec::toAddress).forEach(customer::address);
        in.optionalText("locale").map(Locale::forLanguageTag).ifPresent(customer::locale);
        in.optionalValue("zone", ZoneId::of).ifPresent(customer::zone);
        return customer.build();
    }

    /** A link between two profiles. */
    public static String link(ProfileLink link) {
        FieldWriter out = new FieldWriter()
                .text("id", link.id().toString())
                .text("one", link.one().value())
                .text("other", link.other().value())
                .object("proof", proof(link.proof()))
                .instant("at", link.at());
        link.ending()
                .ifPresent(ending -> out.object(
                        "ending",
                        new FieldWriter()
                                .instant("at", ending.at())
                                .text("by", ending.by().map(AgentId::value))
                                .text("reason", ending.reason())));
        return JsonText.format(out.fields());
    }

    /** The link that was written. */
    public static ProfileLink toLink(String json) {
        FieldReader in = reader(json, "Profile link");
        LinkId id = in.value("id", text -> new LinkId(UUID.fromString(text)));
        CustomerId one = in.value("one", CustomerId::of);
        CustomerId other = in.value("other", CustomerId::of);
        Proof proof = in.object("proof", PeopleJson::toProof);
        Optional<ProfileLink.Ending> ending = in.optionalObject("ending", PeopleJson::toEnding);
        return in.checked(() -> new ProfileLink(id, one, other, proof, in.instant("at"), ending));
    }

    private static ProfileLink.Ending toEnding(FieldReader in) {
        Optional<AgentId> by = in.optionalValue("by", AgentId::of);
        String reason = in.text("reason");
        return in.checked(() -> new ProfileLink.Ending(in.instant("at"), by, reason));
    }

    private static FieldWriter proof(Proof proof) {
        FieldWriter out = new FieldWriter();
        if (proof instanceof SignedIdentity signed) {
            return out.text("kind", "signedIdentity")
                    .text("customer", signed.customer().value())
                    .object("address", AddressCodec.address(signed.address()))
                    .text("key", signed.keyId())
                    .instant("expires", signed.expires())
                    .text("signature", signed.signature());
        } else if (proof instanceof ConfirmedAddress confirmed) {
            return out.text("kind", "confirmedAddress")
                    .object("address", AddressCodec.address(confirmed.address()))
                    .text("by", confirmed.by().value())
                    .instant("requestedAt", confirmed.requestedAt());
        } else if (proof instanceof AgentDecision decision) {
            return out.text("kind", "agentDecision")
                    .text("by", decision.by().value())
                    .text("reason", decision.reason());
        }
        throw new IllegalStateException("There is a kind of proof without a JSON form.");
    }

    private static Proof toProof(FieldReader in) {
        return switch (in.text("kind")) {
            case "signedIdentity" ->
                new SignedIdentity(
                        in.value("customer", CustomerId::of),
                        in.object("address", AddressCodec::toAddress),
                        in.text("key"),
                        in.instant("expires"),
                        in.text("signature"));
            case "confirmedAddress" ->
                new ConfirmedAddress(
                        in.object("address", AddressCodec::toAddress),
                        in.value("by", CustomerId::of),
                        in.instant("requestedAt"));
            case "agentDecision" -> {
                AgentId by = in.value("by", AgentId::of);
                String reason = in.text("reason");
                yield in.checked(() -> new AgentDecision(by, reason));
            }
            default -> throw in.wrong("kind", "is none of signedIdentity, confirmedAddress, agentDecision");
        };
    }

    /** The history of a customer's consents. */
    public static String consents(List<Consent> history) {
        return JsonText.format(new FieldWriter()
                .objects(
                        "consents",
                        history,
                        consent -> new FieldWriter()
                                .text("purpose", consent.purpose())
                                .flag("given", consent.given())
                                .instant("at", consent.at())
                                .text("evidence", consent.evidence())
                                .text("by", consent.by().map(AgentId::value)))
                .fields());
    }

    /** The consents that were written, in their order. */
    public static List<Consent> toConsents(String json) {
        return reader(json, "History of consents").objects("consents", in -> {
            String purpose = in.text("purpose");
            String evidence = in.text("evidence");
            Optional<AgentId> by = in.optionalValue("by", AgentId::of);
            return in.checked(() -> new Consent(purpose, in.flag("given"), in.instant("at"), evidence, by));
        });
    }

    /** An organisation with its members. */
    public static String organisation(Organisation organisation) {
        List<Map.Entry<CustomerId, Sight>> members = organisation.members().entrySet().stream()
                .sorted(Comparator.comparing(member -> member.getKey().value()))
                .toList();
        return JsonText.format(new FieldWriter()
                .text("id", organisation.id().value())
                .text("name", organisation.name())
                .objects(
                        "members",
                        members,
                        member -> new FieldWriter()
                                .text("customer", member.getKey().value())
                                .constant("sight", member.getValue()))
                .texts("domains", organisation.domains().stream().sorted().toList())
                .fields());
    }

    /** The organisation that was written. */
    public static Organisation toOrganisation(String json) {
        FieldReader in = reader(json, "Organisation");
        Map<CustomerId, Sight> members = new HashMap<>();
        in.objects("members", Function.identity())
                .forEach(member ->
                        members.put(member.value("customer", CustomerId::of), member.constant("sight", Sight.class)));
        OrganisationId id = in.value("id", OrganisationId::of);
        String name = in.text("name");
        return in.checked(() -> new Organisation(id, name, members, new HashSet<>(in.texts("domains"))));
    }

    /** A confirmation that has not come back yet. */
    public static String confirmation(PendingConfirmation requested) {
        return JsonText.format(new FieldWriter()
                .object("address", AddressCodec.address(requested.address()))
                .text("by", requested.by().value())
                .instant("at", requested.at())
                .instant("expires", requested.expires())
                .fields());
    }

    /** The confirmation that was written. */
    public static PendingConfirmation toConfirmation(String json) {
        FieldReader in = reader(json, "Confirmation");
        return new PendingConfirmation(
                in.object("address", AddressCodec::toAddress),
                in.value("by", CustomerId::of),
                in.instant("at"),
                in.instant("expires"));
    }

    private static FieldReader reader(String json, String what) {
        if (JsonText.parse(requireNonNull(json, "json")) instanceof Map<?, ?> fields) {
            return new FieldReader(fields, what);
        }
        throw new InvalidInputException(what + " is not a JSON object.", "Pass the text on as it was written.");
    }
}
