package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.people.AccountAddress;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.Consent;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.LinkId;
import dev.heed.people.Organisation;
import dev.heed.people.Organisation.Sight;
import dev.heed.people.OrganisationId;
import dev.heed.people.PendingConfirmation;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is known of customers comes back from JSON as it was. */
class PeopleJsonTest {
    private static Arbitrary<String> words() {
        return Arbitraries.strings().all().ofMinLength(1).ofMaxLength(20).filter(text -> !text.isBlank());
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000L)
                .map(second -> Instant.ofEpochSecond(second, second % 1000 * 1000));
    }

    private static Arbitrary<CustomerId> customers() {
        return words().map(CustomerId::of);
    }

    private static Arbitrary<Address> addresses() {
        return Arbitraries.oneOf(
                Combinators.combine(words(), words())
                        .as((channel, value) -> (Address) new AccountAddress(channel, value)),
                Arbitraries.of("a@example.com", "zoë@müller.example").map(text -> (Address) EmailAddress.of(text)));
    }

    @Provide
    Arbitrary<ProfileLink> links() {
        Arbitrary<Proof> proofs = Arbitraries.oneOf(
                Combinators.combine(customers(), addresses(), words(), times(), words())
                        .as((id, at, key, until, by) -> (Proof) new Proof.SignedIdentity(id, at, key, until, by)),
                Combinators.combine(addresses(), customers(), times())
                        .as((at, by, when) -> (Proof) new Proof.ConfirmedAddress(at, by, when)),
                Combinators.combine(words(), words())
                        .as((by, why) -> (Proof) new Proof.AgentDecision(AgentId.of(by), why)));
        Arbitrary<ProfileLink.Ending> endings = Combinators.combine(
                        times(), words().map(AgentId::of).optional(), words())
                .as(ProfileLink.Ending::new);
        return Combinators.combine(
                        Arbitraries.create(java.util.UUID::randomUUID).map(LinkId::new),
                        customers(),
                        customers(),
                        proofs,
                        times(),
                        endings.optional())
                .filter((id, one, other, proof, at, ending) -> !one.equals(other))
                .as(ProfileLink::new);
    }

    @Property
    void aLinkComesBackAsItWas(@ForAll("links") ProfileLink link) {
        assertThat(PeopleJson.toLink(PeopleJson.link(link))).isEqualTo(link);
    }

    @Provide
    Arbitrary<List<Consent>> histories() {
        return Combinators.combine(
                        words(),
                        Arbitraries.of(true, false),
                        times(),
                        words(),
                        words().map(AgentId::of).optional())
                .as(Consent::new)
                .list()
                .ofMaxSize(5);
    }

    @Property
    void consentsComeBackInTheirOrder(@ForAll("histories") List<Consent> history) {
        assertThat(PeopleJson.toConsents(PeopleJson.consents(history))).isEqualTo(history);
    }

    @Provide
    Arbitrary<Organisation> organisations() {
        return Combinators.combine(
                        words().map(OrganisationId::of),
                        words(),
                        Arbitraries.maps(customers(), Arbitraries.of(Sight.class))
                                .ofMaxSize(4),
                        Arbitraries.of("acme.example", "müller.example").set())
                .as(Organisation::new);
    }

    @Property
    void anOrganisationComesBackWithItsMembers(@ForAll("organisations") Organisation organisation) {
        assertThat(PeopleJson.toOrganisation(PeopleJson.organisation(organisation)))
                .isEqualTo(organisation);
    }

    @Provide
    Arbitrary<PendingConfirmation> confirmations() {
        return Combinators.combine(addresses(), customers(), times(), times()).as(PendingConfirmation::new);
    }

    @Property
    void aConfirmationComesBackAsItWas(@ForAll("confirmations") PendingConfirmation pending) {
        assertThat(PeopleJson.toConfirmation(PeopleJson.confirmation(pending))).isEqualTo(pending);
    }

    @Test
    void whatIsWrongIsSaidByFieldAndNotByValue() {
        String link = PeopleJson.link(ProfileLink.of(
                new LinkId(new java.util.UUID(1, 1)),
                CustomerId.of("a"),
                CustomerId.of("b"),
                new Proof.AgentDecision(AgentId.of("maria"), "She called."),
                Instant.EPOCH));

        assertThatThrownBy(() -> PeopleJson.toLink(link.replace("agentDecision", "guess secret")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("kind")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> PeopleJson.toLink(link.replace("\"b\"", "\"a\"")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> PeopleJson.toLink("[]")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> PeopleJson.toConsents("{\"consents\":[{}]}"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> PeopleJson.toOrganisation("{\"id\":\"\",\"name\":\"x\"}"))
                .isInstanceOf(InvalidInputException.class);
    }
}
