package dev.heed.rule;

import dev.heed.rule.SignatureWords.Section;
import dev.heed.rule.SignatureWords.Sections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells names of groups, offices and tasks from names of people, for one shop. Immutable and thread-safe. */
final class GroupNames {
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu}{2})(?=\\p{Lu}\\p{Ll})");
    private static final Sections OF_GROUPS =
            new Sections(Section.COLLECTIVE, Section.GENERIC, Section.COLLECTIVE_SURNAME, Section.FUNCTION);
    private static final Sections OF_COMPOUNDS =
            new Sections(Section.GENERIC, Section.COLLECTIVE, Section.COLLECTIVE_SURNAME);
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_COMPOUND = 60;

    private final SignatureWords words;
    private final Set<String> shopWords = new HashSet<>();

    GroupNames(SignatureWords words, Set<String> collectiveNames) {
        this.words = words;
        for (String name : collectiveNames) {
            Words taken = Words.of(name);
            taken.folded().stream()
                    .filter(word -> !words.is(Section.FUNCTION, word))
                    .forEach(shopWords::add);
            shopWords.add(taken.joined());
        }
    }

    /** Why a name is that of a group, or empty if it can be a person's. */
    Optional<String> reason(String name) {
        List<String> tokens = tokens(name);
        if (isPlaceholder(tokens)) {
            return Optional.of("it is a placeholder");
        }
        if (tokens.size() > 1
                && tokens.stream().allMatch(token -> isOf(Section.TITLE, token) && !isOf(Section.GIVEN, token))) {
            return Optional.of("it is a title without a name");
        }
        if (isNameAllTheSame(name, tokens)) {
            return Optional.empty();
        }
        if (isOnlyTheShop(tokens)) {
            return Optional.of("it is a name of the shop");
        }
        if (tokens.stream().allMatch(this::saysNothingOfAPerson)) {
            return Optional.of("it names a group, an office or a task");
        }
        if (tokens.stream().anyMatch(this::isCollective) || beginsLikeAGroup(name)) {
            return Optional.of("it names a group");
        }
        return tokens.size() > 1 ? office(name, tokens) : surname(tokens);
    }

    /** "Acme", "of Acme", "Mister Acme". */
    private boolean isOnlyTheShop(List<String> tokens) {
        return tokens.stream().anyMatch(this::isShopWord)
                && tokens.stream()
                        .allMatch(token ->
                                isShopWord(token) || isOf(Section.FUNCTION, token) || isOf(Section.TITLE, token));
    }

    private Optional<String> surname(List<String> tokens) {
        return isOf(Section.COLLECTIVE_SURNAME, tokens.get(0)) ? Optional.of("it names a group") : Optional.empty();
    }

    private Optional<String> office(String name, List<String> tokens) {
        boolean withGivenName = tokens.stream().anyMatch(token -> isOf(Section.GIVEN, token));
        if (!withGivenName && tokens.stream().anyMatch(token -> isOf(Section.COLLECTIVE_SURNAME, token))) {
            return Optional.of("it names a group");
        }
        if ((!withGivenName && isOffice(tokens)) || beginsLikeAnOffice(tokens)) {
            return Optional.of("it names an office or a task");
        }
        boolean shopFirst = isShopWord(tokens.get(0)) && !isOf(Section.GIVEN, tokens.get(0));
        boolean surnameFirst = name.indexOf(',') >= 0; // a family business: "Acme, Peter"
        return shopFirst && !surnameFirst
                ? Optional.of("it begins with a name of the shop and names nobody in full")
                : Optional.empty();
    }

    /** "Le Van An", "Du", "Bill": words that mean something else in a sentence, and are names of people. */
    private boolean isNameAllTheSame(String name, List<String> tokens) {
        if (tokens.size() == 1 && isOf(Section.GIVEN, tokens.get(0))) {
            return !isCollective(tokens.get(0)) && !isShopWord(tokens.get(0));
        }
        return tokens.stream().allMatch(token -> isOf(Section.FUNCTION_NAME, token) && !isShopWord(token))
                && Words.of(name).written().stream().noneMatch(word -> Character.isLowerCase(word.codePointAt(0)));
    }

    /** "Box Office", "Service billetterie": the word that says so stands last in English and first in French. */
    private boolean isOffice(List<String> tokens) {
        String last = tokens.get(tokens.size() - 1);
        boolean plural = last.endsWith("s") && isOf(Section.HEAD_LAST, last.substring(0, last.length() - 1));
        boolean mascot = (isGeneric(tokens.get(0)) || isShopWord(tokens.get(0))) && isOneOfAGroup(last);
        return plural || mascot || isOf(Section.HEAD_LAST, last) || isOf(Section.HEAD_FIRST, tokens.get(0));
    }

    /** "Support Hero", "Returns Guru": heroes and gurus are groups. */
    private boolean isOneOfAGroup(String token) {
        return Stream.of(token + "s", token + "es")
                .anyMatch(several -> isOf(Section.COLLECTIVE, several) || isOf(Section.HEAD_LAST, several));
    }

    /** "Customer Care Maria". */
    private boolean beginsLikeAnOffice(List<String> tokens) {
        return tokens.size() > 2
                && tokens.subList(0, 2).stream().allMatch(token -> isGeneric(token) && !isOf(Section.GIVEN, token));
    }

    private boolean isPlaceholder(List<String> tokens) {
        return tokens.stream().anyMatch(token -> isOf(Section.PLACEHOLDER, token))
                && tokens.stream()
                        .allMatch(token ->
                                isOf(Section.PLACEHOLDER, token) || isOf(Section.FUNCTION, token) || isGeneric(token));
    }

    /** "The …", "Your …", "La gente …": people's names do not begin with an article. */
    boolean beginsLikeAGroup(String name) {
        Words taken = Words.of(name);
        if (taken.size() < 2 || Character.isLowerCase(taken.written().get(0).codePointAt(0))) {
            return false; // a sentence goes on: "your order left today"
        }
        String first = taken.written().get(0).toLowerCase(Locale.ROOT); // not folded: Thế is a name, the is none
        String second = taken.written().get(1);
        boolean noun = Character.isLowerCase(second.codePointAt(0))
                && !isOf(Section.TITLE, taken.folded().get(1));
        boolean sentenceCase = !name.equals(name.toLowerCase(Locale.ROOT));
        return isOf(Section.ARTICLE, first) || (noun && sentenceCase && isOf(Section.ARTICLE_BEFORE_NOUN, first));
    }

    /** Words of a name as they are meant: glued ones parted, spaced letters joined, disguises removed. */
    List<String> tokens(String name) {
        List<String> tokens = new ArrayList<>();
        Words taken = Words.of(name.replace('_', ' '));
        StringBuilder letters = new StringBuilder();
        for (String written : taken.written()) {
            if (written.codePointCount(0, written.length()) == 1 && Character.isLetter(written.codePointAt(0))) {
                letters.append(written);
                continue;
            }
            addSpaced(letters, tokens);
            String meant = meant(written);
            if (saysNothingOfAPerson(meant) || !hasTwoCases(written)) {
                tokens.add(meant);
            } else {
                CAMEL.splitAsStream(written).forEach(part -> tokens.add(meant(part)));
            }
        }
        addSpaced(letters, tokens);
        return tokens;
    }

    private void addSpaced(StringBuilder letters, List<String> tokens) {
        String joined = meant(letters.toString());
        if (letters.length() >= SHORTEST_PIECE && saysNothingOfAPerson(joined)) {
            tokens.add(joined);
        } else {
            letters.codePoints().forEach(letter -> tokens.add(meant(Character.toString(letter))));
        }
        letters.setLength(0);
    }

    private String meant(String part) {
        boolean handle = part.length() > 1 && part.charAt(0) == '@'; // "@acme"
        String folded = Folding.fold(handle ? part.substring(1) : part);
        String plain = Folding.disguiseRemoved(folded);
        return plain.equals(folded) || saysNothingOfAPerson(folded) || !saysNothingOfAPerson(plain) ? folded : plain;
    }

    /** Whether a word may be glued of several, by a capital behind its first letter. */
    private static boolean hasTwoCases(String word) {
        for (int i = 1; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isUpperCase(c) || Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    /** A word that a group's name can consist of: any but a person's own. */
    boolean saysNothingOfAPerson(String token) {
        return words.isAny(OF_GROUPS, token)
                || isShopWord(token)
                || isCollective(token)
                || isGeneric(token)
                || !hasLetter(token)
                || (token.length() == 1 && Character.getType(token.charAt(0)) != Character.OTHER_LETTER)
                || isCompound(token);
    }

    private static boolean hasLetter(String token) {
        for (int i = 0; i < token.length(); i++) {
            if (Character.isLetter(token.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    boolean isCollective(String token) {
        return isOf(Section.COLLECTIVE, token)
                || endsIn(Section.COLLECTIVE_SUFFIX, token, rest -> true)
                || endsIn(Section.COLLECTIVE_ENDING, token, this::isPiece);
    }

    private boolean endsIn(Section endings, String token, Predicate<String> beginning) {
        for (String ending : words.words(endings)) {
            if (token.length() >= ending.length() + SHORTEST_PIECE
                    && token.endsWith(ending)
                    && beginning.test(token.substring(0, token.length() - ending.length()))) {
                return true;
            }
        }
        return false;
    }

    boolean isGeneric(String token) {
        boolean plural = token.endsWith("s") && isOf(Section.GENERIC, token.substring(0, token.length() - 1));
        return plural || isOf(Section.GENERIC, token) || isOf(Section.COLLECTIVE_SURNAME, token);
    }

    boolean isShopWord(String token) {
        return shopWords.contains(token);
    }

    boolean isOf(Section section, String token) {
        return words.is(section, token);
    }

    SignatureWords words() {
        return words;
    }

    private boolean isCompound(String token) {
        if (token.length() > LONGEST_COMPOUND) {
            return false;
        }
        for (int cut = SHORTEST_PIECE; cut <= token.length() - SHORTEST_PIECE; cut++) {
            if (isPiece(token.substring(0, cut))) {
                String rest = token.substring(cut);
                if (isPiece(rest) || isCompound(rest)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isPiece(String piece) {
        String bare = piece.endsWith("s") ? piece.substring(0, piece.length() - 1) : piece;
        return piece.length() >= SHORTEST_PIECE
                && (isWhole(piece) || (bare.length() >= SHORTEST_PIECE && isWhole(bare)) || isShopWord(piece));
    }

    private boolean isWhole(String piece) {
        return words.isAny(OF_COMPOUNDS, piece);
    }
}
