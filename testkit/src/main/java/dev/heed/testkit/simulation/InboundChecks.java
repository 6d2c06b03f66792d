package dev.heed.testkit.simulation;

import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.Message;
import dev.heed.people.Address;
import dev.heed.people.CustomerId;
import dev.heed.spi.channel.Bounce;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Receipt;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What comes in is in one ticket, of its sender, where it belongs, before the outside hears that we have it. */
final class InboundChecks implements Check {
    private static final int MOST_ACKNOWLEDGED = 3;
    private static final int MANY = 10_000;

    private final World world;
    private final Map<String, TicketId> places = new HashMap<>();

    InboundChecks(World world) {
        this.world = world;
    }

    /** Whether it reports something the desk does not know the name of. */
    static boolean isReport(Message message) {
        return message.automatic() && message.text().equals(Outside.REPORT);
    }

    /** Where a word of a customer ended up. */
    Optional<TicketId> place(String word) {
        return Optional.ofNullable(places.get(word));
    }

    /** The outside is about to hear that a message is ours now. */
    void acknowledged(Line line, InboundMessage message, Receipt receipt) {
        InboundKey key = new InboundKey(line.id, message.externalId());
        world.require(
                world.store.findInbound(key).equals(Optional.of(receipt.ticket())),
                () -> key + " is acknowledged as stored in " + receipt.ticket() + ", and the store says "
                        + world.store.findInbound(key));
        world.require(
                receipt.ticket().equals(world.book.inbound.get(key)),
                () -> key + " is acknowledged and was not committed");
        message.bounce().ifPresent(bounce -> bounced(line, bounce, receipt));
        if (message.bounce().isEmpty()) {
            String word = Intents.wordIn(message.text()).orElseThrow();
            world.require(
                    receipt.ticket().equals(places.get(word)),
                    () -> key + " is acknowledged, and its words are not in its ticket");
        }
    }

    /** A report about something that bears a name we gave is on the record of its ticket. */
    private void bounced(Line line, Bounce bounce, Receipt receipt) {
        String name = bounce.candidates().get(bounce.candidates().size() - 1);
        world.book.reference(line.id, name).filter(ticket -> line.plansNames).ifPresent(ticket -> {
            boolean told =
                    world.book.facts(ticket).history.stream().anyMatch(ConversationEvent.Bounced.class::isInstance);
            world.require(
                    told && ticket.equals(receipt.ticket()), () -> name + " came back, and its ticket does not say so");
        });
    }

    /** The outside is about to hear that we keep what cannot be read. */
    void kept(Line line, String key) {
        InboundKey expected = new InboundKey(line.id, key);
        world.require(
                world.store.unreadable(MANY).stream().anyMatch(one -> one.key().equals(expected)),
                () -> expected + " could not be read, and was not kept");
    }

