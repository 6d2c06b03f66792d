package dev.heed.html;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How text looks at one place of the HTML: its colour, what is behind it, its size. A browser computes the same for each
 * element from its own style and that of its parent. Not thread-safe.
 */
final class ComputedStyle {
    /** The size mail programs show text in that has none, the smallest of them, in pixels. */
    static final double USUAL_SIZE = 13.34;

    static final double SMALLEST = 8;
    /**
     * What can be told from its background. Small print in mails (#aaa) and common buttons (white on amber) have more; the
     * Web Content Accessibility Guidelines ask for 3, which is for comfort.
     */
    private static final double LEAST_CONTRAST = 1.9;

    private static final double LEAST_LINE = 0.7;

    Colour colour = Colour.BLACK;
    /** Behind the text. */
    Colour background = Colour.WHITE;
    /** Behind the block the text is in: backgrounds of inline elements are not seen behind blocks inside them. */
    Colour blockBackground = Colour.WHITE;

    /** The background of the element alone, which its children may ask for. */
    Colour ownBackground = Colour.TRANSPARENT;
    /** What Word alone puts behind the text. */
    @Nullable
    Colour highlight;

    double size = USUAL_SIZE;
    double opacity = 1;
    /** How far negative margins have led outside, in pixels, not above 0. */
    double negativeMargin;
    /** In pixels, or, if it is a factor, so many times the size. */
    double lineHeight = 1.2;

    boolean lineHeightIsFactor = true;
    /** The font has pictures for letters. */
    boolean symbols;
    /** The element stands on lines of its own; not inherited. */
    boolean block;
    /** Line feeds and blanks are shown as they are. */
    boolean preformatted;

    @Nullable
    Cause hiddenBy;

    /** What last changed the colours, the size and the font. */
    Cause colourCause = new Cause(0, 0, "its colours.");

    Cause sizeCause = new Cause(0, 0, "its size.");
    Cause fontCause = new Cause(0, 0, "its font.");

    ComputedStyle() {}

    ComputedStyle(ComputedStyle parent) {
        colour = parent.colour;
        background = parent.background;
        blockBackground = parent.blockBackground;
        size = parent.size;
        opacity = parent.opacity;
        highlight = parent.highlight;
        negativeMargin = parent.negativeMargin;
        lineHeight = parent.lineHeight;
        lineHeightIsFactor = parent.lineHeightIsFactor;
        symbols = parent.symbols;
        preformatted = parent.preformatted;
        hiddenBy = parent.hiddenBy;
        colourCause = parent.colourCause;
        sizeCause = parent.sizeCause;
        fontCause = parent.fontCause;
    }

    /** Why text here cannot be seen; null if it can. */
    @Nullable
    Cause obstacle() {
        if (hiddenBy != null) {
            return hiddenBy;
        }
        if (size < SMALLEST || linesOverlap()) {
            return sizeCause;
        }
        return isSeenOn(background) && (highlight == null || isSeenOn(highlight)) ? null : colourCause;
    }

    /** Whether the lines lie on top of one another. */
    private boolean linesOverlap() {
        return (lineHeightIsFactor ? lineHeight * size : lineHeight) < LEAST_LINE * size;
    }

    private boolean isSeenOn(Colour behind) {
        return colour.faded(opacity).on(behind).contrast(behind) >= LEAST_CONTRAST;
    }

    /** Whether text that looks like the other would be seen as well if it stood here, whatever its children do. */
    boolean isLike(ComputedStyle other) {
        return colour.equals(other.colour)
                && background.equals(other.background)
                && Double.compare(size, other.size) == 0
                && Double.compare(opacity, other.opacity) == 0
                && linesOverlap() == other.linesOverlap()
                && (lineHeightIsFactor
                        || (!other.lineHeightIsFactor && Double.compare(lineHeight, other.lineHeight) == 0))
                && Objects.equals(highlight, other.highlight)
                && symbols == other.symbols
                && preformatted == other.preformatted
                && (hiddenBy == null) == (other.hiddenBy == null);
    }
}
