package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.message.Attachment;
import dev.heed.message.AttachmentSource;
import dev.heed.message.ContentHash;
import dev.heed.message.FactKey;
import dev.heed.message.Html;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Seen;
import dev.heed.message.Signature;
import dev.heed.people.AgentId;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.ReplyDraft.Content;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.TicketId;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Drafts are kept as JSON, and nothing that somebody wrote is missing when they are read. */
class DraftJsonTest {
    private static final Instant DUE = Instant.parse("2026-03-03T10:00:00.123456789Z");

    @Property(tries = 500)
    void aDraftIsReadAsItWasWritten(@ForAll("drafts") ReplyDraft draft) {
        ReplyDraft read = DraftJson.read(DraftJson.write(draft), draft.version());

        assertThat(read).isEqualTo(draft);
        assertThat(DraftJson.write(read)).isEqualTo(DraftJson.write(draft));
    }

    @Property(tries = 200)
    void aReplyIsSentAsItWasKept(@ForAll("replies") Reply reply) {
        Content kept = read(Content.of(reply, Commitments.none())).content();
        Reply sent = kept.reply(Signature.of("Somebody Else"));

        assertThat(sent.text()).isEqualTo(reply.text());
        assertThat(sent.html().map(Html::source)).isEqualTo(reply.html().map(Html::source));
        assertThat(sent.signature()).isEqualTo(reply.signature());
        assertThat(sent.attachments()).isEqualTo(reply.attachments());
        assertThat(sent.seen()).isEqualTo(reply.seen());
        assertThat(sent.asks()).isEqualTo(reply.asks());
        assertThat(sent.suggests()).isEqualTo(reply.suggests());
        assertThat(kept.commitments().statement()).isEqualTo(reply.rephrased());
    }

    /** Whoever gives a reply or its commitments one more part lets drafts keep it, and says so here. */
    @Test
    void noPartOfAReplyIsForgotten() {
        assertThat(Arrays.stream(Reply.class.getDeclaredMethods()).filter(DraftJsonTest::isAPart))
                .extracting(Method::getName)
                .containsExactlyInAnyOrder(
                        "text", "html", "signature", "attachments", "files", "seen", "asks", "suggests", "rephrased");
        assertThat(Arrays.stream(Commitments.class.getDeclaredMethods()).filter(DraftJsonTest::isAPart))
                .extracting(Method::getName)
                .containsExactlyInAnyOrder(
                        "promises", "kept", "renegotiations", "apology", "resolution", "decision", "statement");
    }

    private static boolean isAPart(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() == 0
                && method.getReturnType() != method.getDeclaringClass()
                && !method.getName().equals("toString")
                && !method.getName().equals("hashCode");
    }

