package dev.heed;

import com.google.common.base.Joiner;
import com.google.common.html.HtmlEscapers;
import dev.heed.error.Finding;
import dev.heed.message.Html;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.template.Placeholders;
import dev.heed.template.Placeholders.Filled;
import dev.heed.template.Template;
import dev.heed.template.Texts;
import dev.heed.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A message as the customer will read it: placeholders filled, signature or label below.
 *
 * @param text plain text, complete
 * @param html the same in HTML, if it was written in HTML
 * @param body the text without signature or label, for the house rules
 * @param below what stands between the body and the signature, for the house rules too
 * @param findings what could not be filled
 */
record Letter(String text, Optional<String> html, String body, List<String> below, List<Finding> findings) {

    /**
     * A person's message.
     *
     * @param below lines between the words and the signature: what is promised or decided; may be empty
     * @param known asked only if there is something to fill
     */
    static Letter signed(Reply reply, List<String> below, Texts texts, Supplier<Map<String, String>> known) {
        String source = reply.html().map(Html::source).orElse(reply.text());
        Map<String, String> values = source.contains("{{") ? known.get() : Map.of();
        List<String> lines = signatureLines(reply.signature(), texts);
        String promised = Joiner.on('\n').join(below);
        String end = (below.isEmpty() ? "" : "\n\n" + promised) + "\n\n"
                + Joiner.on('\n').join(lines);
        List<Finding> raw = Placeholders.leftovers(end);
        if (reply.html().isEmpty()) {
            Filled filled = Placeholders.fill(reply.text(), values, UnaryOperator.identity());
            return new Letter(
                    filled.text().stripTrailing() + end,
                    Optional.empty(),
                    filled.text(),
                    below,
                    both(filled.findings(), raw));
        }
        UnaryOperator<String> escape = HtmlEscapers.htmlEscaper()::escape;
        Filled filled = Placeholders.fill(source, values, escape);
        List<Finding> inSource = both(filled.findings(), raw);
        String body = filled.findings().isEmpty() ? Html.parse(filled.text()).text() : reply.text();
        List<Finding> inSight = inSource.isEmpty() // tags and entities may hide in the source what the customer sees
                ? Placeholders.fill(body, Map.of(), UnaryOperator.identity()).findings()
                : List.of();
        String paragraphs = (below.isEmpty() ? "" : "\n" + paragraph(below, escape)) + "\n" + paragraph(lines, escape);
        return new Letter(
                body.stripTrailing() + end,
                Optional.of(filled.text() + paragraphs),
                body,
                below,
                both(inSource, inSight));
    }

    private static String paragraph(List<String> lines, UnaryOperator<String> escape) {
        return "<p>" + Joiner.on("<br>").join(lines.stream().map(escape).toList()) + "</p>";
    }

    private static List<Finding> both(List<Finding> some, List<Finding> others) {
        return others.isEmpty()
                ? some
                : Stream.concat(some.stream(), others.stream()).toList();
    }

    static Letter labelled(Template text, String label, Texts texts, Map<String, String> values) {
        Filled filled = text.fill(values, UnaryOperator.identity());
        String below = texts.filled(label, values) + " " + texts.filled("label.responsible", values);
        return new Letter(
                filled.text().stripTrailing() + "\n\n" + below,
                Optional.empty(),
                filled.text(),
                List.of(),
                filled.findings());
    }

    private static List<String> signatureLines(Signature signature, Texts texts) {
        List<String> lines = new ArrayList<>();
        lines.add(signature.name());
        signature.role().ifPresent(lines::add);
        signature.directLine().ifPresent(value -> lines.add(line(texts, "signature.directLine", value)));
        signature.employeeId().ifPresent(value -> lines.add(line(texts, "signature.employeeId", value)));
        return lines;
    }

    private static String line(Texts texts, String key, String value) {
        return texts.get(key).replace("{{value}}", value);
    }

    /** What a text about this ticket may name. A value that is not known is not there. */
    static Map<String, String> values(
            Policies policies, Ticket ticket, Customer customer, Texts texts, Agent agent, Instant now) {
        Map<String, String> values = new HashMap<>();
        values.put("shop.name", policies.shop().name());
        values.put("ticket.number", Long.toString(ticket.number()));
        values.put("agent.name", agent.fullName());
        customer.name().filter(Letter::isOneCleanLine).ifPresent(name -> {
            values.put("customer.name", name);
            values.put("customer.greeting", " " + name);
        });
        ticket.expected().ifPresent(expected -> {
            values.put("expected_reply", texts.time(expected.at(), expected.zone()));
            values.put(
                    "expected_reply.by",
                    Policies.expectedReplyText(
                            expected, policies.soonest(expected, ticket.channel(), now), texts, now));
        });
        return values;
    }

    private static boolean isOneCleanLine(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                return false;
            }
        }
        return Placeholders.leftovers(name).isEmpty();
    }
}