    /** Before anything of it is taken down. */
    void unit(UnitOfWork unit) {
        unit.inbound()
                .ifPresent(known -> world.require(
                        !world.book.inbound.containsKey(known.key()), () -> known.key() + " is accepted twice"));
        unit.newCustomer().ifPresent(customer -> {
            for (Address address : customer.addresses()) {
                world.require(
                        !world.book.addresses.containsKey(address), () -> "one address is given to a second customer");
            }
        });
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof MessageReceived received) {
            received(facts, received, batch);
        } else if (event instanceof ConversationEvent.Bounced) {
            world.require(batch.unit().inbound().isPresent(), () -> "a report came back without its key: " + event);
        }
    }

    private void received(Facts facts, MessageReceived received, Batch batch) {
        Message message = received.message();
        String word = Intents.wordIn(message.text()).orElse("");
        if (isReport(message)) {
            return;
        }
        Intents.Said said = world.intents.said(word).orElseThrow(() -> world.failed("nobody said " + received, null));
        places.put(word, facts.opened.ticket());
        CustomerId customer = facts.opened.customer();
        world.require(message.author() instanceof Author.ByCustomer, () -> "the customer's words are somebody else's");
        boolean opens = facts.history.size() == 1;
        if (said.page().isPresent()) {
            page(facts, said.page().get(), opens, received);
            return;
        }
        world.require(batch.unit().inbound().isPresent(), () -> "a message came in without its key: " + received);
        world.require(message.automatic() == said.automatic(), () -> "a program is a person or the reverse");
        said.from().ifPresent(address -> {
            CustomerId known = world.book.addresses.get(address);
            boolean own = known == null
                    ? batch.unit()
                            .newCustomer()
                            .filter(one -> one.id().equals(customer))
                            .isPresent()
                    : known.equals(customer)
                            || facts.opened.address().filter(address::equals).isPresent();
            world.require(own, () -> "a message is in a ticket of another customer: " + received);
        });
        mail(facts, said, batch, opens, received);
    }

    private boolean reopens(Facts facts, Instant now) {
        return facts.closed == null || !now.isAfter(facts.closed.at().plus(world.setting.policy.reopenWithin()));
    }

    private void page(Facts facts, TicketId page, boolean opens, MessageReceived received) {
        Instant now = received.message().at();
        Facts expected = world.book.goesOnIn(page);
        if (opens) {
            world.require(
                    facts.opened.follows().isPresent() && (!world.undisturbed() || !reopens(expected, now)),
                    () -> "words for ticket " + expected.opened.number() + " opened another one");
        } else {
            boolean there = facts == expected || wentOnIn(expected, facts);
            world.require(
                    there, () -> "words for ticket " + expected.opened.number() + " are in " + facts.opened.number());
            through(facts, page, received);
        }
    }

    /** What was a duplicate a moment before was opened again by a call while its words were on their way. */
    private boolean wentOnIn(Facts duplicate, Facts facts) {
        return !world.undisturbed()
                && duplicate.history.stream()
                        .filter(LifecycleEvent.Closed.class::isInstance)
                        .flatMap(closed -> ((LifecycleEvent.Closed) closed).closing() instanceof Closing.Exempt exempt
                                ? exempt.goesOnIn().stream()
                                : Stream.empty())
                        .anyMatch(next -> world.book.goesOnIn(next) == facts);
    }

    private void mail(Facts facts, Intents.Said said, Batch batch, boolean opens, MessageReceived received) {
        Instant now = received.message().at();
        ChannelId channel = batch.unit().inbound().orElseThrow().key().channel();
        Optional<Facts> belongs = Optional.empty();
        Optional<TicketId> answered = Optional.empty();
        for (String name : said.answers()) {
            Optional<TicketId> named = world.book
                    .reference(channel, name)
                    .filter(ticket -> isOwn(world.book.goesOnIn(ticket), facts, said));
            if (belongs.isEmpty()) {
                answered = named;
                belongs = named.map(world.book::goesOnIn);
            }
        }
        Optional<Facts> place = belongs;
        boolean goesOn = place.filter(ticket -> ticket == facts || said.automatic() || reopens(ticket, now))
                .isPresent();
        if (!opens) {
            world.require(
                    place.filter(ticket -> ticket == facts || wentOnIn(ticket, facts))
                            .isPresent(),
                    () -> "an answer is in ticket " + facts.opened.number() + " and belongs to "
                            + place.map(ticket -> ticket.opened.number()));
            answered.ifPresent(named -> through(facts, named, received));
        } else if (world.undisturbed()) {
            world.require(
                    !goesOn,
                    () -> "an answer opened a ticket of its own, and belongs to "
                            + place.map(ticket -> ticket.opened.number()));
            world.require(
                    facts.opened.follows().equals(place.map(ticket -> ticket.opened.ticket())),
                    () -> "a ticket follows " + facts.opened.follows() + " and not "
                            + place.map(ticket -> ticket.opened.number()));
        }
    }

    /** What came to a duplicate says so. */
    private void through(Facts facts, TicketId named, MessageReceived received) {
        boolean direct = named.equals(facts.opened.ticket());
        List<TicketId> via = received.via();
        world.require(
                !world.undisturbed()
                        || (direct
                                ? via.isEmpty()
                                : !via.isEmpty() && via.get(0).equals(named)),
                () -> received + " came through " + via + " and not " + named);
    }

    private static boolean isOwn(Facts ticket, Facts actual, Intents.Said said) {
        return ticket.opened.customer().equals(actual.opened.customer())
                || (said.from().isPresent() && ticket.opened.address().equals(said.from()));
    }

    /** Who looks at the newest tickets of a customer does not see today's behind many old ones that came in since. */
    private boolean tookOver(Facts facts, Instant since) {
        return world.book.all().stream()
                .filter(other -> other.opened.customer().equals(facts.opened.customer()))
                .anyMatch(other -> other.importedAt != null && other.importedAt.isAfter(since));
    }

    @Override
    public void after(Facts facts, Batch batch) {
        if (!batch.has(TicketOpened.class) || batch.unit().inbound().isEmpty()) {
            return;
        }
        boolean person = batch.first(MessageReceived.class)
                .filter(received -> !received.message().automatic())
                .isPresent();
        Instant since = facts.opened.at().minusSeconds(86_400);
        long today = world.book.all().stream()
                .filter(other -> other != facts
                        && other.acknowledged
                        && other.opened.customer().equals(facts.opened.customer())
                        && other.opened.at().isAfter(since))
                .count();
        boolean told = facts.acknowledged
                || !person
                || facts.opened.address().isEmpty()
                || today >= MOST_ACKNOWLEDGED
                || !world.undisturbed();
        world.require(told, () -> "the customer of ticket " + facts.opened.number() + " was told nothing");
        world.require(
                !facts.acknowledged || today < MOST_ACKNOWLEDGED || !world.undisturbed() || tookOver(facts, since),
                () -> "a customer was sent more than three acknowledgements: ticket " + facts.opened.number());
        world.require(!facts.acknowledged || person, () -> "a program was answered: ticket " + facts.opened.number());
    }
}
