package dev.heed.json;

import dev.heed.people.AgentId;
import dev.heed.ticket.CallEvent.CallEnded;
import dev.heed.ticket.CallEvent.CallStarted;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Resolution;
import java.util.Optional;

/** A telephone call about a ticket. */
final class CallCodec {
    private CallCodec() {}

    static void started(CallStarted event, FieldWriter out) {
        out.text("by", event.by().value())
                .object(
                        "intake",
                        new FieldWriter()
                                .text("name", event.intake().name())
                                .text("number", event.intake().number()));
    }

    static CallStarted toStarted(FieldReader in) {
        return new CallStarted(
                in.ticket(), in.at(), in.value("by", AgentId::of), in.object("intake", CallCodec::toIntake));
    }

    private static CallIntake toIntake(FieldReader in) {
        String name = in.text("name");
        Optional<String> number = in.optionalText("number");
        return in.checked(
                () -> number.map(given -> CallIntake.of(name, given)).orElseGet(() -> CallIntake.numberRefused(name)));
    }

    static void ended(CallEnded event, FieldWriter out) {
        out.text("by", event.by().value()).object("outcome", outcome(event.outcome()));
    }

    static CallEnded toEnded(FieldReader in) {
        return new CallEnded(
                in.ticket(), in.at(), in.value("by", AgentId::of), in.object("outcome", CallCodec::toOutcome));
    }

    private static FieldWriter outcome(CallOutcome outcome) {
        FieldWriter out = new FieldWriter();
        if (outcome instanceof CallOutcome.Solved solved) {
            return out.text("kind", "solved").constant("resolution", solved.resolution());
        } else if (outcome instanceof CallOutcome.CallbackPromised callback) {
            return out.text("kind", "callbackPromised")
                    .text("what", callback.what())
                    .instant("due", callback.due());
        } else if (outcome instanceof CallOutcome.WarmTransfer transfer) {
            return out.text("kind", "warmTransfer")
                    .text("to", transfer.to().value())
                    .text("summary", transfer.summary());
        } else if (outcome instanceof CallOutcome.CustomerEnded) {
            return out.text("kind", "customerEnded");
        } else if (outcome instanceof CallOutcome.Dropped) {
            return out.text("kind", "dropped");
        }
        throw new IllegalStateException("There is a kind of call outcome without a JSON form.");
    }

    private static CallOutcome toOutcome(FieldReader in) {
        return switch (in.text("kind")) {
            case "solved" -> new CallOutcome.Solved(in.constant("resolution", Resolution.class));
            case "callbackPromised" -> new CallOutcome.CallbackPromised(in.text("what"), in.instant("due"));
            case "warmTransfer" -> new CallOutcome.WarmTransfer(in.value("to", AgentId::of), in.text("summary"));
            case "customerEnded" -> new CallOutcome.CustomerEnded();
            case "dropped" -> new CallOutcome.Dropped();
            default ->
                throw in.wrong("kind", "is none of solved, callbackPromised, warmTransfer, customerEnded, dropped");
        };
    }
}
