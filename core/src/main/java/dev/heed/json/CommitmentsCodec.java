package dev.heed.json;

import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Commitments.NewPromise;
import dev.heed.ticket.Commitments.Renegotiation;
import dev.heed.ticket.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an answer that has not been sent yet does besides answering. */
final class CommitmentsCodec {
    private CommitmentsCodec() {}

    static FieldWriter commitments(Commitments commitments) {
        FieldWriter out = new FieldWriter()
                .objects("promises", commitments.promises(), CommitmentsCodec::promise)
                .objects("kept", List.copyOf(commitments.kept()), CommitmentsCodec::kept)
                .objects("renegotiations", commitments.renegotiations(), CommitmentsCodec::renegotiation)
                .flag("apology", commitments.apology())
                .text("resolution", commitments.resolution().map(Resolution::name))
                .text("statement", commitments.statement());
        commitments.decision().ifPresent(decision -> out.object("decision", decision(decision)));
        return out;
    }

    static Commitments toCommitments(FieldReader in) {
        Commitments commitments = Commitments.none();
        for (NewPromise promise : in.objects("promises", CommitmentsCodec::toPromise)) {
            commitments = commitments.promise(promise.kind(), promise.text(), promise.due());
        }
        for (PromiseId kept : in.objects("kept", CommitmentsCodec::id)) {
            commitments = commitments.keep(kept);
        }
        for (Renegotiation renegotiation : in.objects("renegotiations", CommitmentsCodec::toRenegotiation)) {
            commitments = commitments.renegotiate(renegotiation.promise(), renegotiation.due());
        }
        commitments = in.flag("apology") ? commitments.apologise() : commitments;
        Optional<Resolution> resolution = in.optionalConstant("resolution", Resolution.class);
        commitments = resolution.map(commitments::solve).orElse(commitments);
        commitments = in.optionalText("statement").map(commitments::rephrase).orElse(commitments);
        Optional<AdverseDecision> decision = in.optionalObject("decision", CommitmentsCodec::toDecision);
        return decision.map(commitments::decideAgainst).orElse(commitments);
    }

    private static FieldWriter promise(NewPromise promise) {
        return new FieldWriter()
                .constant("kind", promise.kind())
                .text("text", promise.text())
                .instant("due", promise.due());
    }

    private static NewPromise toPromise(FieldReader in) {
        PromiseKind kind = in.constant("kind", PromiseKind.class);
        String text = in.text("text");
        Instant due = in.instant("due");
        return in.checked(() -> new NewPromise(kind, text, due));
    }

    private static FieldWriter kept(PromiseId promise) {
        return new FieldWriter().number("promise", promise.value());
    }

    private static PromiseId id(FieldReader in) {
        return new PromiseId(in.integer("promise"));
    }

    private static FieldWriter renegotiation(Renegotiation renegotiation) {
        return kept(renegotiation.promise()).instant("due", renegotiation.due());
    }

    private static Renegotiation toRenegotiation(FieldReader in) {
        return new Renegotiation(id(in), in.instant("due"));
    }

    private static FieldWriter decision(AdverseDecision decision) {
        return new FieldWriter().text("reason", decision.reason()).text("appeal", decision.appeal());
    }

    private static AdverseDecision toDecision(FieldReader in) {
        String reason = in.text("reason");
        String appeal = in.text("appeal");
        return in.checked(() -> new AdverseDecision(reason, appeal));
    }
}
