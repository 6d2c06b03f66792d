package dev.heed.rule;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** P01, P02: a person's message is signed by that person, in the signature and, if at all, in the text. */
final class PersonalSignature implements HouseRule {
    private static final Pattern PLACEHOLDER = Pattern.compile("[{}<>]|^\\s*\\[.*]\\s*$");

    private final PersonalNames names;
    private final AgentNames roster;
    private final GroupNames groups;
    private final FellowSigners fellows;
    /** The signature of each agent that was last found good: people sign alike each time. */
    private final Map<AgentId, Signature> accepted = new ConcurrentHashMap<>();

    PersonalSignature(PersonalNames names, AgentNames roster, GroupNames groups, FellowSigners fellows) {
        this.fellows = fellows;
        this.names = names;
        this.roster = roster;
        this.groups = groups;
    }

    @Override
    public List<Finding> check(Draft draft) {
        if (!(draft instanceof Draft.ByAgent written)) {
            return List.of();
        }
        OwnNames own = roster.of(written.author());
        List<Finding> findings = new ArrayList<>();
        if (!written.signature().equals(accepted.get(written.author().id()))) {
            signature(written.signature(), own).ifPresent(findings::add);
            written.signature().role().flatMap(role -> role(role, own)).ifPresent(findings::add);
            if (findings.isEmpty()) {
                accepted.put(written.author().id(), written.signature());
            }
        }
        SignOffCheck signOffs = new SignOffCheck(groups, roster, fellows); // its expressions wait for the first message
        signOffs.check(written.text(), own).ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> signature(Signature signature, OwnNames own) {
        Agent author = own.agent();
        String name = signature.name();
        if (name.isBlank()) {
            return Optional.of(missing(name, "there is no name in the signature", author));
        }
        Optional<String> suspicion = Suspicion.of(name);
        Words words = Words.of(name);
        boolean signed = suspicion.isEmpty() && own.signedInFull(words);
        Optional<String> besides = signed ? besides(name, words, own) : Optional.empty();
        if (signed && besides.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> refusal = besides.or(() -> suspicion).or(() -> names.refusal(name));
        if (refusal.isPresent()) {
            return Optional.of(new Finding(
                    PracticeCode.SIGNATURE_NOT_PERSONAL,
                    "This is not the signature of a person: " + refusal.get() + ".",
                    Optional.of(new Finding.Span(0, name.length(), name)),
                    remedy(author)));
        }
        return Optional.of(missing(name, whose(words), author));
    }

    /** What else a name says that has the author's own in it. */
    private Optional<String> besides(String name, Words words, OwnNames own) {
        if (PLACEHOLDER.matcher(name).find()) {
            return Optional.of("it is a placeholder");
        }
        if (fellows.follow(own, words)) {
            return Optional.of("it names several people");
        }
        return fellows.areNamedBy(own, words)
                ? Optional.of("it names a group, an office or a program")
                : Optional.empty();
    }

    private String whose(Words name) {
        return roster.first(name, names -> names.signedInFull(name))
                .map(names ->
                        "it is signed in the name of agent " + names.agent().id())
                .orElse("the name is neither the author's full name nor a registered alias");
    }

    /** What a person does may be said in many ways, but not in characters that hide something, nor with names. */
    private Optional<Finding> role(String role, OwnNames own) {
        return Suspicion.of(role)
                .or(() -> PLACEHOLDER.matcher(role).find() ? Optional.of("it is a placeholder") : Optional.empty())
                .or(() -> fellows.isNoRole(own, Words.of(role)) ? Optional.of("it names others") : Optional.empty())
                .map(why -> new Finding(
                        PracticeCode.SIGNATURE_NOT_PERSONAL,
                        "The role in the signature does not say what one person does: " + why + ".",
                        Optional.of(new Finding.Span(0, role.length(), role)),
                        "Say what agent " + own.agent().id() + " does, or nothing."));
    }

    private static Finding missing(String name, String why, Agent author) {
        return new Finding(
                PracticeCode.SIGNATURE_MISSING,
                "The signature of the author, agent " + author.id() + ", is missing: " + why + ".",
                name.isEmpty() ? Optional.empty() : Optional.of(new Finding.Span(0, name.length(), name)),
                remedy(author));
    }

    private static String remedy(Agent author) {
        return "Sign with the full name" + (author.aliases().isEmpty() ? "" : " or a registered alias") + " of agent "
                + author.id() + "; Signature.of(agent) does.";
    }
}
