package dev.heed.testkit.simulation;

import dev.heed.FilingDesk;
import dev.heed.testkit.simulation.Agents.Work;
import dev.heed.ticket.CustomField;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import java.util.List;
import java.util.function.Function;

/** Those who file tickets, so that they are found again. Everything has few values, so that they meet. */
final class Filings {
    static final List<Tag> TAGS = List.of(Tag.of("vip"), Tag.of("größe 42½"), Tag.of("lens cap"));
    static final List<Reference> REFERENCES =
            List.of(Reference.order("A-1"), Reference.order("A-2"), Reference.product("A-1"));
    static final String COLOUR = "colour";
    static final String WEIGHT = "weight";
    static final List<String> COLOURS = List.of("red", "blue");
    static final List<CustomField> FIELDS = List.of(
            CustomField.choice(COLOUR, "Colour", COLOURS.toArray(String[]::new)), CustomField.number(WEIGHT, "Weight"));

    private final Agents agents;
    private final World world;
    private final Chance chance;

    Filings(Agents agents, World world, Chance chance) {
        this.agents = agents;
        this.world = world;
        this.chance = chance;
    }

    void happens(Work work) {
        Tag tag = chance.of(TAGS);
        Reference reference = chance.of(REFERENCES);
        switch (chance.below(8)) {
            case 0, 1 -> {
                Ticket[] after = new Ticket[1];
                file(work, "tags", desk -> after[0] = desk.addTags(work.id(), " " + tag.value() + " ", "seen"));
                holds(after[0] == null || after[0].tags().contains(tag), work);
            }
            case 2 -> file(work, "takes a tag off", desk -> desk.removeTags(work.id(), tag.value()));
            case 3 -> file(work, "colours", desk -> desk.setField(work.id(), COLOUR, chance.of(COLOURS)));
            case 4 -> file(work, "weighs", desk -> desk.setField(work.id(), WEIGHT, chance.below(2)));
            case 5 -> file(work, "clears a field of", desk -> desk.clearField(work.id(), WEIGHT));
            case 6 -> file(work, "refers", desk -> desk.addReferences(work.id(), reference));
            default -> file(work, "refers no more", desk -> desk.removeReferences(work.id(), reference));
        }
    }

    private void file(Work work, String what, Function<FilingDesk, Ticket> deed) {
        world.intents.order("file", work.id(), work.by());
        agents.act(work, what, desk -> deed.apply(desk.filing()));
    }

    private void holds(boolean condition, Work work) {
        world.require(condition, () -> "ticket " + work.facts().opened.number() + " was tagged and has no such tag");
    }
}
