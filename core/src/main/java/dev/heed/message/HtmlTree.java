package dev.heed.message;

import dev.heed.message.HtmlSight.Cause;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The elements that are open, and the text in them. Refuses what a browser would show elsewhere or otherwise than it is
 * written, and text that could not be seen. Not thread-safe.
 */
final class HtmlTree {
    private static final int DEEPEST = 100;
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> SCOPES = Set.of("td", "th", "caption", "table");
    private static final Set<String> WITHIN_ITEMS = Set.of("p", "div", "address");
    private static final Set<String> NEVER_NESTED = Set.of("a", "nobr");
    private static final List<String> PARTS_OF_TABLE = List.of("caption", "colgroup", "thead", "tbody", "tfoot", "tr");
    private static final String SIGN = "•";

    private static final class Element {
        private final String name;
        private final HtmlLook look;
        private final HtmlSight outer;
        private final boolean quote;
        private int signs;
        private boolean takesText;
        private int lastPart;

        Element(String name, HtmlLook look, HtmlSight outer, boolean quote) {
            this.name = name;
            this.look = look;
            this.outer = outer;
            this.quote = quote;
        }
    }

    private final String source;
    private final HtmlText text = new HtmlText();
    private final Deque<Element> open = new ArrayDeque<>();
    private final Element paper = new Element("", new HtmlLook(new HtmlSight(), true), new HtmlSight(), false);

    HtmlTree(String source) {
        this.source = source;
    }

    void open(HtmlTag tag) {
        refuseMoved(tag.name(), tag.start());
        HtmlSight outer = current().look.sight();
        if (HtmlGrammar.UNSEEN.contains(tag.name())) {
            push(tag, new Element(tag.name(), new HtmlLook(outer, false), outer, false));
            return;
        }
        if (tag.name().equals("br") && tag.attributes().isEmpty()) {
            text.newLine();
            return;
        }
        HtmlLook look = HtmlLook.of(source, tag, outer);
        if (tag.name().equals("br")) {
            refuse(tag.has("style") ? look.sight().veil : null);
            text.newLine();
        } else if (look.block()) {
            text.block();
        }
        if (tag.name().equals("img")) {
            picture(tag, look.sight());
        }
        if (tag.name().startsWith("col") && !look.sight().ground.equals(outer.ground)) {
            throw Html.invalid("a background of a column. Put it on the cells.", tag.start());
        }
        boolean quote = tag.name().equals("blockquote") && isQuotation(tag);
        push(tag, new Element(tag.name(), look, outer, quote));
    }

    private void push(HtmlTag tag, Element element) {
        if (HtmlGrammar.VOID.contains(tag.name())) {
            return;
        }
        if (tag.selfClosed()) {
            throw Html.invalid(
                    "<" + tag.name() + "/> must be written as <" + tag.name() + "></" + tag.name() + ">.", tag.start());
        }
        if (open.size() >= DEEPEST) {
            throw Html.invalid("more than " + DEEPEST + " elements inside one another.", tag.start());
        }
        if (element.quote) {
            text.beginQuote();
        }
        open.push(element);
    }

    void close(String name, int start) {
        if (open.isEmpty() || !open.peek().name.equals(name)) {
            throw Html.invalid("</" + name + "> closes nothing.", start);
        }
        Element closed = open.pop();
        if (closed.look.block()) {
            text.block();
        } else if (name.equals("td") || name.equals("th")) {
            text.endCell();
        }
        if (closed.quote) {
            text.endQuote();
        }
    }

    void character(char c, int position) {
        Element current = current();
        HtmlSight sight = current.look.sight();
        if (Character.isISOControl(c) && !Character.isWhitespace(c)) {
            throw Html.invalid("a control character.", position);
        }
        if (isBlank(c)) {
            text.character(c, sight.asWritten);
            return;
        }
        if (!current.takesText) {
            refuseMoved("", position);
            refuse(sight.obstacle());
            current.takesText = true;
        }
        if (!sight.symbols) {
            text.character(c, sight.asWritten);
        } else if (current.signs++ == 0) {
            text.words(SIGN);
        } else {
            refuse(sight.font);
        }
    }

