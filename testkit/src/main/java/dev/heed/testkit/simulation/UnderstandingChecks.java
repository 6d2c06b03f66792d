package dev.heed.testkit.simulation;

import dev.heed.error.PracticeCode;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.CallEvent;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.ListeningEvent;
import dev.heed.ticket.RootCause;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketKind;

/** Nothing that went wrong is called solved before it was understood, unless somebody answers for that. */
final class UnderstandingChecks implements Check {
    private final World world;

    UnderstandingChecks(World world) {
        this.world = world;
    }

    private void require(boolean holds, Facts facts, TicketEvent event, String invariant) {
        world.require(holds, () -> "ticket " + facts.opened.number() + ", " + event + ": " + invariant);
    }

    @Override
    public void before(Facts facts, TicketEvent event, Batch batch) {
        if (event instanceof ListeningEvent.FactNoted noted && noted.source() instanceof FactSource.InAForm form) {
            String said = noted.kind() + " " + noted.key() + " " + noted.value();
            require(world.intents.wanted("form", form.customer(), said), facts, event, "nobody filled that in");
        } else if (event instanceof ListeningEvent.FactOutdated outdated
                && outdated.by().isEmpty()) {
            boolean wanted = world.book.all().stream()
                    .map(other -> other.opened.customer())
                    .anyMatch(
                            whose -> world.intents.wanted("take back", whose, outdated.kind() + " " + outdated.key()));
            require(wanted, facts, event, "nobody took that back");
        } else {
            understanding(facts, event, batch);
        }
    }

    private void understanding(Facts facts, TicketEvent event, Batch batch) {
        UnderstoodFacts understood = facts.work.understood;
        if (event instanceof ListeningEvent.StatementSent sent) {
            boolean wanted = world.intents.ordered("rephrase", event.ticket(), sent.by() + " " + sent.text());
            require(wanted, facts, event, "nobody said so");
            boolean told = batch.all(ConversationEvent.Answered.class).stream()
                    .anyMatch(answer ->
                            sent.message().filter(answer.message().id()::equals).isPresent()
                                    && answer.message().text().contains(sent.text()));
            require(told, facts, event, "the customer does not read it");
        } else if (event instanceof ListeningEvent.StatementConfirmed) {
            boolean said = world.intents.ordered("confirm problem", facts.opened.ticket(), "");
            require(said, facts, event, "the customer has not said so");
            require(understood.waitsForTheCustomer(), facts, event, "there is nothing to confirm");
        } else if (event instanceof ListeningEvent.StatementCorrected corrected) {
            boolean wrote = batch.all(ConversationEvent.MessageReceived.class).stream()
                    .anyMatch(received -> corrected
                            .message()
                            .filter(received.message().id()::equals)
                            .isPresent());
            require(wrote, facts, event, "the customer has not said so");
            require(understood.statement != null, facts, event, "there is nothing to correct");
        } else if (event instanceof ListeningEvent.RootCauseFound found) {
            boolean wanted = world.intents.ordered("cause", event.ticket(), found.by() + " " + found.cause());
            require(wanted, facts, event, "nobody said so");
        } else if (event instanceof ListeningEvent.UnderstandingTakenOver taken) {
            boolean moves = batch.has(LifecycleEvent.Absorbed.class)
                    || StructureChecks.isSeparation(batch)
                    || facts.opened.follows().filter(taken.from()::equals).isPresent();
            require(moves, facts, event, "nothing of ticket " + taken.from() + " goes on here");
        }
    }

    @Override
    public void after(Facts facts, Batch batch) {
        boolean trouble = facts.kind == TicketKind.COMPLAINT || facts.kind == TicketKind.TECHNICAL;
        boolean inWriting = batch.all(ConversationEvent.Answered.class).stream()
                .anyMatch(answer -> answer.resolution().isPresent());
        boolean onThePhone = batch.all(CallEvent.CallEnded.class).stream()
                .anyMatch(ended -> ended.outcome() instanceof CallOutcome.Solved);
        if (trouble && (inWriting || onThePhone)) {
            solved(facts, batch);
        }
    }

    private void solved(Facts facts, Batch batch) {
        UnderstoodFacts understood = facts.work.understood;
        boolean promised = facts.promises.open(PromiseKind.FIND_OUT).isPresent();
        boolean known = understood
                .cause()
                .filter(cause -> !cause.equals(RootCause.UNKNOWN) || promised)
                .isPresent();
        require(
                !world.setting.policy.rephraseBeforeSolving()
                        || understood.isRephrased()
                        || overridden(batch, PracticeCode.PROBLEM_NOT_REPHRASED),
                facts,
                batch.events().get(0),
                "solved, and nobody has said how it is understood");
        require(
                !world.setting.policy.findCauseBeforeSolving()
                        || known
                        || overridden(batch, PracticeCode.ROOT_CAUSE_MISSING),
                facts,
                batch.events().get(0),
                "solved, and nobody has said what lies behind it");
    }

    private static boolean overridden(Batch batch, PracticeCode code) {
        return batch.all(LifecycleEvent.Overridden.class).stream().anyMatch(one -> one.code() == code);
    }
}
