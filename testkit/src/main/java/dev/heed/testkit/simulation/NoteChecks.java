package dev.heed.testkit.simulation;

import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.NoteEvent.AskedToo;
import dev.heed.ticket.NoteEvent.NoteAcknowledged;
import dev.heed.ticket.NoteEvent.NoteAdded;
import dev.heed.ticket.NoteEvent.NoteMoved;
import dev.heed.ticket.NoteEvent.NoteReminded;
import dev.heed.ticket.NoteEvent.NoteTakenOver;
import dev.heed.ticket.NoteEvent.NoteWithdrawn;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** P77, P84: what is awaited of colleagues is done, withdrawn, or open and reminded; and no customer gets a word of it. */
final class NoteChecks implements Check {
    private final World world;

    NoteChecks(World world) {
        this.world = world;
    }

    private void require(boolean holds, Facts facts, TicketEvent event, String invariant) {
        world.require(holds, () -> "ticket " + facts.opened.number() + ", " + event + ": " + invariant);
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof NoteAdded added) {
            added(facts, added);
        } else if (event instanceof NoteAcknowledged done) {
            NoteFacts.Open open = open(facts, event, done.note());
            require(!open.isAsk(), facts, event, "an ask is answered, not acknowledged");
            require(world.intents.wanted("acknowledge", done.note(), done.by()), facts, event, "nobody did");
            boolean may = world.setting.warehouse.members().contains(done.by()) || open.asked.contains(done.by());
            require(may, facts, event, "whoever acknowledges is not of the department");
        } else if (event instanceof NoteWithdrawn withdrawn) {
            withdrawn(facts, withdrawn);
        } else if (event instanceof NoteReminded reminded) {
            reminded(facts, reminded);
        } else if (event instanceof AskedToo also) {
            askedToo(facts, also);
        } else if (event instanceof NoteMoved moved) {
            NoteFacts.Open unused = open(facts, event, moved.note());
        }
    }

    private NoteFacts.Open open(Facts facts, TicketEvent event, NoteId note) {
        NoteFacts.Open open = facts.notes.open.get(note);
        require(open != null, facts, event, "nothing is awaited of this note");
        return Objects.requireNonNull(open);
    }

    private void added(Facts facts, NoteAdded added) {
        Note note = added.note();
        Optional<String> word = Intents.wordIn(note.text());
        if (note.audience() instanceof Audience.InternalAsk ask) {
            boolean wanted = world.intents.wanted("ask " + word.orElse(""), ask.to(), ask.due());
            require(wanted, facts, added, "nobody asked this");
        } else if (note.audience() instanceof Audience.DepartmentNote told) {
            boolean wanted = world.intents.wanted("tell " + word.orElse(""), told.to(), told.action());
            require(wanted, facts, added, "nobody told a department this");
            Instant latest = world.setting.hours.after(note.at(), world.setting.policy.acknowledgeWithin());
            require(!told.due().isAfter(latest), facts, added, "the department has too much time");
        } else if (note.audience() instanceof Audience.AnswerTo answer) {
            boolean wanted = world.intents.wanted("answer " + word.orElse(""), answer.ask(), "");
            require(wanted, facts, added, "nobody answered this");
        }
    }

    private void withdrawn(Facts facts, NoteWithdrawn withdrawn) {
        NoteFacts.Open open = open(facts, withdrawn, withdrawn.note());
        boolean author = open.note.author() instanceof Author.ByAgent by
                && (by.agent().equals(withdrawn.by()) || !world.setting.knows(by.agent()));
        boolean wanted = author && world.intents.wanted("withdraw", withdrawn.note(), withdrawn.by());
        boolean forgotten = world.intents.ordered("CUSTOMER_ERASED", withdrawn.ticket(), withdrawn.by());
        require(wanted || forgotten, facts, withdrawn, "its author did not withdraw it");
    }

    private void reminded(Facts facts, NoteReminded reminded) {
        NoteFacts.Open open = open(facts, reminded, reminded.note());
        Instant from = NoteFacts.remindAt(world.setting, open);
        require(!reminded.at().isBefore(from), facts, reminded, "the reminder was due at " + from);
        require(reminded.count() == open.reminders + 1, facts, reminded, "reminders are not counted");
        require(reminded.asked().equals(open.asked), facts, reminded, "others were asked: " + open.asked);
    }

    private void askedToo(Facts facts, AskedToo also) {
        NoteFacts.Open open = open(facts, also, also.note());
        require(!open.asked.contains(also.also()), facts, also, "who is asked too was asked before");
        boolean precise = world.undisturbed() && world.setting.skew.toSeconds() == 0;
        List<AgentId> present = open.asked.stream()
                .flatMap(one -> people(one).stream())
                .flatMap(one -> world.book.presentFor(one, also.at()).stream())
                .toList();
        if (precise && !present.isEmpty()) {
            require(
                    open.asked.stream().noneMatch(one -> isThere(one, also.at())),
                    facts,
                    also,
                    "somebody who was asked is there");
            require(present.get(0).equals(also.also()), facts, also, "the deputy is " + present.get(0));
        } else if (precise) {
            boolean gone = open.asked.stream().anyMatch(one -> people(one).isEmpty());
            require(gone, facts, also, "who was asked is of the shop");
            AgentId responsible =
                    world.book.presentFor(world.setting.responsible, also.at()).orElse(world.setting.responsible);
            require(responsible.equals(also.also()), facts, also, "the responsible agent is " + responsible);
        }
    }

    /** Those of the shop. */
    private List<AgentId> people(Addressee asked) {
        if (asked instanceof AgentId agent) {
            return Stream.of(agent).filter(world.setting::knows).toList();
        }
        return asked.equals(world.setting.warehouse.id()) ? world.setting.warehouse.members() : List.of();
    }

    private boolean isThere(Addressee asked, Instant at) {
        return people(asked).stream().anyMatch(one -> world.book.isThere(one, at));
    }

    /** Whether nobody who was asked is there, although somebody could be asked instead. */
    boolean needsDeputy(NoteFacts.Open open, Instant at) {
        boolean nobody = open.asked.stream().noneMatch(one -> isThere(one, at));
        return nobody
                && open.asked.stream()
                        .flatMap(one -> people(one).stream())
                        .anyMatch(one -> world.book.presentFor(one, at).isPresent());
    }

    /** After everything of a unit is taken down. */
    void unit(UnitOfWork unit) {
        List<TicketEvent> events = unit.changes().stream()
                .flatMap(change -> change.events().stream())
                .toList();
        for (TicketEvent event : events) {
            if (event instanceof NoteMoved moved) {
                boolean there = events.stream()
                        .anyMatch(other -> other instanceof NoteTakenOver taken
                                && taken.ticket().equals(moved.to())
                                && taken.from().equals(moved.ticket())
                                && taken.note()
                                        .id()
                                        .value()
                                        .endsWith(moved.note().value()));
                world.require(there, () -> event + ": it is awaited nowhere any more");
            } else if (event instanceof Closed closed && closed.closing() instanceof Closing.Exempt exempt) {
                Facts facts = world.book.facts(closed.ticket());
                boolean mayWait = exempt.exemption() == Exemption.SPAM || facts.notes.open.isEmpty();
                world.require(mayWait, () -> event + ": colleagues are awaited here still");
            }
        }
        unit.newOutbox().forEach(this::leaves);
    }

    private void leaves(OutboxEntry entry) {
        OutboundMessage message = entry.message();
        String all = String.join(
                "\n",
                message.subject(),
                message.fromName(),
                message.toName().orElse(""),
                message.content().text(),
                message.content().html().orElse(""),
                String.join("\n", message.answers()));
        world.require(!Intents.isInternal(all), () -> message + " has words of a note: " + all);
    }
}
