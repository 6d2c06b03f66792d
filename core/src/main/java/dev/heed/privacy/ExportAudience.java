package dev.heed.privacy;

/** For whom an export is made. */
public enum ExportAudience {
    /** The person herself: what was said to and by her, and what is known of her. Never a note. */
    CUSTOMER,
    /** The shop: that, and the notes and the whole history. */
    SHOP
}
