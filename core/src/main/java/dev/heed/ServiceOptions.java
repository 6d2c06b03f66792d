package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.hours.BusinessHours;
import dev.heed.message.ChannelId;
import dev.heed.sla.Outlook;
import dev.heed.sla.SlaBook;
import dev.heed.sla.config.SlaConfiguration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a desk holds itself to: what is otherwise than by default. Immutable and thread-safe; each {@code with…} gives another
 * value.
 */
public final class ServiceOptions {
    private static final ServiceOptions DEFAULTS =
            new ServiceOptions(SlaBook.empty(), Map.of(), Map.of(), Set.of(), (channel, received) -> Optional.empty());

    private final SlaBook book;
    private final Map<String, LevelHandler> handlers;
    private final Map<ChannelId, BusinessHours> staffed;
    private final Set<ChannelId> sameDay;
    private final Outlook outlook;

    private ServiceOptions(
            SlaBook book,
            Map<String, LevelHandler> handlers,
            Map<ChannelId, BusinessHours> staffed,
            Set<ChannelId> sameDay,
            Outlook outlook) {
        this.book = requireNonNull(book, "book");
        this.handlers = Map.copyOf(handlers);
        this.staffed = Map.copyOf(staffed);
        this.sameDay = Set.copyOf(sameDay);
        this.outlook = requireNonNull(outlook, "outlook");
    }

    /** What holds unless the shop says otherwise: nothing is measured but the reply that everybody is promised. */
    public static ServiceOptions defaults() {
        return DEFAULTS;
    }

    /** What a document of configuration says: levels, staff, and channels with answers on the same day. Actions are added in code. */
    public static ServiceOptions of(SlaConfiguration configuration) {
        return new ServiceOptions(
                configuration.levels(), Map.of(), configuration.staff(), configuration.sameDay(), DEFAULTS.outlook);
    }

    /** The service levels, all versions that tickets were opened under. Default: none. */
    public ServiceOptions withLevels(SlaBook value) {
        return new ServiceOptions(value, handlers, staffed, sameDay, outlook);
    }

    /**
     * What is done when a level with this action is reached. The actions {@code raise-priority} and {@code reassign:…} need none;
     * a desk with levels that want any other one is not built without it.
     *
     * @param action as the levels name it
     */
    public ServiceOptions withAction(String action, LevelHandler handler) {
        Map<String, LevelHandler> more = new HashMap<>(handlers);
        more.put(requireNonNull(action, "action"), requireNonNull(handler, "handler"));
        return new ServiceOptions(book, more, staffed, sameDay, outlook);
    }

    /** When people are there for a channel. Default: in the hours of the policy that holds for it. */
    public ServiceOptions withStaff(ChannelId channel, BusinessHours hours) {
        Map<ChannelId, BusinessHours> more = new HashMap<>(staffed);
        more.put(requireNonNull(channel, "channel"), requireNonNull(hours, "hours"));
        return new ServiceOptions(book, handlers, more, sameDay, outlook);
    }

    /** P14: whoever writes there while people are there is answered on the same day, as on social networks. */
    public ServiceOptions withSameDay(ChannelId channel) {
        Set<ChannelId> more = new HashSet<>(sameDay);
        more.add(requireNonNull(channel, "channel"));
        return new ServiceOptions(book, handlers, staffed, more, outlook);
    }

    /** P22: what is foreseen, by which the times that customers are told are widened. Default: nothing. */
    public ServiceOptions withOutlook(Outlook value) {
        return new ServiceOptions(book, handlers, staffed, sameDay, value);
    }

    Outlook outlook() {
        return outlook;
    }

    SlaBook book() {
        return book;
    }

    Map<String, LevelHandler> handlers() {
        return handlers;
    }

    Optional<BusinessHours> staffed(ChannelId channel) {
        return Optional.ofNullable(staffed.get(channel));
    }

    boolean isSameDay(ChannelId channel) {
        return sameDay.contains(channel);
    }

    /** The channels of which something is said. */
    Set<ChannelId> channels() {
        Set<ChannelId> channels = new HashSet<>(sameDay);
        channels.addAll(staffed.keySet());
        return channels;
    }
}
