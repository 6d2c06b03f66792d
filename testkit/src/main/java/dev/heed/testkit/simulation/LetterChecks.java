package dev.heed.testkit.simulation;

import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.store.OutboxEntry;
import java.util.List;
import java.util.Optional;

/** What leaves is what is on the record, goes where answers go, and tells whose answer to what it is. */
final class LetterChecks {
    private static final int LOOKED_AT = 50;

    private final World world;

    LetterChecks(World world) {
        this.world = world;
    }

    void added(OutboxEntry entry) {
        Facts facts = world.book.facts(entry.ticket());
        Message message = facts.message(entry.message().id())
                .orElseThrow(() -> world.failed(entry + " is of no message of its ticket", null));
        OutboundMessage outbound = entry.message();
        boolean same = message.direction() == Direction.OUTBOUND
                && message.text().equals(outbound.content().text())
                && message.html().equals(outbound.content().html())
                && message.automatic() == outbound.automatic()
                && outbound.channel().equals(facts.opened.channel())
                && facts.opened.address().map(outbound.to()::equals).orElse(true);
        world.require(same, () -> "another message leaves than the one on the record: " + entry);
        world.require(
                outbound.subject().contains("[" + facts.opened.number() + "]"),
                () -> outbound + " does not name ticket " + facts.opened.number());
        Line line = world.outside.line(outbound.channel().value());
        line.planned(outbound.id().value())
                .ifPresent(name -> world.require(
                        world.book
                                .reference(line.id, name)
                                .filter(entry.ticket()::equals)
                                .isPresent(),
                        () -> "the name of " + outbound + " does not lead back to its ticket"));
        if (message.author() instanceof Author.ByAgent author) {
            String name = world.setting.agent(author.agent()).fullName();
            world.require(
                    outbound.fromName().contains(name), () -> outbound + " comes from “" + outbound.fromName() + "”");
        }
        answers(facts, outbound, message);
    }

    /** The last thing the customer said, if it has a name, is what is answered. */
    private void answers(Facts facts, OutboundMessage outbound, Message message) {
        List<Message> all = facts.messages;
        int at = all.indexOf(message);
        Optional<String> last = Optional.empty();
        for (int i = at - 1; i >= Math.max(0, at - LOOKED_AT) && last.isEmpty(); i--) {
            if (all.get(i).direction() == Direction.INBOUND) {
                last = all.get(i).reference();
            }
        }
        Optional<String> answered = last;
        answered.ifPresent(name -> world.require(
                !outbound.answers().isEmpty()
                        && outbound.answers().get(outbound.answers().size() - 1).equals(name),
                () -> outbound + " answers " + outbound.answers() + " and not " + name));
    }
}