    void characters(String decoded, int position) {
        for (int i = 0; i < decoded.length(); i++) {
            character(decoded.charAt(i), position);
        }
    }

    /** What a reader sees, once everything has been read. */
    String lines() {
        if (!open.isEmpty()) {
            throw Html.invalid("<" + open.peek().name + "> is never closed.", source.length());
        }
        return text.lines();
    }

    private Element current() {
        Element current = open.peek();
        return current == null ? paper : current;
    }

    private void picture(HtmlTag tag, HtmlSight sight) {
        String words = tag.value("alt").strip();
        if (!words.isEmpty()) {
            refuse(sight.veil);
        }
        text.words(words.isEmpty() ? String.valueOf(Html.PICTURE) : words);
    }

    private void refuse(@Nullable Cause cause) {
        if (cause != null) {
            throw Html.hides(source, cause);
        }
    }

    /** Mail programs fold away or set off what they mark like this; without line or indentation it is no quotation. */
    private static boolean isQuotation(HtmlTag tag) {
        boolean marked =
                tag.value("type").equalsIgnoreCase("cite") || tag.value("class").contains("gmail_quote");
        return marked && (!tag.has("style") || tag.value("style").contains("border-left"));
    }

    /** Refuses an element, or text for the name "", that a browser would not leave where it is written. */
    private void refuseMoved(String name, int position) {
        String parent = "";
        Iterator<Element> inner = open.iterator();
        while (inner.hasNext() && parent.isEmpty()) {
            Element element = inner.next();
            if (element.name.equals("head") && !HtmlGrammar.UNSEEN.contains(name)) {
                throw Html.invalid("what should be seen inside <head>.", position);
            }
            parent = HtmlGrammar.UNSEEN.contains(element.name) ? "" : element.name;
        }
        if (!HtmlGrammar.UNSEEN.contains(name) && !HtmlGrammar.mayBeIn(name, parent)) {
            String what = name.isEmpty() ? "text" : "<" + name + ">";
            throw Html.invalid(
                    what + " directly inside <" + parent + ">: a browser shows it elsewhere. Put it into a cell.",
                    position);
        }
        if (!name.isEmpty()) {
            refuseReordered(name, position);
            refuseEnded(name, position);
        }
    }

    /** A caption and a head are shown above the rows, a foot below them, wherever they are written. */
    private void refuseReordered(String name, int position) {
        int part = PARTS_OF_TABLE.indexOf(name);
        if (part < 0 || !current().name.equals("table")) {
            return;
        }
        int place = name.equals("tr") ? PARTS_OF_TABLE.indexOf("tbody") : part;
        if (place < current().lastPart) {
            throw Html.invalid("<" + name + "> in a table behind what a browser shows below it.", position);
        }
        current().lastPart = place;
    }

    /** Where a browser ends an element at the start of another, nothing may depend on the one that is ended. */
    private void refuseEnded(String name, int position) {
        boolean paragraph = HtmlGrammar.BLOCKS.contains(name);
        boolean item = isItem(name);
        boolean heading = HEADINGS.contains(name);
        for (Element element : open) {
            if (SCOPES.contains(element.name)) {
                return;
            }
            if (element.name.equals(name) && NEVER_NESTED.contains(name)) {
                throw Html.invalid("<" + name + "> inside <" + name + ">: a browser ends the first.", position);
            }
            boolean ended = (paragraph && element.name.equals("p"))
                    || (item && isItem(element.name))
                    || (heading && HEADINGS.contains(element.name));
            if (ended && !element.outer.isLike(current().look.sight())) {
                throw Html.invalid(
                        "<" + name + "> inside <" + element.name + ">: a browser ends <" + element.name + "> there.",
                        position);
            }
            boolean other = HtmlGrammar.BLOCKS.contains(element.name);
            paragraph &= !other; // what is around another block has been ended by that
            item &= !other || WITHIN_ITEMS.contains(element.name);
            heading = false;
        }
    }

    private static boolean isItem(String name) {
        return name.equals("li") || name.equals("dt") || name.equals("dd");
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
