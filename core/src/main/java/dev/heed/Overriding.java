package dev.heed;

import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.error.Severity;
import dev.heed.people.AgentId;
import dev.heed.ticket.TicketCommand;
import java.util.List;
import java.util.Optional;

/**
 * P73: somebody goes on in spite of a warning.
 *
 * @param code which
 * @param by who
 * @param reason why
 */
record Overriding(PracticeCode code, AgentId by, String reason) {

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

    TicketCommand apply(TicketCommand command) {
        return new TicketCommand.Overrule(command, code, by, reason);
    }
}
