package dev.heed.rule;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.html.VisibleHtml;
import dev.heed.rule.SignatureWords.Section;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges how a text is signed by hand, above the signature that Heed adds. Immutable and thread-safe. */
final class SignOffCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("[{}<>%]|\\$\\{|^\\s*\\[[^\\]]*]\\s*$|\\bN\\. ?N\\.");
    private static final Pattern PICTURE = Pattern.compile("!\\[.*]\\(.*\\)|\\[(?:cid|image|bild|logo)[:\\s].*]");
    private static final Pattern ADDRESS_ONLY =
            Pattern.compile("\\s*(?:mailto:)?[\\w.+-]+@[\\w.-]+\\s*|\\s*(?:https?://|www\\.)\\S+\\s*");
    private static final Pattern SHORTHAND = Pattern.compile("^\\s*[/^~–—-]+\\s*\\p{L}{1,3}\\s*$");
    private static final Pattern COMPANY_LINE =
            Pattern.compile("(?iu)\\b(?:geschäftsführ(?:er|erin|ung)|vorstand|inhaber|inhaberin"
                    + "|managing directors?|directors?|ceo|gérante?|président|administrador|representante legal)\\s*:");
    /** Figures and "label: value" are facts: an order number, an address, a telephone line. */
    private static final Pattern DATA = Pattern.compile("\\d|:\\s|:$");

    /** Signs that part what stands above from what stands below. */
    private static final Pattern RULE = Pattern.compile("[\\s*=~#.–—-]{3,}");

    private static final List<Ground<Line>> NO_NAME = List.of(
            new Ground<>(
                    line -> VisibleHtml.isPicture(line.text())
                            || PICTURE.matcher(line.text()).find(),
                    "it is a picture"),
            new Ground<>(SignOffCheck::isAddress, "it is an address"),
            new Ground<>(line -> PLACEHOLDER.matcher(line.text()).find(), "it is a placeholder"));

    private final GroupNames groups;
    private final AgentNames roster;
    private final FellowSigners fellows;

    SignOffCheck(GroupNames groups, AgentNames roster, FellowSigners fellows) {
        this.fellows = fellows;
        this.groups = groups;
        this.roster = roster;
    }

    /** What is wrong with the way this author signs this text; empty if nothing, or if it is not signed by hand. */
    Optional<Finding> check(String text, OwnNames own) {
        SignOff signOff = SignOff.of(text, groups.words());
        Optional<Line> tricky = signOff.lines().stream()
                .filter(line -> !line.isSentence() && Suspicion.of(line.text()).isPresent())
                .findFirst();
        if (tricky.isPresent()) {
            return tricky.map(
                    line -> notPersonal(line, Suspicion.of(line.text()).orElseThrow()));
        }
        Optional<Finding> signed = signOff.lines().stream().anyMatch(line -> isOwn(line, own))
                ? beside(signOff.lines(), own)
                : instead(signOff, own);
        return signed.or(() -> new GroupParagraphs(groups)
                .in(signOff.own(), line -> isOwn(line, own))
                .map(line -> notPersonal(line, "a group signs above its end")));
    }

    /** Who signs a text that its author does not sign. */
    private Optional<Finding> instead(SignOff signOff, OwnNames own) {
        List<Line> signs = signOff.lines().stream()
                .filter(line -> !RULE.matcher(line.beginning()).matches())
                .toList();
        if (signOff.closed() && !signs.isEmpty() && signs.stream().noneMatch(Line::hasLetters)) {
            return Optional.of(notPersonal(signs.get(0), "it has no letters"));
        }
        boolean belowName = signOff.above().filter(line -> isOwn(line, own)).isPresent()
                && signOff.lines().stream().noneMatch(this::isCompany);
        boolean alone = signOff.alone() || belowName;
        return signOff.lines().stream()
                .filter(line ->
                        signOff.closed() ? !line.isSentence() : alone && isClearSignature(line, signOff.lines(), own))
                .map(line -> judge(line, own, signOff.closed()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Who else signs a text that its author signs: a colleague, or a group in a paragraph of its own. */
    private Optional<Finding> beside(List<Line> lines, OwnNames own) {
        boolean signed = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean isOwn = isOwn(line, own);
            boolean fact = line.isSentence()
                    || DATA.matcher(line.beginning()).find()
                    || COMPANY_LINE.matcher(line.beginning()).find()
                    || (i > 0 && lines.get(i - 1).beginning().endsWith(":"));
            if (!fact && (isOwn ? fellows.areJoined(own, line.words()) : fellows.isColleague(own, line.words()))) {
                return Optional.of(foreign(line, "a colleague signs beside her"));
            }
            boolean apart = i > 0 && line.isApartFrom(lines.get(i - 1));
            boolean byItself =
                    apart && (i + 1 == lines.size() || lines.get(i + 1).isApartFrom(line));
            if (!fact && !isOwn && signed && apart && isGroupByItself(line, byItself)) {
                return Optional.of(notPersonal(line, "a group signs below the author"));
            }
            signed |= isOwn;
        }
        return Optional.empty();
    }

    /** "The Acme Team" below the name, but not the lines about the company. */
    private boolean isGroupByItself(Line line, boolean byItself) {
        String name = plain(line);
        return !isCompany(line) && isClearGroup(line, line.words()) && (byItself || groups.beginsLikeAGroup(name));
    }

    private boolean isCompany(Line line) {
        return line.words().folded().stream().anyMatch(word -> groups.isOf(Section.COMPANY_FORM, word));
    }

    /** "Geschäftsführer: …" in the lines about the company names who represents it, not who writes. */
    private boolean isOwn(Line signed, OwnNames own) {
        Words line = signed.words();
        return own.mayBeIn(line)
                && !COMPANY_LINE.matcher(signed.beginning()).find()
                && (own.signedInFull(line)
                        || (own.signed(line)
                                && !roster.any(line, names -> !names.isOf(own.agent()) && names.signedInFull(line))));
    }

    private Optional<Finding> judge(Line line, OwnNames own, boolean closed) {
        Optional<String> noName = Ground.first(NO_NAME, line);
        if (noName.isPresent()) {
            return Optional.of(notPersonal(line, noName.get()));
        }
        Words words = line.words();
        if (words.folded().stream().noneMatch(word -> word.chars().anyMatch(Character::isLetter))) {
            return Optional.empty();
        }
        return other(words, own, closed)
                .map(other -> foreign(
                        line,
                        "it is signed in the name of agent " + other.agent().id()))
                .or(() -> nobody(line, words).map(why -> notPersonal(line, why)))
                .or(() -> stranger(line, words));
    }

    private Optional<OwnNames> other(Words words, OwnNames own, boolean closed) {
        return roster.first(
                words,
                names -> !names.isOf(own.agent())
                        && (closed
                                ? names.signed(words)
                                : names.signedInFull(words) || fellows.isColleague(own, words)));
    }

    /** Why the words are no person's name. */
    private Optional<String> nobody(Line line, Words words) {
        if (PersonalNames.isInitials(words)) {
            return Optional.of("it is initials only");
        }
        return groups.reason(plain(line))
                .or(() -> isSomebodyAtTheShop(words) ? Optional.of("it names a group") : Optional.empty());
    }

    private static Optional<Finding> stranger(Line line, Words words) {
        boolean name = words.size() <= PersonalNames.MOST_WORDS && looksLikeName(words) && !line.endsLikeASentence();
        return name
                ? Optional.of(foreign(line, "it is signed with a name that is not registered for the author"))
                : Optional.empty();
    }

    /** "Your friends at Acme", in whatever case. */
    private boolean isSomebodyAtTheShop(Words words) {
        int last = words.size() - 1;
        return last >= 2
                && last <= PersonalNames.MOST_WORDS
                && groups.isOf(Section.ARTICLE, words.folded().get(0))
                && groups.isShopWord(words.folded().get(last))
                && groups.isOf(Section.CONNECTOR, words.folded().get(last - 1));
    }

    private static String plain(Line line) {
        return String.join(" ", line.words().written());
    }

    /** Below a closing phrase stands a name, or nothing: short, without figures, and not the rest of a sentence. */
    private static boolean looksLikeName(Words words) {
        int first = words.written().get(0).codePointAt(0);
        return Character.isLetter(first)
                && !Character.isLowerCase(first)
                && words.written().stream().noneMatch(word -> word.chars().anyMatch(Character::isDigit));
    }

    /** Without a closing phrase a line counts as a signature only if it can hardly be anything else. */
    private boolean isClearSignature(Line line, List<Line> all, OwnNames own) {
        Words words = line.words();
        if (words.size() <= 1 && SHORTHAND.matcher(line.beginning()).matches()) {
            return true;
        }
        if (VisibleHtml.isPicture(line.text()) || isAddress(line)) {
            return all.size() == 1 && line.start() == 0; // below other words it is what the message is about
        }
        if (line.isSentence()
                || words.isEmpty()
                || words.size() > PersonalNames.MOST_WORDS + 2
                || all.stream().anyMatch(each -> DATA.matcher(each.beginning()).find())) {
            return false;
        }
        boolean bare = line.start() > 0 && isLast(line, all) && fellows.isColleague(own, words);
        boolean colleague = bare || roster.any(words, names -> names.signedInFull(words));
        boolean relative = words.size() <= 3
                && looksLikeName(words)
                && Words.of(own.agent().fullName())
                        .folded()
                        .contains(words.folded().get(0));
        return colleague || relative || isClearGroup(line, words);
    }

    private static boolean isLast(Line line, List<Line> all) {
        return line.start() == all.get(all.size() - 1).start();
    }

    private static boolean isAddress(Line line) {
        String text = line.text();
        boolean may = text.indexOf('@') >= 0 || text.contains("//") || text.contains("www.");
        return may && ADDRESS_ONLY.matcher(text).matches();
    }

    private boolean isClearGroup(Line line, Words words) {
        if (groups.reason(plain(line)).isEmpty()) {
            return false;
        }
        long strange = words.folded().stream()
                .filter(word -> !groups.saysNothingOfAPerson(word)
                        && !groups.isOf(Section.PLACEHOLDER, word)
                        && !isNameOfSomebody(word))
                .count();
        boolean ours = groups.beginsLikeAGroup(plain(line))
                && (strange == 0 || words.folded().stream().anyMatch(groups::isShopWord));
        boolean collective = groups.tokens(plain(line)).stream()
                .anyMatch(token -> groups.isCollective(token) || groups.isOf(Section.COLLECTIVE_SURNAME, token));
        boolean placeholder = !line.endsLikeASentence()
                && words.folded().stream()
                        .anyMatch(word -> groups.isOf(Section.PLACEHOLDER, word) && !groups.isGeneric(word));
        return ours
                || (strange == 0 && (collective || placeholder || isOfficeOfTheShop(words)))
                || (strange == 1 && collective && words.size() <= 3);
    }

    /** "Acme Customer Care": the shop's name and what the office does. */
    private boolean isOfficeOfTheShop(Words words) {
        return words.size() > 1
                && groups.isShopWord(words.folded().get(0))
                && groups.isOf(Section.HEAD_LAST, words.folded().get(words.size() - 1));
    }

    private boolean isNameOfSomebody(String word) {
        return groups.isOf(Section.GIVEN, word)
                || roster.hasWord(word)
                || (word.endsWith("s") && roster.hasWord(word.substring(0, word.length() - 1)));
    }

    private static Finding notPersonal(Line line, String why) {
        return finding(
                PracticeCode.SIGNATURE_NOT_PERSONAL,
                line,
                "The message is not signed by a person: " + why + ".",
                "Sign with your own name, or leave the end to the signature that Heed adds.");
    }

    private static Finding foreign(Line line, String why) {
        return finding(
                PracticeCode.SIGNATURE_MISSING,
                line,
                "The author's own signature is missing: " + why + ".",
                "Sign with your own full name or registered alias.");
    }

    private static Finding finding(PracticeCode code, Line line, String problem, String remedy) {
        return new Finding(code, problem, Optional.of(line.span()), remedy);
    }
}
