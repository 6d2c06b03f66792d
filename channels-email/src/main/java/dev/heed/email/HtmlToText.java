package dev.heed.email;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * HTML as text that reads the same: blocks on lines of their own, {@code "> "} before quotations, {@code "- "} before
 * list items, and the address of a link behind its words.
 */
final class HtmlToText {

    private static final Set<String> SPACED =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "blockquote");
    private static final Set<String> UNREADABLE = Set.of("script", "style", "head", "title", "template", "noscript");

    private static final int UNNUMBERED = 0;

    private HtmlToText() {}

    /**
     * Lines that end with {@code \n}, without blank lines at both ends.
     *
     * @param html sanitised HTML, whose depth is limited
     */
    static String convert(String html) {
        Walker walker = new Walker();
        NodeTraversor.traverse(walker, Jsoup.parseBodyFragment(html).body());
        return walker.lines.toString();
    }

    private static final class Walker implements NodeVisitor {

        private final TextLines lines = new TextLines();
        private final Deque<Integer> items = new ArrayDeque<>();
        private int preformatted;
        private int unreadable;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (unreadable == 0) {
                    lines.append(text.getWholeText(), preformatted > 0);
                }
            } else if (node instanceof Element element) {
                start(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                end(element);
            }
        }

        private void start(Element element) {
            String name = element.normalName();
            unreadable += UNREADABLE.contains(name) ? 1 : 0;
            preformatted += name.equals("pre") ? 1 : 0;
            breakBefore(element, name);
            switch (name) {
                case "br" -> lines.lineBreak();
                case "hr" -> lines.append("---", false);
                case "ol" -> items.push(1);
                case "ul" -> items.push(UNNUMBERED);
                case "li" -> lines.append(marker(), true);
                case "blockquote" -> lines.quote(1);
                case "img" -> lines.append(element.attr("alt"), false);
                default -> {}
            }
        }

        private void end(Element element) {
            String name = element.normalName();
            unreadable -= UNREADABLE.contains(name) ? 1 : 0;
            preformatted -= name.equals("pre") ? 1 : 0;
            switch (name) {
                case "a" -> link(element);
                case "ol", "ul" -> items.pop();
                case "td", "th" -> lines.append(" ", false);
                case "blockquote" -> {
                    lines.endLine();
                    lines.quote(-1);
                }
                default -> {}
            }
            breakBefore(element, name);
        }

        private void breakBefore(Element element, String name) {
            if (SPACED.contains(name)) {
                lines.endParagraph();
            } else if (!name.equals("td") && !name.equals("th") && !name.equals("body") && isBlock(element)) {
                lines.endLine();
            }
        }

        private static boolean isBlock(Element element) {
            return element.isBlock() || element.normalName().equals("center");
        }

        private String marker() {
            if (items.isEmpty() || items.peek() == UNNUMBERED) {
                return "- ";
            }
            int number = items.pop();
            items.push(number + 1);
            return number + ". ";
        }

        private void link(Element link) {
            String address = link.attr("href").strip();
            String target = address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
            if (!target.isEmpty() && unreadable == 0 && !link.text().contains(target)) {
                lines.append(" (" + target + ")", false);
            }
        }
    }
}
