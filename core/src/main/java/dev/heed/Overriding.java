package dev.heed;

import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.error.Severity;
import dev.heed.people.AgentId;
import dev.heed.ticket.ConversationCommand;
import dev.heed.ticket.TicketCommand;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * P73: somebody goes on in spite of a warning.
 *
 * @param code which
 * @param by who
 * @param reason why
 */
record Overriding(PracticeCode code, AgentId by, String reason) {
    private static final TicketCommand NOTHING = new ConversationCommand.WithholdAcknowledgement("");

    static Overriding of(PracticeCode code, AgentId by, String reason) {
        if (code.severity() == Severity.BLOCKS) {
            throw new RefusedException(List.of(new Finding(
                    code,
                    "The rule " + code + " blocks, and nobody can override it.",
                    Optional.empty(),
                    "Do what it asks for.")));
        }
        if (reason.isBlank()) {
            throw new InvalidInputException(
                    "There is no reason to override " + code + ".", "Say why, for those who read it later.");
        }
        return new Overriding(code, by, reason);
    }

    /** For which rules somebody goes on in spite of a warning. */
    static Set<PracticeCode> codes(UnaryOperator<TicketCommand> inSpite) {
        Set<PracticeCode> codes = EnumSet.noneOf(PracticeCode.class);
        TicketCommand command = inSpite.apply(NOTHING);
        while (command instanceof TicketCommand.Overrule overrule) {
            codes.add(overrule.code());
            command = overrule.command();
        }
        return codes;
    }

    TicketCommand apply(TicketCommand command) {
        return new TicketCommand.Overrule(command, code, by, reason);
    }
}
