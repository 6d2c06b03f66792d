package dev.heed.testkit.simulation;

import dev.heed.message.Message;
import dev.heed.people.Address;
import dev.heed.spi.channel.Bounce;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.testkit.simulation.Line.Arrival;
import dev.heed.testkit.simulation.Line.Sent;
import dev.heed.testkit.simulation.Setting.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The world outside: mail arrives late, twice, in another order, and some of what was sent comes back. */
final class Outside {
    /** The words of a report about a delivery. */
    static final String REPORT = "It could not be delivered.";

    private static final Duration A_WHILE = Duration.ofHours(8);
    private static final Duration LONG = Duration.ofDays(2);
    private static final Duration VERY_LONG = Duration.ofDays(14);

    final List<Line> lines = new ArrayList<>();
    private final World world;
    private final Chance chance;
    private int lastArrival;

    Outside(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        lines.add(new Line("email", true));
        if (chance.oneIn(2)) {
            lines.add(new Line("chat", false));
        }
    }

    Line line(String channel) {
        return lines.stream()
                .filter(line -> line.id.value().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody writes. */
    void write(Line line, Optional<Address> from, String text, List<String> answers, Optional<String> automatic) {
        String key = "in-" + ++lastArrival;
        InboundMessage.Builder message = InboundMessage.builder(key, text)
                .reference(key)
                .answers(answers)
                .subject("My order");
        from.ifPresent(message::sender);
        automatic.ifPresent(message::automatic);
        arrive(line, message.build(), world.happens(chance, Fault.COMES_LATER) ? A_WHILE : Duration.ZERO);
    }

    /** Something that is no message. */
    void garble() {
        Line line = chance.of(lines);
        line.waiting.add(new Arrival("garbled-" + ++lastArrival, Optional.empty(), world.now));
    }

    private void arrive(Line line, InboundMessage message, Duration delay) {
        Duration later = delay.isZero() ? delay : chance.upTo(delay);
        world.trace.add("outside  " + message.externalId() + " on " + line.id + " after " + later);
        line.waiting.add(new Arrival(message, world.now.plus(later)));
    }

    /** The desk says that it has it; the provider believes that, or shows it once more all the same. */
    void acknowledge(Line line, Arrival arrival) {
        boolean there = line.waiting.remove(arrival);
        if (there && world.happens(chance, Fault.COMES_TWICE)) {
            arrival.visibleFrom = world.now.plus(chance.upTo(A_WHILE));
            line.waiting.add(arrival);
        }
    }

    /** What was taken over turns out not to be deliverable, sooner or later. */
    void mayComeBack(Line line, Sent record) {
        if (record.accepted == 1 && world.happens(chance, Fault.COMES_BACK)) {
            comesBack(line, record, chance.of(List.of(A_WHILE, LONG, VERY_LONG)));
        }
    }

    private void comesBack(Line line, Sent record, Duration delay) {
        record.cameBack = true;
        String key = "bounce-" + ++lastArrival;
        InboundMessage report = InboundMessage.builder(key, REPORT)
                .automatic("It is a report about a delivery.")
                .bounce(new Bounce(List.of("unknown-" + lastArrival, record.names.get(0)), "no such mailbox"))
                .build();
        arrive(line, report, delay);
    }

    /** Only now it is known that something did not arrive: mostly something that much has followed since. */
    void comesBackLate() {
        List<Facts> all = world.book.all();
        List<Facts> followed = all.stream().filter(Outside::muchFollowed).toList();
        chance.anyOf(followed.isEmpty() || chance.oneIn(4) ? all : followed).ifPresent(facts -> {
            Line line = line(facts.opened.channel().value());
            List<Sent> sent = facts.messages.stream()
                    .flatMap(message -> Optional.ofNullable(line.sent.get(message.id())).stream())
                    .filter(record -> !record.cameBack)
                    .toList();
            chance.anyOf(sent).ifPresent(record -> comesBack(line, record, Duration.ZERO));
        });
    }

    /** It was closed, or a person answered again, or the customer has confirmed. */
    private static boolean muchFollowed(Facts facts) {
        long answers = facts.messages.stream().filter(Message::isHumanAnswer).count();
        return facts.isClosed() || facts.confirmed || facts.reopened > 0 || answers > 1;
    }

    void comeAndGo() {
        Line line = chance.of(lines);
        line.down = !line.down && world.setting.perMille(Fault.OUTAGE) > 0;
        world.trace.add("outside  " + line.id + (line.down ? " is down" : " is up"));
    }

    void heal() {
        lines.forEach(line -> line.down = false);
        for (Line line : lines) {
            line.waiting.forEach(arrival -> arrival.visibleFrom = world.now);
        }
    }

    /** What somebody has received, the newest first. */
    static List<Sent> received(Line line, Address by) {
        List<Sent> all = new ArrayList<>();
        for (Sent record : line.sent.values()) {
            if (record.message.to().equals(by)) {
                all.add(0, record);
            }
        }
        return all;
    }
}
