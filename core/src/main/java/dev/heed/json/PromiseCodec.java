package dev.heed.json;

import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.PromiseEvent.PromiseKept;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.PromiseEvent.PromiseReminded;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import dev.heed.ticket.PromiseEvent.PromiseReopened;
import dev.heed.ticket.PromiseEvent.PromiseTransferred;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import java.util.Optional;

/** Something happened to a promise. */
final class PromiseCodec {
    private PromiseCodec() {}

    static void made(PromiseMade event, FieldWriter out) {
        Promise promise = event.promise();
        out.object(
                "promise",
                new FieldWriter()
                        .number("id", promise.id().value())
                        .constant("kind", promise.kind())
                        .text("text", promise.text())
                        .text("madeBy", promise.madeBy().map(AgentId::value))
                        .instant("madeAt", promise.madeAt())
                        .instant("due", promise.due())
                        .text("zone", promise.zone().getId())
                        .constant("state", promise.state()));
    }

    static PromiseMade toMade(FieldReader in) {
        return new PromiseMade(in.ticket(), in.at(), in.object("promise", PromiseCodec::toPromise));
    }

    private static Promise toPromise(FieldReader in) {
        return new Promise(
                id(in, "id"),
                in.constant("kind", PromiseKind.class),
                in.text("text"),
                in.optionalValue("madeBy", AgentId::of),
                in.instant("madeAt"),
                in.instant("due"),
                in.zone("zone"),
                in.constant("state", PromiseState.class));
    }

    static void kept(PromiseKept event, FieldWriter out) {
        out.number("promise", event.promise().value())
                .text("how", event.how())
                .text("message", event.message().map(MessageId::value));
    }

    static PromiseKept toKept(FieldReader in) {
        return new PromiseKept(in.ticket(), in.at(), id(in, "promise"), in.text("how"), message(in));
    }

    static void broken(PromiseBroken event, FieldWriter out) {
        out.number("promise", event.promise().value());
    }

    static PromiseBroken toBroken(FieldReader in) {
        return new PromiseBroken(in.ticket(), in.at(), id(in, "promise"));
    }

    static void renegotiated(PromiseRenegotiated event, FieldWriter out) {
        out.number("promise", event.promise().value())
                .number("replacement", event.replacement().value())
                .text("message", event.message().map(MessageId::value));
    }

    static PromiseRenegotiated toRenegotiated(FieldReader in) {
        return new PromiseRenegotiated(in.ticket(), in.at(), id(in, "promise"), id(in, "replacement"), message(in));
    }

    static void reopened(PromiseReopened event, FieldWriter out) {
        out.number("promise", event.promise().value())
                .text("message", event.message().map(MessageId::value));
    }

    static PromiseReopened toReopened(FieldReader in) {
        return new PromiseReopened(in.ticket(), in.at(), id(in, "promise"), message(in));
    }

    static void withdrawn(PromiseWithdrawn event, FieldWriter out) {
        out.number("promise", event.promise().value()).text("reason", event.reason());
    }

    static PromiseWithdrawn toWithdrawn(FieldReader in) {
        return new PromiseWithdrawn(in.ticket(), in.at(), id(in, "promise"), in.text("reason"));
    }

    static void transferred(PromiseTransferred event, FieldWriter out) {
        out.number("promise", event.promise().value()).text("to", event.to().value());
    }

    static PromiseTransferred toTransferred(FieldReader in) {
        return new PromiseTransferred(in.ticket(), in.at(), id(in, "promise"), in.value("to", AgentId::of));
    }

    static void reminded(PromiseReminded event, FieldWriter out) {
        out.number("promise", event.promise().value()).number("percent", event.percent());
    }

    static PromiseReminded toReminded(FieldReader in) {
        return new PromiseReminded(in.ticket(), in.at(), id(in, "promise"), in.integer("percent"));
    }

    private static Optional<MessageId> message(FieldReader in) {
        return in.optionalValue("message", MessageId::new);
    }

    private static PromiseId id(FieldReader in, String name) {
        return new PromiseId(in.integer(name));
    }
}
