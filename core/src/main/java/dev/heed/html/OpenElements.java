package dev.heed.html;

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
final class OpenElements {
    private static final int DEEPEST = 100;
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> SCOPES = Set.of("td", "th", "caption", "table");
    private static final Set<String> WITHIN_ITEMS = Set.of("p", "div", "address");
    private static final Set<String> NEVER_NESTED = Set.of("a", "nobr");
    private static final List<String> PARTS_OF_TABLE = List.of("caption", "colgroup", "thead", "tbody", "tfoot", "tr");
    private static final String SIGN = "•";

    private static final class Element {
        private final String name;
        private final ComputedStyle style;
        private final ComputedStyle outer;
        private final boolean block;
        private final boolean quote;
        private int signs;
        private boolean takesText;
        private int lastPart;

        Element(String name, ComputedStyle style, ComputedStyle outer, boolean block, boolean quote) {
            this.name = name;
            this.style = style;
            this.block = block;
            this.outer = outer;
            this.quote = quote;
        }
    }

    private final String source;
    private final VisibleText text = new VisibleText();
    private final Deque<Element> open = new ArrayDeque<>();
    private final Element page = new Element("", new ComputedStyle(), new ComputedStyle(), true, false);

    OpenElements(String source) {
        this.source = source;
    }

    void open(StartTag tag) {
        refuseMoved(tag.name(), tag.start());
        ComputedStyle outer = current().style;
        if (AllowList.UNSEEN.contains(tag.name())) {
            push(tag, new Element(tag.name(), outer, outer, false, false));
            return;
        }
        if (tag.name().equals("br") && tag.attributes().isEmpty()) {
            text.newLine();
            return;
        }
        ComputedStyle style = StyleResolver.resolve(source, tag, outer);
        if (tag.name().equals("br")) {
            refuse(tag.has("style") ? style.hiddenBy : null);
            text.newLine();
        } else if (style.block) {
            text.block();
        }
        if (tag.name().equals("img")) {
            picture(tag, style);
        }
        if (tag.name().startsWith("col") && !style.background.equals(outer.background)) {
            throw Refusal.invalid("a background of a column. Put it on the cells.", tag.start());
        }
        boolean quote = tag.name().equals("blockquote") && isQuotation(tag);
        push(tag, new Element(tag.name(), style, outer, style.block, quote));
    }

    private void push(StartTag tag, Element element) {
        if (AllowList.VOID.contains(tag.name())) {
            return;
        }
        if (tag.selfClosed()) {
            throw Refusal.invalid(
                    "<" + tag.name() + "/> must be written as <" + tag.name() + "></" + tag.name() + ">.", tag.start());
        }
        if (open.size() >= DEEPEST) {
            throw Refusal.invalid("more than " + DEEPEST + " elements inside one another.", tag.start());
        }
        if (element.quote) {
            text.beginQuote();
        }
        open.push(element);
    }

    void close(String name, int start) {
        if (open.isEmpty() || !open.peek().name.equals(name)) {
            throw Refusal.invalid("</" + name + "> closes nothing.", start);
        }
        Element closed = open.pop();
        if (closed.block) {
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
        ComputedStyle style = current.style;
        if (Character.isISOControl(c) && !Character.isWhitespace(c)) {
            throw Refusal.invalid("a control character.", position);
        }
        if (isBlank(c)) {
            text.character(c, style.preformatted);
            return;
        }
        if (!current.takesText) {
            refuseMoved("", position);
            refuse(style.obstacle());
            current.takesText = true;
        }
        if (!style.symbols) {
            text.character(c, style.preformatted);
        } else if (current.signs++ == 0) {
            text.words(SIGN);
        } else {
            refuse(style.fontCause);
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
            throw Refusal.invalid("<" + open.peek().name + "> is never closed.", source.length());
        }
        return text.lines();
    }

    private Element current() {
        Element current = open.peek();
        return current == null ? page : current;
    }

    private void picture(StartTag tag, ComputedStyle style) {
        String words = tag.value("alt").strip();
        if (!words.isEmpty()) {
            refuse(style.hiddenBy);
        }
        text.words(words.isEmpty() ? String.valueOf(VisibleText.PICTURE) : words);
    }

    private void refuse(@Nullable Cause cause) {
        if (cause != null) {
            throw Refusal.hides(source, cause);
        }
    }

    /** Mail programs fold away or set off what they mark like this; without line or indentation it is no quotation. */
    private static boolean isQuotation(StartTag tag) {
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
            if (element.name.equals("head") && !AllowList.UNSEEN.contains(name)) {
                throw Refusal.invalid("what should be seen inside <head>.", position);
            }
            parent = AllowList.UNSEEN.contains(element.name) ? "" : element.name;
        }
        if (!AllowList.UNSEEN.contains(name) && !AllowList.mayBeIn(name, parent)) {
            String what = name.isEmpty() ? "text" : "<" + name + ">";
            throw Refusal.invalid(
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
            throw Refusal.invalid("<" + name + "> in a table behind what a browser shows below it.", position);
        }
        current().lastPart = place;
    }

    /** Where a browser ends an element at the start of another, nothing may depend on the one that is ended. */
    private void refuseEnded(String name, int position) {
        boolean paragraph = AllowList.BLOCKS.contains(name);
        boolean item = isItem(name);
        boolean heading = HEADINGS.contains(name);
        for (Element element : open) {
            if (SCOPES.contains(element.name)) {
                return;
            }
            if (element.name.equals(name) && NEVER_NESTED.contains(name)) {
                throw Refusal.invalid("<" + name + "> inside <" + name + ">: a browser ends the first.", position);
            }
            boolean ended = (paragraph && element.name.equals("p"))
                    || (item && isItem(element.name))
                    || (heading && HEADINGS.contains(element.name));
            if (ended && !element.outer.isLike(current().style)) {
                throw Refusal.invalid(
                        "<" + name + "> inside <" + element.name + ">: a browser ends <" + element.name + "> there.",
                        position);
            }
            boolean other = AllowList.BLOCKS.contains(element.name);
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
