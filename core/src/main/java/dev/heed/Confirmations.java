package dev.heed;

import static java.util.Objects.requireNonNull;

import com.google.common.io.BaseEncoding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.json.PeopleJson;
import dev.heed.message.ChannelId;
import dev.heed.message.MessageId;
import dev.heed.people.AccountAddress;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.PendingConfirmation;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof.ConfirmedAddress;
import dev.heed.rule.Draft;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.template.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Proves that an address is a customer's own: a token goes there once, and comes back once, to the desk of the very
 * customer who asked for it. What is kept of the token is its hash.
 */
final class Confirmations {
    static final String KIND = "confirmation";
    static final Duration LASTS = Duration.ofDays(1);
    private static final int ALL = Integer.MAX_VALUE;
    private static final int TOKEN_BYTES = 16;
    private static final int MOST_ATTEMPTS = 50;
    private static final BaseEncoding LETTERS = BaseEncoding.base32().omitPadding();

    private final Policies policies;
    private final Engine engine;
    private final Post post;
    private final People people;
    private final Askings askings;

    Confirmations(Policies policies, Engine engine, Post post) {
        this.policies = policies;
        this.engine = engine;
        this.post = post;
        this.people = new People(engine);
        this.askings = new Askings(engine.store());
    }

    /** Sends a token to an address. Says nothing about whether anybody is known there. */
    Instant request(Customer customer, Address address) {
        ChannelId channel = channelTo(requireNonNull(address, "address"));
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            CustomerId by = engine.profile(customer.id()).id(); // who is forgotten meanwhile asks for nothing any more
            Instant now = engine.now();
            PendingConfirmation requested = new PendingConfirmation(address, by, now, now.plus(LASTS));
            String token = LETTERS.encode(policies.secrets().next(TOKEN_BYTES));
            OutboxEntry letter = letter(customer, requested, channel, token);
            StoredDocument kept = StoredDocument.of(KIND, hash(token), by.value(), PeopleJson.confirmation(requested));
            boolean written = people.isWritten(unit -> {
                unit.known(by).document(kept).send(letter);
                Set<StoredDocument> over = new LinkedHashSet<>(expired(by, now));
                for (String id : askings.add(by, address, now, kept.id(), letter.id(), unit)) {
                    engine.store().findDocument(KIND, id).ifPresent(over::add);
                }
                over.forEach(unit::remove);
            });
            if (written) {
                return requested.expires();
            }
        }
        throw People.busy();
    }

    private ChannelId channelTo(Address address) {
        if (policies.ownAddresses().contains(address)) {
            throw new InvalidInputException(
                    "The address to be confirmed is one of the shop.", "Name one of the customer.");
        }
        return policies.channels().values().stream()
                .filter(channel -> reaches(channel, address))
                .map(ChannelAdapter::id)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "No channel of the desk reaches an address of this kind.", "Name one that a channel reaches."));
    }

    private static boolean reaches(ChannelAdapter channel, Address address) {
        return address instanceof AccountAddress account
                ? account.channel().equals(channel.id().value())
                : channel.ownAddresses().stream().anyMatch(EmailAddress.class::isInstance);
    }

    /** All that a profile has asked for, and that others have asked for to one of its addresses. */
    static Askings.Kept about(TicketStore store, Customer profile) {
        List<StoredDocument> own = store.documents(KIND, profile.id().value(), ALL);
        Askings.Kept asked = new Askings(store).about(profile.id(), profile.addresses(), KIND);
        return new Askings.Kept(
                Stream.concat(own.stream(), asked.documents().stream())
                        .distinct()
                        .toList(),
                asked.letters());
    }

    private List<StoredDocument> expired(CustomerId customer, Instant now) {
        return engine.store().documents(KIND, customer.value(), ALL).stream()
                .filter(document -> !now.isBefore(
                        PeopleJson.toConfirmation(document.content()).expires()))
                .toList();
    }

    private OutboxEntry letter(Customer customer, PendingConfirmation requested, ChannelId channel, String token) {
        Texts texts = policies.textsFor(customer);
        Map<String, String> values = new HashMap<>();
        values.put("shop.name", policies.shop().name());
        values.put("agent.name", policies.responsible().fullName());
        values.put(
                "confirmation.token",
                BaseEncoding.base32().withSeparator("-", 4).omitPadding().encode(LETTERS.decode(token)));
        values.put("confirmation.until", texts.time(requested.expires(), policies.zoneFor(customer)));
        Letter letter = Letter.labelled(texts.template("confirmation"), "label.system", texts, values);
        post.require(new Draft.ByProgram(policies.shop().name(), letter.body()), letter);
        UUID id = engine.newId();
        OutboundMessage message = new OutboundMessage(
                new MessageId(id.toString()),
                channel,
                requested.address(),
                Optional.empty(),
                post.fromName(texts, "sender.automatic", values),
                texts.filled("confirmation.subject", values),
                new OutboundMessage.Content(letter.text(), Optional.empty(), List.of()),
                List.of(),
                true,
                requested.at(),
                policies.shop().zone());
        return OutboxEntry.withoutTicket(id, message, requested.at());
    }

    /** Takes a token back: once, in time, and from the customer who asked for it. */
    Address confirm(CustomerId customer, String token) {
        String id = hash(normalized(token));
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            StoredDocument document = engine.store()
                    .findDocument(KIND, id)
                    .filter(kept -> kept.owner().equals(customer.value()))
                    .orElseThrow(Confirmations::unknown);
            PendingConfirmation requested = PeopleJson.toConfirmation(document.content());
            if (!engine.now().isBefore(requested.expires())) {
                throw unknown();
            }
            if (people.isWritten(unit -> linkTo(requested, unit.remove(document)))) {
                return requested.address();
            }
        }
        throw People.busy();
    }

    private void linkTo(PendingConfirmation requested, UnitOfWork.Builder unit) {
        CustomerId customer = requested.by();
        Optional<CustomerId> holder =
                engine.store().findCustomer(requested.address()).map(Customer::id);
        if (holder.filter(customer::equals).isPresent()) {
            return; // it is the customer's already
        }
        Customer stranger = Customer.builder("stranger-" + engine.newId())
                .address(requested.address())
                .build();
        if (holder.isEmpty()) {
            unit.newCustomer(stranger);
        }
        CustomerId other = holder.orElse(stranger.id());
        ProfileLink link =
                people.plan(customer, other, new ConfirmedAddress(requested.address(), customer, requested.at()));
        if (!engine.store().links(customer).contains(link)) {
            unit.known(customer).known(other).link(link);
        }
    }

    /** The same for all that is wrong, so that nobody learns which tokens there are. */
    private static NotFoundException unknown() {
        return new NotFoundException(
                "There is no such confirmation of this customer: it is wrong, used or expired.",
                "Ask for another one.");
    }

    private static String normalized(String token) {
        return token.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
