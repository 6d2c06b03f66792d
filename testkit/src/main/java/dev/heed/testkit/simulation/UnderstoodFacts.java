package dev.heed.testkit.simulation;

import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.Fact;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.FactState;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.ListeningEvent;
import dev.heed.ticket.ProblemStatement;
import dev.heed.ticket.RootCause;
import dev.heed.ticket.StructureEvent;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the shop has understood of a ticket, as docs/listening.md tells it. What is taken back with a duplicate is as if it had
 * never been said: it is all told once more without it. Not thread-safe.
 */
final class UnderstoodFacts {
    final Map<String, String> known = new TreeMap<>();

    @Nullable
    Told statement;

    @Nullable
    Instant heededAt;

    @Nullable
    RootCause cause;

    private String state = "none";
    private final List<TicketEvent> heard = new ArrayList<>();
    private final Set<TicketEvent> takenBack = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<MessageId, List<TicketId>> through = new HashMap<>();
    /** What came with these and has been elsewhere since is not said here either. */
    private final Set<TicketId> gone = new HashSet<>();
    /** What came back with this ticket, and is not that of a duplicate. */
    private final Set<TicketEvent> own = Collections.newSetFromMap(new IdentityHashMap<>());

    private @Nullable TicketId cameFrom;

    /** How the customer was told. */
    record Told(String text, Optional<MessageId> message) {}

    void take(TicketEvent event) {
        if (event instanceof ConversationEvent.MessageReceived received) {
            came(received.message(), received.via());
        } else if (event instanceof StructureEvent.MessageTakenOver taken) {
            came(taken.message(), taken.via());
        } else if (event instanceof StructureEvent.Released released) {
            without(released.duplicate());
        } else {
            if (event instanceof ListeningEvent.UnderstandingTakenOver taken) {
                boolean back = taken.from().equals(cameFrom) || taken.by().isEmpty();
                if (back) {
                    own.add(taken);
                } else {
                    gone.remove(taken.from());
                }
                cameFrom = null;
            } else if (event instanceof StructureEvent.Unmerged unmerged) {
                cameFrom = unmerged.from();
            } else if (event instanceof LifecycleEvent.Absorbed) {
                cameFrom = null;
            }
            heard.add(event);
            tell(event);
        }
    }

    private void came(Message message, List<TicketId> via) {
        through.put(message.id(), via);
    }

    private void without(TicketId duplicate) {
        heard.removeIf(event -> isOf(duplicate, event));
        heard.stream().filter(event -> isAnswerOf(duplicate, event)).forEach(takenBack::add);
        gone.add(duplicate);
        through.values().removeIf(via -> via.contains(duplicate));
        known.clear();
        statement = null;
        heededAt = null;
        cause = null;
        state = "none";
        List.copyOf(heard).forEach(this::tell);
    }

    private boolean isOf(TicketId duplicate, TicketEvent event) {
        if (event instanceof ListeningEvent.UnderstandingTakenOver taken) {
            return taken.from().equals(duplicate) && !own.contains(taken);
        } else if (event instanceof ListeningEvent.FactNoted noted) {
            return isOf(duplicate, noted.source());
        }
        return false;
    }

    private boolean isAnswerOf(TicketId duplicate, TicketEvent event) {
        return (event instanceof ListeningEvent.StatementConfirmed confirmed && isOf(duplicate, confirmed.source()))
                || (event instanceof ListeningEvent.StatementCorrected corrected
                        && isOf(duplicate, corrected.source()));
    }

    private boolean isOf(TicketId duplicate, FactSource source) {
        if (source instanceof FactSource.InAForm form) {
            return form.via().contains(duplicate);
        }
        return source instanceof FactSource.Quoted quoted
                && through.getOrDefault(quoted.message(), List.of()).contains(duplicate);
    }

    private void tell(TicketEvent event) {
        if (takenBack.contains(event)) {
            unanswered(event);
            return;
        }
        if (event instanceof ListeningEvent.FactNoted noted) {
            known.put(noted.kind() + " " + noted.key(), noted.value());
        } else if (event instanceof ListeningEvent.FactOutdated outdated) {
            known.remove(outdated.kind() + " " + outdated.key());
        } else if (event instanceof ListeningEvent.UnderstandingTakenOver taken) {
            takenOver(taken);
        } else if (event instanceof ListeningEvent.StatementSent sent) {
            statement = new Told(sent.text(), sent.message());
            state = "SENT";
        } else if (event instanceof ListeningEvent.StatementConfirmed && statement != null) {
            heededAt = event.at();
            state = "CONFIRMED";
        } else if (event instanceof ListeningEvent.StatementCorrected) {
            heededAt = null;
            cause = null;
            state = statement == null ? "none" : "CORRECTED";
        } else if (event instanceof ListeningEvent.RootCauseFound found) {
            cause = found.cause();
        } else {
            letter(event);
        }
    }

    /** What was found out before a correction counts no more, whoever has corrected it. */
    private void unanswered(TicketEvent event) {
        heededAt = null;
        state = statement == null ? "none" : "SENT";
        cause = event instanceof ListeningEvent.StatementCorrected ? null : cause;
    }

    private void takenOver(ListeningEvent.UnderstandingTakenOver taken) {
        for (Fact fact : taken.known().facts()) {
            String key = fact.kind() + " " + fact.key();
            if (gone.stream().anyMatch(duplicate -> isOf(duplicate, fact.source()))) {
                continue;
            }
            if (fact.state() == FactState.CURRENT) {
                known.put(key, fact.value());
            } else {
                known.remove(key);
            }
        }
        taken.known().statement().ifPresent(told -> {
            if (told.duplicate().filter(gone::contains).isPresent()) {
                cause = told.state() == ProblemStatement.State.CORRECTED ? null : cause;
                return;
            }
            boolean again = statement != null
                    && statement.message().equals(told.message())
                    && statement.text().equals(told.text());
            if (again && told.state() == ProblemStatement.State.CORRECTED) {
                cause = null;
            }
            statement = new Told(told.text(), told.message());
            state = told.state().name();
            heededAt = taken.known().heededAt().orElse(null);
        });
        taken.known().rootCause().ifPresent(found -> cause = found);
    }

    private void letter(TicketEvent event) {
        boolean lost = (event instanceof ConversationEvent.DeliveryFailed failed && isTheLetter(failed.message()))
                || (event instanceof ConversationEvent.Bounced bounced && isTheLetter(bounced.message()));
        boolean arrived = event instanceof ConversationEvent.Delivered delivered && isTheLetter(delivered.message());
        if (lost && state.equals("SENT")) {
            state = "LOST";
        } else if (arrived && state.equals("LOST")) {
            state = "SENT";
        }
    }

    private boolean isTheLetter(MessageId message) {
        return statement != null && statement.message().filter(message::equals).isPresent();
    }

    /** What has become of the last statement. */
    String state() {
        return state;
    }

    /** Whether the customer was told how the problem is understood, and has not said since that it is another. */
    boolean isRephrased() {
        return state.equals("SENT") || state.equals("CONFIRMED");
    }

    boolean waitsForTheCustomer() {
        return state.equals("SENT") || state.equals("LOST");
    }

    Optional<RootCause> cause() {
        return Optional.ofNullable(cause);
    }
}
