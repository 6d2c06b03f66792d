package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Backoffice;
import dev.heed.CustomerTicket;
import dev.heed.CustomersDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.people.Consent;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.IdentityKey;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import dev.heed.people.Proof.SignedIdentity;
import dev.heed.testkit.DeskExtension;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The shop says who its customers are, also after they have written as strangers; and what they agreed to. */
class RegistrationScenarioTest {
    private static final EmailAddress ADDRESS = EmailAddress.of(Story.ANA);
    private static final CustomerId ANA = CustomerId.of("c-1");
    private static final IdentityKey KEY = IdentityKey.of("2026-1", bytes(7));
    private static final IdentityKey OLD_KEY = IdentityKey.of("2025-1", bytes(5));

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(
            builder -> Story.withColleagues(builder).identityKey(KEY).identityKey(OLD_KEY));

    private final Story story = new Story(heed);
    private Backoffice backoffice;
    private CustomersDesk customers;
    private CustomerId stranger;

    private static byte[] bytes(int value) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) value);
        return secret;
    }

    @BeforeEach
    void anaHasWrittenAsAStranger() {
        backoffice = heed.desk().backoffice();
        customers = heed.maria().customers();
        stranger = story.ticket(story.written("Where is my parcel?")).customer();
    }

    private SignedIdentity signed(IdentityKey key, Duration lasts) {
        return key.sign(ANA, ADDRESS, story.in(lasts));
    }

    private static Customer ana() {
        return Customer.builder("c-1")
                .name("Ana Silva")
                .email(Story.ANA)
                .email("ana@new.example")
                .build();
    }

    @Test
    void anAddressOfAStrangerIsNotTakenWithoutProof() {
        assertThatThrownBy(() -> backoffice.register(ana()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nothing proves")
                .hasMessageNotContaining(Story.ANA);

        assertThat(backoffice.findCustomer(ANA)).isEmpty();
        assertThat(backoffice.findCustomer(ADDRESS).map(Customer::id)).contains(stranger);
        assertThat(customers.links(stranger)).isEmpty();
    }

    @Test
    void aSignedIdentityLinksTheStranger() {
        SignedIdentity identity = signed(KEY, Duration.ofHours(1));

        backoffice.register(ana(), identity);

        assertThat(customers.links(ANA)).singleElement().satisfies(link -> {
            assertThat(link.joins(ANA, stranger)).isTrue();
            assertThat(link.proof()).isEqualTo(identity);
        });
        assertThat(heed.desk().forCustomer(ANA).tickets()).hasSize(1);
        assertThat(backoffice.findCustomer(ADDRESS).map(Customer::id))
                .as("the address stays with the profile that had it")
                .contains(stranger);
        assertThat(backoffice.findCustomer(EmailAddress.of("ana@new.example")).map(Customer::id))
                .contains(ANA);
        story.written("One more question.");
        assertThat(heed.channel().lastSent().content().text()).startsWith("Hello Ana Silva,");
    }

    @Test
    void theDecisionOfAnAgentDoesAsWellAndIsThatOfWhoActs() {
        Proof decision = new Proof.AgentDecision(MARIA.id(), "She called with her order number.");

        assertThatThrownBy(() -> heed.desk().backoffice(Story.BEN.id()).register(ana(), decision))
                .isInstanceOf(InvalidInputException.class);
        heed.desk().backoffice(MARIA.id()).register(ana(), decision);

        assertThat(customers.person(ANA).has(stranger)).isTrue();
    }

    @Test
    void registeredAnewTheLinkHoldsAndNeedsNoProofAgain() {
        backoffice.register(ana(), signed(KEY, Duration.ofHours(1)));
        backoffice.register(ana());
        backoffice.register(Customer.builder("c-1").name("Ana Souza").build());

        assertThat(customers.person(ANA).has(stranger)).isTrue();
        assertThat(customers.find(ANA).flatMap(Customer::name)).contains("Ana Souza");
        customers.unlink(customers.links(ANA).get(0), "It was somebody else.");
        assertThatThrownBy(() -> backoffice.register(ana())).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatWasTakenBackIsNotLinkedByTheSameSignatureAgain() {
        SignedIdentity identity = signed(KEY, Duration.ofHours(1));
        backoffice.register(ana(), identity);
        customers.unlink(customers.links(ANA).get(0), "It was somebody else.");

        assertThatThrownBy(() -> backoffice.link(identity))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("taken back");
        assertThat(customers.person(ANA).has(stranger)).isFalse();
        backoffice.link(signed(KEY, Duration.ofHours(2)));
        assertThat(customers.person(ANA).has(stranger)).isTrue();
    }

    @Test
    void theApplicationLinksAndTakesBackWithoutRegistering() {
        backoffice.register(Customer.builder("c-1").build());

        ProfileLink link = backoffice.link(signed(OLD_KEY, Duration.ofHours(1)));
        assertThat(backoffice.link(signed(KEY, Duration.ofHours(2))))
                .as("it is known")
                .isEqualTo(link);
        ProfileLink ended = backoffice.unlink(link, "The account was stolen.");

        assertThat(ended.ending().orElseThrow().by()).isEmpty();
        assertThat(customers.person(ANA).has(stranger)).isFalse();
        assertThatThrownBy(() ->
                        backoffice.link(KEY.sign(ANA, EmailAddress.of("x@example.com"), story.in(Duration.ofHours(1)))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aSignatureThatProvesNothingIsRefused() {
        SignedIdentity good = signed(KEY, Duration.ofHours(1));
        IdentityKey foreign = IdentityKey.of("2026-1", bytes(9));
        List<SignedIdentity> bad = List.of(
                signed(foreign, Duration.ofHours(1)),
                signed(IdentityKey.of("unknown", bytes(7)), Duration.ofHours(1)),
                signed(KEY, Duration.ZERO),
                signed(KEY, Duration.ofDays(-1)),
                signed(KEY, Duration.ofDays(2)),
                new SignedIdentity(CustomerId.of("c-2"), ADDRESS, "2026-1", good.expires(), good.signature()),
                new SignedIdentity(ANA, EmailAddress.of("x@example.com"), "2026-1", good.expires(), good.signature()),
                new SignedIdentity(ANA, ADDRESS, "2025-1", good.expires(), good.signature()),
                new SignedIdentity(ANA, ADDRESS, "2026-1", good.expires().plusSeconds(1), good.signature()),
                new SignedIdentity(ANA, ADDRESS, "2026-1", good.expires(), ""));
        backoffice.register(Customer.builder("c-1").build());

        for (SignedIdentity identity : bad) {
            assertThatThrownBy(() -> backoffice.link(identity)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> backoffice.register(ana(), identity)).isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() ->
                        backoffice.register(ana(), new Proof.ConfirmedAddress(ADDRESS, ANA, story.in(Duration.ZERO))))
                .isInstanceOf(InvalidInputException.class);
        assertThat(customers.links(ANA)).isEmpty();
    }

    @Test
    void aSignatureForAnotherAddressProvesNothingAboutThisOne() {
        SignedIdentity other = KEY.sign(ANA, EmailAddress.of("ana@new.example"), story.in(Duration.ofHours(1)));

        assertThatThrownBy(() -> backoffice.register(ana(), other))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nothing proves");
    }

    @Test
    void consentsAreAHistoryThatRegisteringDoesNotForget() {
        backoffice.register(Customer.builder("c-1").build());
        backoffice.recordConsent(ANA, "newsletter", true, "Form of 2 March, box ticked.");
        story.passes(Duration.ofDays(1));
        customers.withdrawConsent(ANA, "newsletter", "She said so on the phone.");
        customers.recordConsent(ANA, "telephone", "She asked to be called.");
        backoffice.register(Customer.builder("c-1").locale(Locale.GERMAN).build());
        customers.recordConsent(ANA, "newsletter", "Form of 3 March, box ticked.");

        List<Consent> history = customers.consents(ANA);
        assertThat(history)
                .extracting(Consent::purpose)
                .containsExactly("newsletter", "newsletter", "telephone", "newsletter");
        assertThat(history).extracting(Consent::given).containsExactly(true, false, true, true);
        assertThat(history)
                .extracting(Consent::by)
                .containsExactly(
                        Optional.empty(), Optional.of(MARIA.id()), Optional.of(MARIA.id()), Optional.of(MARIA.id()));
        assertThat(history.get(1).at()).isEqualTo(history.get(0).at().plus(Duration.ofDays(1)));
    }

    @Test
    void whatWasNotGivenIsNotWithdrawnAndEvidenceIsNeeded() {
        backoffice.register(Customer.builder("c-1").build());

        assertThatThrownBy(() -> customers.withdrawConsent(ANA, "newsletter", "She said so."))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> customers.recordConsent(ANA, "newsletter", " "))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> customers.recordConsent(CustomerId.of("nobody"), "newsletter", "Form."))
                .isInstanceOf(NotFoundException.class);
        customers.recordConsent(ANA, "newsletter", "Form.");
        customers.withdrawConsent(ANA, "newsletter", "She said so.");
        assertThatThrownBy(() -> customers.withdrawConsent(ANA, "newsletter", "She said so."))
                .isInstanceOf(InvalidInputException.class);
        assertThat(customers.consents(ANA)).hasSize(2);
        assertThat(heed.desk().forCustomer(stranger).tickets())
                .extracting(CustomerTicket::id)
                .hasSize(1);
    }

    @Test
    void whatAnAgentSetsStaysUntilTheShopRegistersAnew() {
        backoffice.register(ana(), signed(KEY, Duration.ofHours(1)));

        customers.setLanguage(ANA, Locale.FRENCH);

        Customer kept = customers.find(ANA).orElseThrow();
        assertThat(kept.locale()).contains(Locale.FRENCH);
        assertThat(kept.name()).contains("Ana Silva");
        assertThat(kept.addresses()).containsExactly(EmailAddress.of("ana@new.example"));
    }
}
