package dev.heed.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text and HTML of a mail, put together from its text parts: those of a multipart/alternative are two forms of one
 * thing, those of other multiparts follow one another. Not thread-safe.
 */
final class BodyText {

    /** One stretch of the mail in plain text, HTML or both; never in neither. */
    record Piece(Optional<String> plain, Optional<String> html) {}

    private static final class Multipart {

        private final boolean alternative;
        private final List<List<Piece>> children = new ArrayList<>();

        Multipart(boolean alternative) {
            this.alternative = alternative;
        }

        List<Piece> pieces() {
            List<Piece> all = children.stream().flatMap(List::stream).toList();
            if (!alternative || all.size() < 2) {
                return all;
            }
            List<Piece> plain = children.stream()
                    .filter(child ->
                            child.stream().allMatch(piece -> piece.plain().isPresent()))
                    .flatMap(List::stream)
                    .filter(piece -> !piece.plain().orElse("").isBlank())
                    .distinct()
                    .toList();
            Optional<List<Piece>> html = children.stream()
                    .filter(child ->
                            child.stream().anyMatch(piece -> piece.html().isPresent()))
                    .reduce((earlier, later) -> later);
            if (plain.isEmpty() || html.isEmpty()) {
                return html.orElse(plain);
            }
            return List.of(new Piece(Optional.of(plainOf(plain)), Optional.of(htmlOf(html.get()))));
        }
    }

    private final List<Multipart> open = new ArrayList<>(List.of(new Multipart(false)));

    void start(boolean alternative) {
        open.add(new Multipart(alternative));
    }

    void end() {
        if (open.size() > 1) {
            List<Piece> pieces = open.remove(open.size() - 1).pieces();
            if (!pieces.isEmpty()) {
                last().children.add(pieces);
            }
        }
    }

    void plain(String text) {
        last().children.add(List.of(new Piece(Optional.of(text), Optional.empty())));
    }

    /**
     * Adds an HTML part.
     *
     * @param html already sanitised
     */
    void html(String html) {
        last().children.add(List.of(new Piece(Optional.empty(), Optional.of(html))));
    }

    /** The readable text, made from the HTML where there is no plain text. */
    String text() {
        return plainOf(pieces());
    }

    /** The HTML with the plain parts between, empty when no part was HTML. */
    Optional<String> html() {
        List<Piece> pieces = pieces();
        boolean any = pieces.stream().anyMatch(piece -> piece.html().isPresent());
        return any ? Optional.of(htmlOf(pieces)) : Optional.empty();
    }

    private List<Piece> pieces() {
        while (open.size() > 1) {
            end();
        }
        return last().pieces();
    }

    private Multipart last() {
        return open.get(open.size() - 1);
    }

    private static String plainOf(List<Piece> pieces) {
        List<String> texts = new ArrayList<>();
        for (Piece piece : pieces) {
            String plain = piece.plain().filter(text -> !text.isBlank()).orElse("");
            String text =
                    plain.isEmpty() ? piece.html().map(HtmlToText::convert).orElse("") : plain;
            if (!text.isBlank()) {
                texts.add(text.stripTrailing());
            }
        }
        return String.join("\n\n", texts);
    }

    private static String htmlOf(List<Piece> pieces) {
        StringBuilder html = new StringBuilder();
        for (Piece piece : pieces) {
            html.append(piece.html()
                    .orElseGet(() -> PlainToHtml.convert(piece.plain().orElse(""))));
        }
        return html.toString();
    }
}
