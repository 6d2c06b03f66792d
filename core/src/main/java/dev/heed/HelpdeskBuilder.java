package dev.heed;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import dev.heed.hours.BusinessHours;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Bot;
import dev.heed.people.Department;
import dev.heed.people.IdentityKey;
import dev.heed.people.Permission;
import dev.heed.people.Permissions;
import dev.heed.people.Role;
import dev.heed.people.Shop;
import dev.heed.rule.HouseRules;
import dev.heed.rule.SignatureWords;
import dev.heed.sla.ReplyTarget;
import dev.heed.spi.attachment.AttachmentStore;
import dev.heed.spi.attachment.InMemoryAttachmentStore;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.id.IdSource;
import dev.heed.spi.id.SecretSource;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketStore;
import dev.heed.template.Template;
import dev.heed.template.Texts;
import dev.heed.ticket.CustomField;
import dev.heed.ticket.CustomFields;
import dev.heed.ticket.TicketPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what a desk needs: at least one agent and one channel. {@link #build} copies, so a builder can be used again.
 * Not thread-safe.
 */
public final class HelpdeskBuilder {
    private static final Logger log = LoggerFactory.getLogger(HelpdeskBuilder.class);
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);
    private static final Duration ONE_WORKING_DAY = Duration.ofHours(8);

    private final Shop shop;
    private final List<Agent> agents = new ArrayList<>();
    private final Set<Bot> bots = new LinkedHashSet<>();
    private final Departments departments = new Departments();
    private final List<ChannelAdapter> channels = new ArrayList<>();
    private final List<CustomField> fields = new ArrayList<>();
    private final Map<Locale, String> acknowledgements = new LinkedHashMap<>();
    private final Map<PracticeCode, String> switchedOff = new EnumMap<>(PracticeCode.class);
    private final List<String> changedPermissions = new ArrayList<>();
    private Permissions permissions = Permissions.standard();
    private final Map<String, IdentityKey> identityKeys = new LinkedHashMap<>();
    private SecretSource secrets = new LazySecrets();
    private Optional<TicketStore> store = Optional.empty();
    private Optional<AttachmentStore> files = Optional.empty();
    private AttachmentLimits limits = AttachmentLimits.standard();
    private InstantSource clock = InstantSource.system();
    private IdSource ids = new LazyIds();
    private Optional<ReplyTarget> target = Optional.empty();
    private Optional<TicketPolicy> life = Optional.empty();
    private Optional<SignatureWords> words = Optional.empty();
    private ListeningOptions listening = ListeningOptions.defaults();
    private ServiceOptions service = ServiceOptions.defaults();
    private Optional<AgentId> responsible = Optional.empty();
    private Duration interval = Duration.ofSeconds(30);

    HelpdeskBuilder(Shop shop) {
        this.shop = shop;
    }

    /** Adds a person who answers customers. At least one is needed. */
    public HelpdeskBuilder agent(Agent agent) {
        agents.add(requireNonNull(agent, "agent"));
        return this;
    }

    /**
     * Adds a department that agents can tell and ask something; its members are agents of the desk, and its name cannot
     * sign. Default: none.
     */
    public HelpdeskBuilder department(Department department) {
        departments.add(requireNonNull(department, "department"));
        return this;
    }

    /** Adds a program that writes to customers under its own name. Default: none. */
    public HelpdeskBuilder bot(Bot bot) {
        bots.add(requireNonNull(bot, "bot"));
        return this;
    }

    /** Adds a channel. At least one is needed. The desk closes it. */
    public HelpdeskBuilder channel(ChannelAdapter channel) {
        channels.add(requireNonNull(channel, "channel"));
        return this;
    }

    /** Where everything is kept; of this shop alone. The desk closes it. Default: in memory. */
    public HelpdeskBuilder store(TicketStore value) {
        store = Optional.of(value);
        return this;
    }

    /** Where the contents of files are kept; of this shop alone. The desk closes it. Default: in memory. */
    public HelpdeskBuilder attachments(AttachmentStore value) {
        files = Optional.of(value);
        return this;
    }

    /** How large files may be. Default: {@link AttachmentLimits#standard}. */
    public HelpdeskBuilder attachmentLimits(AttachmentLimits value) {
        limits = requireNonNull(value, "value");
        return this;
    }

    /** What the desk holds for the time. Default: the system's clock. */
    public HelpdeskBuilder clock(InstantSource value) {
        clock = requireNonNull(value, "value");
        return this;
    }

    /** Where new ids come from. Default: UUIDs of version 7 from a secure generator. */
    public HelpdeskBuilder ids(IdSource value) {
        ids = requireNonNull(value, "value");
        return this;
    }

    /** Where tokens come from that nobody may guess. Default: a secure generator. */
    public HelpdeskBuilder secrets(SecretSource value) {
        secrets = requireNonNull(value, "value");
        return this;
    }

    /**
     * A key by which the shop's application vouches for identities; several may count at a time. Default: none.
     *
     * @throws ConfigurationException if there is another key with this id
     */
    public HelpdeskBuilder identityKey(IdentityKey key) {
        if (identityKeys.putIfAbsent(key.id(), key) != null) {
            throw new ConfigurationException(List.of(
                    Problem.of("There are two identity keys " + key.id() + ".", "Give each an id of its own.")));
        }
        return this;
    }

    /** By when a person answers. Default: within 8 hours in Monday to Friday 09:00 to 17:00, in the shop's zone. */
    public HelpdeskBuilder answersWithin(Duration workingTime, BusinessHours hours) {
        target = Optional.of(new ReplyTarget(workingTime, hours));
        return this;
    }

    /**
     * Owners, promises, silence: what the shop expects of itself while a ticket lives. Default: the defaults of {@link
     * TicketPolicy}, in the hours of {@link #answersWithin}.
     */
    public HelpdeskBuilder ticketPolicy(TicketPolicy value) {
        life = Optional.of(value);
        return this;
    }

    /**
     * The shop's own acknowledgement in a language; it must contain {@code {{expected_reply.by}}}. Default: Heed's own in
     * English, German, French and Spanish.
     */
    public HelpdeskBuilder acknowledgement(Locale language, String text) {
        acknowledgements.put(language, requireNonNull(text, "text"));
        return this;
    }

    /** Adds a field that tickets have beside Heed's own. Default: none. */
    public HelpdeskBuilder field(CustomField field) {
        fields.add(requireNonNull(field, "field"));
        return this;
    }

    /**
     * The agent who answers for automatic messages, and for the shop as a whole where nobody is its owner. Default: the
     * first one added whose role it is to answer, a trainee only if all are. A trainee who is named answers for automatic
     * messages, and for the shop only if all are.
     */
    public HelpdeskBuilder responsible(AgentId agent) {
        responsible = Optional.of(agent);
        return this;
    }

    /** The words by which collective signatures are told from personal ones. Default: {@link SignatureWords#builtIn}. */
    public HelpdeskBuilder signatureWords(SignatureWords value) {
        words = Optional.of(value);
        return this;
    }

    /** Facts, playbooks, root causes: how the desk listens. Default: {@link ListeningOptions#defaults}. */
    public HelpdeskBuilder listening(ListeningOptions value) {
        listening = requireNonNull(value, "value");
        return this;
    }

    /** What the desk holds itself to. Default: {@link ServiceOptions#defaults}. */
    public HelpdeskBuilder service(ServiceOptions value) {
        service = requireNonNull(value, "value");
        return this;
    }

    /** How long the desk's own thread rests between rounds. Default: 30 seconds. */
    public HelpdeskBuilder interval(Duration value) {
        if (value.compareTo(SHORTEST_INTERVAL) < 0 || value.compareTo(LONGEST_INTERVAL) > 0) {
            throw new ConfigurationException(List.of(
                    Problem.of("The interval is " + value + ".", "Give a millisecond at least and a day at most.")));
        }
        interval = value;
        return this;
    }

    /**
     * Does without a house rule. The reason is logged when the desk is built.
     *
     * @throws ConfigurationException if there is no reason
     */
    public HelpdeskBuilder withoutRule(PracticeCode code, String reason) {
        if (reason.isBlank()) {
            throw new ConfigurationException(List.of(Problem.of(
                    "There is no reason to do without " + code + ".", "Say why the shop does without the rule.")));
        }
        switchedOff.put(code, reason);
        return this;
    }

    /**
     * Lets a role do one thing more than {@link Permissions#standard} says. The reason is logged when the desk is built.
     *
     * @throws ConfigurationException if there is no reason
     */
    public HelpdeskBuilder allow(Role role, Permission permission, String reason) {
        return changed(permissions.allowing(role, permission), role + " may " + permission, reason);
    }

    /**
     * Lets a role do one thing less than {@link Permissions#standard} says. The reason is logged when the desk is built.
     *
     * @throws ConfigurationException if there is no reason
     * @throws dev.heed.error.InvalidInputException if it is an owner's, or {@code READ}
     */
    public HelpdeskBuilder forbid(Role role, Permission permission, String reason) {
        return changed(permissions.forbidding(role, permission), role + " may not " + permission, reason);
    }

    private HelpdeskBuilder changed(Permissions table, String what, String reason) {
        if (reason.isBlank()) {
            throw new ConfigurationException(List.of(Problem.of(
                    "There is no reason why " + what + ".", "Say why this shop has it otherwise than others.")));
        }
        permissions = table;
        changedPermissions.add(what + ": " + reason);
        return this;
    }

    /**
     * Builds the desk. Apart from tying aliases to their agents in the store, it does nothing of its own before {@link
     * Helpdesk#start} or {@link Helpdesk#runDue}.
     *
     * @throws ConfigurationException with everything that is missing or wrong
     */
    public Helpdesk build() {
        List<Problem> problems = new ArrayList<>();
        Map<Address, ChannelId> senders = new LinkedHashMap<>();
        for (ChannelAdapter channel : channels) {
            channel.ownAddresses().forEach(address -> senders.putIfAbsent(address, channel.id()));
        }
        Set<Address> ownAddresses = senders.keySet();
        HouseRules rules = new HouseRules(
                departments.namedIn(shop),
                agents,
                bots,
                ownAddresses,
                words.orElseGet(SignatureWords::builtIn),
                switchedOff.keySet());
        problems.addAll(missing());
        problems.addAll(departments.problems(agents.stream().map(Agent::id).collect(toUnmodifiableSet())));
        problems.addAll(rules.problems(senders, acknowledgements));
        TicketStore kept = store.orElseGet(InMemoryTicketStore::new);
        if (problems.isEmpty()) {
            problems.addAll(takenAliases(kept));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        for (Map.Entry<PracticeCode, String> rule : switchedOff.entrySet()) {
            log.warn("House rule {} is switched off: {}", rule.getKey(), rule.getValue());
        }
        changedPermissions.forEach(change -> log.warn("Permissions: {}", change));
        Listeners listeners = new Listeners(clock);
        Policies policies = policies(rules, ownAddresses);
        Engine engine = new Engine(
                kept,
                new Attachments(files.orElseGet(InMemoryAttachmentStore::new), limits, kept),
                clock,
                ids,
                listeners,
                policies.life(),
                policies.service());
        return new Helpdesk(policies, engine, listeners, Set.copyOf(bots), interval);
    }

    private Policies policies(HouseRules rules, Set<Address> ownAddresses) {
        Agent answersForAll = responsibleAgent().orElseThrow();
        Map<AgentId, Agent> agentsById = new LinkedHashMap<>();
        for (Agent agent : agents) {
            agentsById.put(agent.id(), agent);
        }
        Map<ChannelId, ChannelAdapter> channelsById = new LinkedHashMap<>();
        for (ChannelAdapter channel : channels) {
            channelsById.put(channel.id(), channel);
        }
        Map<String, Template> own = new LinkedHashMap<>();
        for (Map.Entry<Locale, String> acknowledgement : acknowledgements.entrySet()) {
            own.put(acknowledgement.getKey().getLanguage(), Template.parse(acknowledgement.getValue()));
        }
        ReplyTarget reply = target.orElseGet(
                () -> new ReplyTarget(ONE_WORKING_DAY, BusinessHours.weekdays(OPENS, CLOSES, shop.zone())));
        return new Policies(
                departments.namedIn(shop),
                agentsById,
                channelsById,
                rules,
                new Hearing(listening, rules),
                reply,
                new ServiceWatch(service),
                life.orElseGet(() -> TicketPolicy.builder(reply.hours()).build()),
                Texts.load(),
                own,
                Set.copyOf(ownAddresses),
                CustomFields.of(fields),
                departments.byId(),
                answersForAll,
                new Authority(permissions, agents, answersForAll),
                new Identities(identityKeys),
                secrets);
    }

    /** Who was named, or the first whose role it is to answer. */
    private Optional<Agent> responsibleAgent() {
        return responsible.isEmpty()
                ? Authority.firstToAnswer(permissions, agents)
                : agents.stream()
                        .filter(agent -> responsible.get().equals(agent.id()))
                        .findFirst();
    }

    private List<Problem> missing() {
        List<Problem> problems = new ArrayList<>();
        if (agents.isEmpty()) {
            problems.add(Problem.of("The desk has no agent.", "Call agent(…): somebody has to answer."));
        }
        if (channels.isEmpty()) {
            problems.add(Problem.of("The desk has no channel.", "Call channel(…): customers have to reach it."));
        }
        problems.addAll(ServiceProblems.of(service, target, clock.instant(), channels, agents, this::mayAnswer));
        problems.addAll(DeskProblems.twice(channels, acknowledgements.keySet()));
        DeskProblems.nobodyAnswers(responsible, responsibleAgent(), !agents.isEmpty(), this::mayAnswer)
                .ifPresent(problems::add);
        try {
            CustomFields.of(fields);
        } catch (ConfigurationException e) {
            problems.addAll(e.problems());
        }
        return problems;
    }

    private boolean mayAnswer(Agent agent) {
        return permissions.allows(agent.accessRole(), Permission.ANSWER);
    }

    /** An alias stays with the person who had it first, also when the desk is built anew on the same store. */
    private List<Problem> takenAliases(TicketStore kept) {
        return switchedOff.containsKey(PracticeCode.ALIAS_SHARED) ? List.of() : new Aliases(agents).claim(kept);
    }
}
