package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.Department;
import dev.heed.people.DepartmentId;
import dev.heed.people.Permission;
import dev.heed.people.Shop;
import dev.heed.rule.HouseRules;
import dev.heed.sla.Outlook;
import dev.heed.sla.ReplyTarget;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.id.SecretSource;
import dev.heed.template.Template;
import dev.heed.template.Texts;
import dev.heed.ticket.CustomFields;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a desk was built with. Immutable.
 *
 * @param shop the shop
 * @param agents by id
 * @param channels by id, in the order given
 * @param rules the house rules
 * @param hearing what the desk finds in what customers write
 * @param target by when everybody is answered whom the service levels promise nothing
 * @param service what else the shop holds itself to
 * @param life what the shop expects of itself while a ticket lives
 * @param texts Heed's own words by language
 * @param acknowledgements the shop's own, by language
 * @param ownAddresses what the shop writes under
 * @param fields the custom fields of tickets
 * @param departments by id, in the order given
 * @param responsible who answers for automatic messages where nobody owns the ticket
 * @param authority who may do what
 * @param identities what the shop's application signs
 * @param secrets where tokens come from
 */
record Policies(
        Shop shop,
        Map<AgentId, Agent> agents,
        Map<ChannelId, ChannelAdapter> channels,
        HouseRules rules,
        Hearing hearing,
        ReplyTarget target,
        ServiceWatch service,
        TicketPolicy life,
        Map<String, Texts> texts,
        Map<String, Template> acknowledgements,
        Set<Address> ownAddresses,
        CustomFields fields,
        Map<DepartmentId, Department> departments,
        Agent responsible,
        Authority authority,
        Identities identities,
        SecretSource secrets) {
    private static final Duration A_YEAR = Duration.ofDays(366);

    /**
     * An agent of the desk.
     *
     * @throws NotFoundException if there is none with this id
     */
    Agent agent(AgentId id) {
        return Optional.ofNullable(agents.get(id))
                .orElseThrow(() -> new NotFoundException(
                        "There is no agent " + id + ". There are: " + agents.keySet() + ".",
                        "Add the agent to the builder of the desk."));
    }

    /**
     * An agent of the desk who can look after a ticket.
     *
     * @throws NotFoundException if there is none with this id
     * @throws InvalidInputException if the agent may not answer
     */
    Agent answering(AgentId id) {
        Agent agent = agent(id);
        if (!authority.allows(id, Permission.ANSWER)) {
            throw new InvalidInputException(
                    "Agent " + id + " may not answer customers, and so can look after no ticket.",
                    "Name one of " + answering().keySet() + ".");
        }
        return agent;
    }

    /** The agents who can look after a ticket. */
    Map<AgentId, Agent> answering() {
        Map<AgentId, Agent> answering = new LinkedHashMap<>(agents);
        answering.keySet().removeIf(id -> !authority.allows(id, Permission.ANSWER));
        return answering;
    }

    /**
     * An agent of the desk who can answer colleagues.
     *
     * @throws NotFoundException if there is none with this id
     * @throws InvalidInputException if the agent may not write notes
     */
    void requireNoting(AgentId id) {
        agent(id);
        if (!noting().contains(id)) {
            throw new InvalidInputException(
                    "Agent " + id + " may not write notes, and so can answer no colleague.",
                    "Ask one of " + noting() + ".");
        }
    }

    /** The agents who can answer colleagues. */
    Set<AgentId> noting() {
        Set<AgentId> noting = new LinkedHashSet<>(agents.keySet());
        noting.removeIf(id -> !authority.allows(id, Permission.NOTE));
        return noting;
    }

    /**
     * Comes before anything else an agent wants to do.
     *
     * @throws dev.heed.error.PermissionException if the agent's role does not allow it
     */
    void require(Agent agent, Permission permission) {
        authority.require(agent.id(), permission);
    }

    /**
     * A channel of this desk.
     *
     * @throws NotFoundException if there is none of this name
     */
    ChannelAdapter channel(ChannelId id) {
        ChannelAdapter adapter = channels.get(id);
        if (adapter == null) {
            throw new NotFoundException(
                    "There is no channel " + id + ". There are: " + channels.keySet() + ".",
                    "Name one of those that were given to the builder of the desk.");
        }
        return adapter;
    }

    /** The words in the customer's language, else in the shop's, else in English. */
    Texts textsFor(Customer customer) {
        return textsFor(customer.locale());
    }

    Texts textsFor(Optional<Locale> locale) {
        return locale.map(Locale::getLanguage)
                .flatMap(language -> Optional.ofNullable(texts.get(language)))
                .or(() -> Optional.ofNullable(texts.get(shop.locale().getLanguage())))
                .orElseGet(() -> requireNonNull(texts.get("en")));
    }

    /** The shop's own acknowledgement in the customer's language or in that of the texts, else Heed's. */
    Template acknowledgementFor(Customer customer, Texts words) {
        return customer.locale()
                .map(Locale::getLanguage)
                .flatMap(language -> Optional.ofNullable(acknowledgements.get(language)))
                .or(() ->
                        Optional.ofNullable(acknowledgements.get(words.locale().getLanguage())))
                .orElseGet(() -> words.template("acknowledgement"));
    }

    ZoneId zoneFor(Customer customer) {
        return customer.zone().orElse(shop.zone());
    }

    /**
     * Where words for colleagues disparage somebody.
     *
     * @param names of the people they may be about, looked up only if need be; names of agents are known
     */
    List<Finding> disparaging(List<String> words, Supplier<List<String>> names) {
        return hearing.disparaging(words, () -> {
            List<String> all = new ArrayList<>(names.get());
            agents.values().forEach(agent -> all.add(agent.fullName()));
            return all;
        });
    }

    /** Whether a message of the customer goes on in this ticket; else it opens a new one. */
    boolean reopens(Ticket ticket, Instant now) {
        return !ticket.erased()
                && ticket.closedAt()
                        .map(closed -> !now.isAfter(closed.plus(life.reopenWithin())))
                        .orElse(true);
    }

    /** Until when somebody who writes has an answer, on a ticket that is there or a new one. */
    ExpectedReply expectedReply(Customer customer, ChannelId channel, Optional<Ticket> ticket, Instant received) {
        return expectedReply(zoneFor(customer), channel, ticket, received);
    }

    /**
     * The same for somebody in a zone. What is foreseen to take longer is told so, unless a time was told already. What is more
     * than a year away is no promise: then that holds which everybody is promised, and a year at the most.
     */
    ExpectedReply expectedReply(ZoneId zone, ChannelId channel, Optional<Ticket> ticket, Instant received) {
        boolean told = ticket.flatMap(Ticket::expected).isPresent();
        return expectedReply(
                zone, channel, ticket, received, told ? Optional.empty() : service.foreseen(channel, received));
    }

    private ExpectedReply expectedReply(
            ZoneId zone,
            ChannelId channel,
            Optional<Ticket> ticket,
            Instant received,
            Optional<Outlook.Range> foreseen) {
        Instant last = received.plus(A_YEAR);
        ExpectedReply wanted = service.expected(channel, ticket, received, zone)
                .filter(expected -> !expected.at().isAfter(last))
                .orElseGet(() -> promisedToAll(received, last, zone));
        return foreseen.filter(range ->
                        range.latest().isAfter(wanted.at()) && !range.latest().isAfter(last))
                .map(range -> new ExpectedReply(range.latest(), wanted.basis() + ", and what is waiting", zone))
                .orElse(wanted);
    }

    /** When somebody who writes now has an answer; what is foreseen is asked for once, so that both ends of a range belong together. */
    Expectation expectation(ZoneId zone, ChannelId channel, Texts words, Instant now) {
        Optional<Outlook.Range> foreseen = service.foreseen(channel, now);
        ExpectedReply expected = expectedReply(zone, channel, Optional.empty(), now, foreseen);
        Optional<Instant> soonest = soonest(expected, foreseen, now);
        return new Expectation(expected, soonest, expectedReplyText(expected, soonest, words, now));
    }

    private ExpectedReply promisedToAll(Instant received, Instant last, ZoneId zone) {
        ExpectedReply expected = target.expectedFrom(received, zone);
        return expected.at().isAfter(last) ? new ExpectedReply(last, expected.basis(), zone) : expected;
    }

    /** Until when an answer comes, as somebody reads it who reads now: a range where one is foreseen. */
    static String expectedReplyText(ExpectedReply expected, Optional<Instant> soonest, Texts words, Instant now) {
        return soonest.isPresent()
                ? words.times().between(soonest.get(), expected.at(), expected.zone(), now)
                : words.times().by(expected.at(), expected.zone(), now);
    }

    /** When an answer comes at the soonest, where that is foreseen, ahead, and before it is expected. */
    Optional<Instant> soonest(ExpectedReply expected, ChannelId channel, Instant now) {
        return soonest(expected, service.foreseen(channel, now), now);
    }

    private static Optional<Instant> soonest(ExpectedReply expected, Optional<Outlook.Range> foreseen, Instant now) {
        return foreseen.map(Outlook.Range::soonest).filter(at -> at.isAfter(now) && at.isBefore(expected.at()));
    }

    Optional<String> plannedReference(ChannelId channel, String messageId) {
        return Optional.ofNullable(channels.get(channel)).flatMap(adapter -> adapter.plannedReference(messageId));
    }
}
