package dev.heed.rule;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** P03: the signature leads back to its author, by her own direct line or her own employee id. */
final class ReachBack implements HouseRule {
    private static final Pattern CALLED_ONE = Pattern.compile("^(?:tel|telefon|phone|fon)(?=[0-9])");

    @Override
    public List<Finding> check(Draft draft) {
        if (!(draft instanceof Draft.ByAgent written)) {
            return List.of();
        }
        Signature signature = written.signature();
        Agent author = written.author();
        if (signature.directLine().isEmpty() && signature.employeeId().isEmpty()) {
            return List.of(finding("The signature has neither a direct line nor an employee id.", author));
        }
        boolean lineIsOwn = matches(signature.directLine(), author.directLine(), ReachBack::lettersAndDigits);
        boolean idIsOwn = matches(signature.employeeId(), author.employeeId(), Folding::fold);
        return lineIsOwn && idIsOwn
                ? List.of()
                : List.of(
                        finding("The signature gives a direct line or employee id that is not the author's.", author));
    }

    /** A number may be grouped otherwise and be called one; other words beside it may not be added. */
    private static String lettersAndDigits(String line) {
        StringBuilder written = new StringBuilder();
        for (char c : Folding.fold(line).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                written.append(c);
            }
        }
        return CALLED_ONE.matcher(written).replaceFirst("");
    }

    private static boolean matches(Optional<String> given, Optional<String> registered, UnaryOperator<String> form) {
        return given.isEmpty() || given.equals(registered) || given.map(form).equals(registered.map(form));
    }

    private static Finding finding(String problem, Agent author) {
        return new Finding(
                PracticeCode.REACH_BACK_MISSING,
                problem,
                Optional.empty(),
                "Use what is registered for agent " + author.id() + ": Signature.of(agent) does.");
    }
}
