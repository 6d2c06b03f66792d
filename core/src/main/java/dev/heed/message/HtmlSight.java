package dev.heed.message;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How text looks at one place of the HTML: its colour, what is behind it, its size. A browser computes the same for each
 * element from its own style and that of its parent. Not thread-safe.
 */
final class HtmlSight {
    /** The size mail programs show text in that has none, the smallest of them, in pixels. */
    static final double USUAL_SIZE = 13.34;

    static final double SMALLEST = 8;
    /**
     * What can be told from its ground. Small print in mails (#aaa) and common buttons (white on amber) have more; the
     * Web Content Accessibility Guidelines ask for 3, which is for comfort.
     */
    private static final double LEAST_CONTRAST = 1.9;

    private static final double LEAST_LINE = 0.7;

    /**
     * Why text may not be seen, and where in the source that stands.
     *
     * @param start the first character
     * @param end the character behind the last
     * @param what for example: the style “color: white”
     */
    record Cause(int start, int end, String what) {}

    HtmlColour colour = HtmlColour.BLACK;
    /** Behind the text. */
    HtmlColour ground = HtmlColour.WHITE;
    /** Behind the block the text is in: backgrounds of inline elements are not seen behind blocks inside them. */
    HtmlColour blockGround = HtmlColour.WHITE;

    /** The background of the element alone, which its children may ask for. */
    HtmlColour own = HtmlColour.TRANSPARENT;
    /** What Word alone puts behind the text. */
    @Nullable
    HtmlColour highlight;

    double size = USUAL_SIZE;
    double opacity = 1;
    /** How far negative margins have led outside, in pixels, not above 0. */
    double overhang;
    /** What a line takes: pixels, or, if it grows, so many times the size. */
    double lineHeight = 1.2;

    boolean lineGrows = true;
    /** The font has pictures for letters. */
    boolean symbols;
    /** Line feeds and blanks are shown as they are. */
    boolean asWritten;

    @Nullable
    Cause veil;

    /** What last changed the colours, the size and the font. */
    Cause colours = new Cause(0, 0, "its colours.");

    Cause sizes = new Cause(0, 0, "its size.");
    Cause font = new Cause(0, 0, "its font.");

    HtmlSight() {}

    HtmlSight(HtmlSight parent) {
        colour = parent.colour;
        ground = parent.ground;
        blockGround = parent.blockGround;
        size = parent.size;
        opacity = parent.opacity;
        highlight = parent.highlight;
        overhang = parent.overhang;
        lineHeight = parent.lineHeight;
        lineGrows = parent.lineGrows;
        symbols = parent.symbols;
        asWritten = parent.asWritten;
        veil = parent.veil;
        colours = parent.colours;
        sizes = parent.sizes;
        font = parent.font;
    }

    /** Why text here cannot be seen; null if it can. */
    @Nullable
    Cause obstacle() {
        if (veil != null) {
            return veil;
        }
        if (size < SMALLEST || isTight()) {
            return sizes;
        }
        return isSeenOn(ground) && (highlight == null || isSeenOn(highlight)) ? null : colours;
    }

    /** Whether the lines lie on top of one another. */
    private boolean isTight() {
        return (lineGrows ? lineHeight * size : lineHeight) < LEAST_LINE * size;
    }

    private boolean isSeenOn(HtmlColour behind) {
        return colour.faded(opacity).on(behind).contrast(behind) >= LEAST_CONTRAST;
    }

    /** Whether text looks the same there, as far as being seen goes, and would in any size. */
    boolean isLike(HtmlSight other) {
        return colour.equals(other.colour)
                && ground.equals(other.ground)
                && Double.compare(size, other.size) == 0
                && Double.compare(opacity, other.opacity) == 0
                && isTight() == other.isTight()
                && lineGrows == other.lineGrows
                && (lineGrows || Double.compare(lineHeight, other.lineHeight) == 0)
                && Objects.equals(highlight, other.highlight)
                && symbols == other.symbols
                && asWritten == other.asWritten
                && (veil == null) == (other.veil == null);
    }
}
