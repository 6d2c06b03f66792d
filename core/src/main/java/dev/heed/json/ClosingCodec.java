package dev.heed.json;

import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Exemption;

/** Why a ticket is closed. */
final class ClosingCodec {
    private ClosingCodec() {}

    static FieldWriter closing(Closing closing) {
        FieldWriter out = new FieldWriter();
        if (closing instanceof Closing.Confirmed confirmed) {
            return out.text("kind", "confirmed")
                    .text("customer", confirmed.customer().value());
        } else if (closing instanceof Closing.Silence silence) {
            return out.text("kind", "silence").number("reminders", silence.reminders());
        } else if (closing instanceof Closing.Exempt exempt) {
            return out.text("kind", "exempt")
                    .constant("exemption", exempt.exemption())
                    .text("by", exempt.by().value())
                    .text("reason", exempt.reason())
                    .text("goesOnIn", exempt.goesOnIn().map(Object::toString));
        }
        throw new IllegalStateException("There is a kind of closing without a JSON form.");
    }

    static Closing toClosing(FieldReader in) {
        return switch (in.text("kind")) {
            case "confirmed" -> new Closing.Confirmed(in.value("customer", CustomerId::of));
            case "silence" -> new Closing.Silence(in.integer("reminders"));
            case "exempt" ->
                new Closing.Exempt(
                        in.constant("exemption", Exemption.class),
                        in.value("by", AgentId::of),
                        in.text("reason"),
                        in.optionalTicketId("goesOnIn"));
            default -> throw in.wrong("kind", "is none of confirmed, silence, exempt");
        };
    }
}
