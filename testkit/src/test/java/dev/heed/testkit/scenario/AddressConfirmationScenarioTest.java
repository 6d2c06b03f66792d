package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.CustomerDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.people.AccountAddress;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.testkit.DeskExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token goes to an address once and comes back once, and then whoever writes from there is the same person. */
class AddressConfirmationScenarioTest {
    private static final EmailAddress HOME = EmailAddress.of("ana@home.example");
    private static final Pattern TOKEN = Pattern.compile("(?:[A-Z2-7]{4}-){6}[A-Z2-7]{2}");
    private static final CustomerId ANA = CustomerId.of("c-1");

    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final AtomicInteger secrets = new AtomicInteger();

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(builder -> builder.store(store).secrets(bytes -> {
                byte[] secret = new byte[bytes];
                secret[0] = (byte) secrets.incrementAndGet();
                return secret;
            }));

    private final Story story = new Story(heed);

    @BeforeEach
    void anaIsACustomerOfTheShop() {
        heed.desk()
                .backoffice()
                .register(Customer.builder("c-1").name("Ana Silva").build());
        heed.desk()
                .backoffice()
                .register(Customer.builder("c-2").email("eve@example.com").build());
    }

    private CustomerDesk ana() {
        return heed.desk().forCustomer(ANA);
    }

    private String requested(CustomerDesk by) {
        Instant until = by.requestConfirmation(HOME);
        assertThat(until).isEqualTo(story.in(Duration.ofDays(1)));
        story.run();
        return token(heed.channel().lastSent());
    }

    private static String token(OutboundMessage letter) {
        Matcher token = TOKEN.matcher(letter.content().text());
        assertThat(token.find()).isTrue();
        return token.group();
    }

