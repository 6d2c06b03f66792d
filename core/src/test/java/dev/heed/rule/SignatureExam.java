package dev.heed.rule;

import dev.heed.error.HeedException;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.rule.LabelledSignatures.Row;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the rules to labelled names and sign-offs, and counts how often they judge as a careful person would. */
final class SignatureExam {
    private static final Map<String, Agent> ROSTER = java.util.stream.Stream.of(
                    Agent.builder("maria", "Maria Keller").employeeId("E-1001"),
                    Agent.builder("jana", "Jana Nováková").alias("Jana").employeeId("E-1002"),
                    Agent.builder("hansen", "Maria Support-Hansen").employeeId("E-1003"),
                    Agent.builder("teamer", "Tom Teamer").employeeId("E-1004"),
                    Agent.builder("suharto", "Suharto").employeeId("E-1005"),
                    Agent.builder("anna", "Nagy Anna").employeeId("E-1006"),
                    Agent.builder("wang", "王小明").alias("Wang Xiaoming").employeeId("E-1007"),
                    Agent.builder("omar", "عمر خالد").alias("Omar Khalid").employeeId("E-1008"),
                    Agent.builder("crew", "Amanda Crew").employeeId("E-1009"),
                    Agent.builder("jp", "Jean-Pierre Lefèvre").employeeId("E-1010"),
                    Agent.builder("mueller", "Jürgen Müller").employeeId("E-1011"),
                    Agent.builder("acme", "Peter Acme").employeeId("E-1012"),
                    Agent.builder("obrien", "Siobhán O'Brien").employeeId("E-1013"),
                    Agent.builder("rahman", "A. R. Rahman").employeeId("E-1014"),
                    Agent.builder("dlc", "María de la Cruz Fernández").employeeId("E-1015"),
                    Agent.builder("bo", "Li Na").employeeId("E-1016"))
            .map(Agent.Builder::build)
            .collect(Collectors.toMap(agent -> agent.id().value(), Function.identity()));

    private static final Shop SHOP = Shop.of("XYZ GmbH", ZoneId.of("Europe/Berlin"), Locale.GERMANY)
            .withBrand("XYZ")
            .withBrand("Acme")
            .withDepartment("Billing")
            .withDepartment("Versand")
            .withDepartment("Livraison")
            .withDepartment("Tier 2");

    private final HouseRules rules = new HouseRules(
            SHOP,
            ROSTER.values(),
            List.of(),
            List.of(EmailAddress.of("support@xyz.example"), EmailAddress.of("info@xyz.example")),
            SignatureWords.builtIn(),
            Set.of());
    private final PersonalNames names = new PersonalNames(new GroupNames(
            SignatureWords.builtIn(),
            Set.of("XYZ GmbH", "XYZ", "Acme", "Billing", "Versand", "Livraison", "Tier 2", "support", "info")));

    /**
     * What came of it.
     *
     * @param rows how many were judged
     * @param rightlyRefused groups that were refused
     * @param wronglyRefused people who were refused
     * @param wronglyPassed groups that passed
     */
    record Result(int rows, int rightlyRefused, List<Row> wronglyRefused, List<Row> wronglyPassed) {
        double precision() {
            return (double) rightlyRefused / (rightlyRefused + wronglyRefused.size());
        }

        double recall() {
            return (double) rightlyRefused / (rightlyRefused + wronglyPassed.size());
        }

        void print(String name) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d labelled, precision of refusal %.4f, recall %.4f%n",
                    name,
                    rows,
                    precision(),
                    recall());
            wronglyRefused.forEach(row -> System.out.println("  refused, should pass: " + row));
            wronglyPassed.forEach(row -> System.out.println("  passed, should be refused: " + row));
        }
    }

    HouseRules rules() {
        return rules;
    }

    Result judge(List<Row> rows) {
        List<Row> wronglyRefused = new ArrayList<>();
        List<Row> wronglyPassed = new ArrayList<>();
        int rightlyRefused = 0;
        for (Row row : rows) {
            boolean refused = row.isName() ? names.refusal(row.text()).isPresent() : signOffRefused(row);
            if (refused && row.pass()) {
                wronglyRefused.add(row);
            } else if (!refused && !row.pass()) {
                wronglyPassed.add(row);
            } else if (refused) {
                rightlyRefused++;
            }
        }
        return new Result(rows.size(), rightlyRefused, wronglyRefused, wronglyPassed);
    }

    private boolean signOffRefused(Row row) {
        Agent author = java.util.Objects.requireNonNull(ROSTER.get(row.author()));
        Signature signature = Signature.of(author);
        try {
            boolean isHtml = row.text().contains("</")
                    || row.text().startsWith("<img")
                    || row.text().startsWith("&");
            Reply reply = isHtml ? Reply.html(row.text(), signature) : Reply.text(row.text(), signature);
            return !rules.check(new Draft.ByAgent(author, signature, reply.text()))
                    .isEmpty();
        } catch (HeedException e) {
            return true;
        }
    }
}
