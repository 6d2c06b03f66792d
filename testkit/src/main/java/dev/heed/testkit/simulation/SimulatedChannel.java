package dev.heed.testkit.simulation;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.message.AttachmentContents;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.Receipt;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.testkit.simulation.Interruptions.Call;
import dev.heed.testkit.simulation.Line.Arrival;
import dev.heed.testkit.simulation.Setting.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The adapter of one node to one outside. It keeps the contract of a channel; the outside does what it wants. */
final class SimulatedChannel implements ChannelAdapter {
    private static final Duration BRISK = Duration.ofMinutes(1);
    private static final Duration SLOW = Duration.ofMinutes(20);

    private final World world;
    private final Node node;
    private final Line line;
    private final Chance chance;

    SimulatedChannel(World world, Node node, Line line) {
        this.world = world;
        this.node = node;
        this.line = line;
        this.chance = world.chance.split();
    }

    @Override
    public ChannelId id() {
        return line.id;
    }

    @Override
    public Set<Address> ownAddresses() {
        return Set.of(line.own());
    }

    @Override
    public void poll(Inbox inbox) {
        world.interruptions.before(node, Call.OUTSIDE, "poll");
        if (line.down) {
            throw new ChannelUnavailableException(Kind.UNREACHABLE, "The line is down.", "Wait.", null);
        }
        for (Arrival arrival : line.visible(world.now)) {
            Optional<Receipt> receipt = arrival.message.map(inbox::receive);
            if (receipt.isEmpty()) {
                inbox.keepUnreadable(arrival.key, "It is no message.", new byte[] {1, 2, 3});
            }
            world.interruptions.before(node, Call.OUTSIDE, "acknowledge " + arrival.key);
            receipt.ifPresentOrElse(
                    stored -> world.inboundChecks.acknowledged(line, arrival.message.orElseThrow(), stored),
                    () -> world.inboundChecks.kept(line, arrival.key));
            world.outside.acknowledge(line, arrival);
            world.interruptions.after(node, Call.OUTSIDE, "acknowledge");
        }
    }

    @Override
    public SendOutcome send(OutboundMessage message, AttachmentContents contents) {
        world.interruptions.before(node, Call.OUTSIDE, "send");
        boolean broken = world.happens(chance, Fault.SEND_THROWS);
        SendOutcome outcome = broken ? new SendOutcome.Unknown("The adapter has a bug.") : attempt(message);
        if (broken) {
            world.outboxChecks.unclear(node, message);
        }
        if (world.happens(chance, Fault.SEND_IS_SLOW)) {
            world.outboxChecks.disturbed();
            world.pass(chance.upTo(chance.oneIn(2) ? SLOW : BRISK));
        }
        world.interruptions.after(node, Call.OUTSIDE, "send");
        if (broken) {
            throw new IllegalStateException("The adapter has a bug.");
        }
        return outcome;
    }

    private SendOutcome attempt(OutboundMessage message) {
        if (line.down || world.happens(chance, Fault.SEND_FAILS)) {
            world.outboxChecks.refused(node, message, false);
            Optional<Duration> later =
                    chance.oneIn(3) ? Optional.of(chance.upTo(Duration.ofHours(6))) : Optional.empty();
            return new SendOutcome.Failed("Not now.", later);
        }
        if (world.happens(chance, Fault.SEND_IS_REFUSED)) {
            world.outboxChecks.refused(node, message, true);
            return new SendOutcome.Rejected("Never.");
        }
        boolean unclear = world.happens(chance, Fault.SEND_IS_UNCLEAR);
        if (unclear && chance.oneIn(2)) {
            world.outboxChecks.unclear(node, message);
            return new SendOutcome.Unknown("No answer came.");
        }
        world.outboxChecks.accepting(node, line, message);
        String name = line.accept(message);
        Line.Sent record = java.util.Objects.requireNonNull(line.sent.get(message.id()));
        world.outside.mayComeBack(line, record);
        return unclear
                ? new SendOutcome.Unknown("No answer came.")
                : new SendOutcome.Sent(line.plansNames ? Optional.empty() : Optional.of(name));
    }

    @Override
    public Optional<String> plannedReference(String messageId) {
        return line.planned(messageId);
    }
}