    @Test
    void theTokenLinksWhoeverHasWrittenFromTheAddress() {
        heed.channel().receive(HOME.value(), "Where is my parcel?");
        story.run();
        CustomerId stranger = heed.onlyTicket().customer();
        assertThat(ana().tickets()).isEmpty();

        String token = requested(ana());

        assertThat(ana().tickets()).as("nothing before it comes back").isEmpty();
        assertThat(ana().confirm(token)).isEqualTo(HOME);
        assertThat(ana().tickets()).hasSize(1);
        List<ProfileLink> links = heed.maria().customers().links(stranger);
        assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.joins(ANA, stranger)).isTrue();
            assertThat(link.proof())
                    .isEqualTo(
                            new Proof.ConfirmedAddress(HOME, ANA, heed.clock().instant()));
        });
    }

    @Test
    void anAddressFromWhichNobodyHasWrittenIsReadyForTheFirstMail() {
        ana().confirm(requested(ana()));
        heed.channel().receive(HOME.value(), "Where is my parcel?");
        story.run();

        assertThat(ana().tickets()).hasSize(1);
    }

    @Test
    void theLetterSaysThatAProgramWroteItAndNothingAboutAnybody() {
        requested(ana());
        OutboundMessage letter = heed.channel().lastSent();

        assertThat(letter.to()).isEqualTo(HOME);
        assertThat(letter.automatic()).isTrue();
        assertThat(letter.subject()).isEqualTo("Is this your address?");
        assertThat(letter.content().text())
                .contains("sent automatically by Acme", "Responsible for it: Maria Keller", "Tuesday 3 March 2026")
                .doesNotContain("Ana", "c-1");
        assertThat(heed.tickets()).isEmpty();
        assertThat(heed.run().idle()).as("it is sent once").isTrue();
    }

    @ParameterizedTest
    @CsvSource({"de,Ist das Ihre Adresse?", "fr,Est-ce votre adresse ?", "es,¿Es esta su dirección?"})
    void theLetterIsInTheLanguageOfWhoAsked(String language, String subject) {
        heed.maria().customers().setLanguage(ANA, Locale.forLanguageTag(language));

        requested(ana());

        assertThat(heed.channel().lastSent().subject()).isEqualTo(subject);
    }

    @Test
    void aTokenWorksOnceAndHoweverItIsTyped() {
        String token = requested(ana());
        String typed = " " + token.toLowerCase(Locale.ROOT).replace('-', ' ') + "\n";

        assertThat(ana().confirm(typed)).isEqualTo(HOME);
        assertThatThrownBy(() -> ana().confirm(token)).isInstanceOf(NotFoundException.class);
        assertThat(heed.maria().customers().links(ANA)).hasSize(1);
    }

    @Test
    void aTokenIsWorthNothingToAnybodyElseNorLaterThanADay() {
        String token = requested(ana());
        CustomerDesk eve = heed.desk().forCustomer(CustomerId.of("c-2"));
        assertThatThrownBy(() -> eve.confirm(token)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ana().confirm("AAAA-BBBB")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ana().confirm("")).isInstanceOf(NotFoundException.class);

        heed.clock().advance(Duration.ofDays(1));

        assertThatThrownBy(() -> ana().confirm(token)).isInstanceOf(NotFoundException.class);
        assertThat(heed.maria().customers().links(ANA)).isEmpty();
        assertThat(heed.maria().customers().find(HOME)).isEmpty();
    }

    @Test
    void whatIsKeptIsNotTheToken() {
        String token = requested(ana());

        assertThat(store.documents("confirmation", ANA.value(), 10))
                .singleElement()
                .satisfies(kept -> assertThat(kept.id() + kept.content())
                        .doesNotContain(token)
                        .doesNotContain(token.replace("-", "")));
        heed.clock().advance(Duration.ofDays(1));
        requested(ana());
        assertThat(store.documents("confirmation", ANA.value(), 10))
                .as("what has expired is removed")
                .hasSize(1);
    }

    @Test
    void nobodyHasMailSentToStrangersWithoutEnd() {
        for (int i = 0; i < 3; i++) {
            requested(ana());
        }
        int sent = heed.channel().sent().size();
        CustomerDesk eve = heed.desk().forCustomer(CustomerId.of("c-2"));

        assertThatThrownBy(() -> ana().requestConfirmation(EmailAddress.of("other@example.com")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("3 times");
        assertThatThrownBy(() -> eve.requestConfirmation(HOME)).isInstanceOf(InvalidInputException.class);
        story.run();
        assertThat(heed.channel().sent()).hasSize(sent);
        heed.clock().advance(Duration.ofDays(1));
        assertThat(eve.requestConfirmation(HOME)).isNotNull();
    }

    @Test
    void whatNoChannelReachesOrTheShopOwnsIsRefused() {
        assertThatThrownBy(() -> ana().requestConfirmation(new AccountAddress("chat", "ana-7")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ana().requestConfirmation(EmailAddress.of("hello@fake.example")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(ana().requestConfirmation(new AccountAddress("fake", "ana-7")))
                .isAfter(heed.clock().instant());
    }

    @Test
    void theOwnAddressIsConfirmedAndNothingIsLinked() {
        CustomerDesk eve = heed.desk().forCustomer(CustomerId.of("c-2"));
        eve.requestConfirmation(EmailAddress.of("eve@example.com"));
        story.run();

        assertThat(eve.confirm(token(heed.channel().lastSent()))).isEqualTo(EmailAddress.of("eve@example.com"));
        assertThat(heed.maria().customers().links(CustomerId.of("c-2"))).isEmpty();
    }

    @Test
    void whatCannotBeSentIsTriedAgainUntilItHasExpiredAndIsADeadLetterThen() {
        heed.channel().goDown(dev.heed.error.ChannelUnavailableException.Kind.UNREACHABLE);
        ana().requestConfirmation(HOME);
        story.passes(Duration.ofMinutes(1));
        heed.channel().comeBack();
        story.passes(Duration.ofMinutes(5));
        assertThat(heed.channel().sent()).hasSize(1);
        heed.channel().goDown(dev.heed.error.ChannelUnavailableException.Kind.UNREACHABLE);
        ana().requestConfirmation(HOME);
        story.passesSlowly(Duration.ofDays(2));

        List<OutboxEntry> dead = heed.desk().backoffice().deadLetters();
        assertThat(dead).singleElement().satisfies(entry -> {
            assertThat(entry.isWithoutTicket()).isTrue();
            assertThat(entry.reason()).contains("The token in it has expired.");
        });
        heed.channel().comeBack();
        heed.desk().backoffice().redrive(dead.get(0).id());
        story.run();
        assertThat(heed.channel().sent()).as("what has expired is of no use").hasSize(1);
    }
}