    @Test
    void whatIsNoDraftIsRefusedAndNotQuoted() {
        String good = DraftJson.write(draft(Content.of("My dear Ana")));

        assertThatThrownBy(() -> DraftJson.read("[]", 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> DraftJson.read(good.replace("\"form\":2", "\"form\":3"), 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("form 3");
        assertThatThrownBy(() -> DraftJson.read(good.replace("\"shared\":false", "\"shared\":\"My dear Ana\""), 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("shared")
                .hasMessageNotContaining("dear");
    }

    @Test
    void aDraftThatIsTooLargeIsNotMade() {
        String long1 = "x".repeat(ReplyDraft.LONGEST_TEXT);
        assertThat(Content.of(long1).text()).hasSize(ReplyDraft.LONGEST_TEXT);
        assertThatThrownBy(() -> Content.of(long1 + "x"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("500001");
    }

    @Test
    void aFileThatIsNotKeptYetIsNoPartOfADraft() {
        Reply reply = Reply.text("See below.", Signature.of("Maria Keller"))
                .attach(AttachmentSource.of("a.txt", "text/plain", InputStream::nullInputStream));

        assertThatThrownBy(() -> Content.of(reply, Commitments.none())).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aDraftOfTheFirstFormGivesItsFilesToWhereTheyAreKeptNow() {
        Attachment file = Attachment.of("a.txt", "text/plain", ContentHash.of(new byte[] {1, 2, 3}), 3);
        Reply reply = Reply.text("See below.", Signature.of("Maria Keller")).attach(file);
        ReplyDraft draft = draft(Content.of(reply, Commitments.none()));
        String first = DraftJson.write(draft)
                .replace("\"form\":2", "\"form\":1")
                .replace(
                        "\"hash\":\"" + ContentHash.of(new byte[] {1, 2, 3}) + "\",\"size\":3", "\"content\":\"AQID\"");
        List<byte[]> kept = new ArrayList<>();

        ReplyDraft read = DraftJson.read(first, 1, content -> {
            kept.add(content);
            return ContentHash.of(content);
        });

        assertThat(first).contains("AQID");
        assertThat(read).isEqualTo(draft);
        assertThat(kept).containsExactly(new byte[] {1, 2, 3});
        assertThatThrownBy(() -> DraftJson.read(first, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("keepingFiles");
    }

    @Test
    void logsDoNotSayWhatADraftSays() {
        Commitments commitments = Commitments.none().promise(PromiseKind.ACTION, "secret", DUE);
        ReplyDraft draft = draft(Content.of(Reply.text("secret", Signature.of("secret")), commitments));

        assertThat(draft.toString()).doesNotContain("secret");
    }

    private static ReplyDraft read(Content content) {
        return DraftJson.read(DraftJson.write(draft(content)), 1);
    }

    private static ReplyDraft draft(Content content) {
        AgentId maria = AgentId.of("maria");
        return new ReplyDraft(new DraftId("d-1"), new TicketId(new UUID(1, 2)), maria, content, false, maria, DUE, 1);
    }

    @Provide
    static Arbitrary<ReplyDraft> drafts() {
        return Combinators.combine(
                        contents(),
                        Arbitraries.of("maria", "ben").map(AgentId::of),
                        Arbitraries.of("maria", "ben").map(AgentId::of),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(1, 1L << 40))
                .as((content, author, by, shared, version) -> new ReplyDraft(
                        new DraftId("d-" + version),
                        new TicketId(new UUID(version, 1)),
                        author,
                        content,
                        shared,
                        by,
                        DUE.plusNanos(version),
                        version));
    }

    private static Arbitrary<Content> contents() {
        Arbitrary<String> text = Arbitraries.strings().all().ofMaxLength(40);
        return Combinators.combine(
                        text,
                        text.optional(),
                        signatures().optional(),
                        files().list().ofMaxSize(3),
                        messages().optional(),
                        keys(),
                        keys(),
                        commitments())
                .as(Content::new);
    }

    @Provide
    static Arbitrary<Reply> replies() {
        Arbitrary<String> words = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20);
        Arbitrary<Boolean> html = Arbitraries.of(true, false);
        return Combinators.combine(
                        words,
                        html,
                        signatures(),
                        files().list().ofMaxSize(3),
                        messages().optional(),
                        keys(),
                        keys())
                .as((text, inHtml, signature, files, seen, asks, suggests) -> {
                    Reply reply = inHtml
                            ? Reply.html("<p>" + text + "</p><!-- " + text + " --><p>&amp; <b>more</b></p>", signature)
                            : Reply.text(text, signature);
                    for (Attachment file : files) {
                        reply = reply.attach(file);
                    }
                    reply = reply.asking(words(asks)).suggesting(words(suggests));
                    reply = asks.isEmpty() ? reply : reply.rephrasing("The " + asks.get(0) + " is lost.");
                    return seen.map(reply::seen).orElse(reply);
                });
    }

    private static String[] words(List<FactKey> keys) {
        return keys.stream().map(FactKey::value).toArray(String[]::new);
    }

    private static Arbitrary<List<FactKey>> keys() {
        return Arbitraries.of("order-number", "größe", "restart-router")
                .map(FactKey::of)
                .list()
                .uniqueElements()
                .ofMaxSize(2);
    }

    private static Arbitrary<MessageId> messages() {
        return Arbitraries.of("m-1", "m-2").map(MessageId::new);
    }

    private static Arbitrary<Signature> signatures() {
        Arbitrary<String> line = Arbitraries.of("Maria Keller", "Sales", "030 555", "E-1", "Größe 𝒜");
        return Combinators.combine(line, line.optional(), line.optional(), line.optional())
                .as(Signature::new);
    }

    private static Arbitrary<Attachment> files() {
        return Combinators.combine(
                        Arbitraries.of("a.png", "b.txt", "ß.bin"),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(50),
                        Arbitraries.of("cid-1").optional())
                .as((name, bytes, id) -> {
                    Attachment file = Attachment.of(name, "image/png", ContentHash.of(bytes), bytes.length);
                    return id.map(file::inline).orElse(file);
                });
    }

    private static Arbitrary<Commitments> commitments() {
        Arbitrary<PromiseId> promise = Arbitraries.integers().between(1, 9).map(PromiseId::new);
        Arbitrary<PromiseKind> kind = Arbitraries.of(PromiseKind.values()).filter(PromiseKind::madeByAgents);
        return Combinators.combine(
                        kind.list().ofMaxSize(3),
                        promise.list().ofMaxSize(3),
                        promise.list().ofMaxSize(3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Resolution.values()).optional(),
                        Arbitraries.of("It was used.", "Größe").optional(),
                        Arbitraries.of("The lid is broken.", "Zu groß").optional())
                .as((promised, kept, moved, apology, resolution, reason, problem) -> {
                    Commitments all = apology ? Commitments.none().apologise() : Commitments.none();
                    for (PromiseKind one : promised) {
                        all = all.promise(one, "what " + one, DUE);
                    }
                    for (PromiseId one : kept) {
                        all = all.keep(one);
                    }
                    for (PromiseId one : moved) {
                        all = all.renegotiate(one, DUE.plusSeconds(one.value()));
                    }
                    all = resolution.map(all::solve).orElse(all);
                    all = problem.map(all::rephrase).orElse(all);
                    return reason.map(why -> new AdverseDecision(why, "Write to Olga Winter."))
                            .map(all::decideAgainst)
                            .orElse(all);
                });
    }

    @Test
    void somebodyWhoHasSeenSomethingIsKeptAsSuch() {
        Reply reply = Reply.text("Yes.", Signature.of("Maria Keller")).seen(new MessageId("m-7"));

        assertThat(read(Content.of(reply, Commitments.none()))
                        .content()
                        .reply(reply.signature())
                        .seen())
                .contains(Seen.upTo(new MessageId("m-7")));
    }
}
