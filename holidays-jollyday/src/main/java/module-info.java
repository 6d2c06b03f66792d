/** The public holidays of countries, from Jollyday. */
module dev.heed.holidays.jollyday {
    requires static transitive org.jspecify;
    requires transitive dev.heed.core;
    requires de.focus_shift.jollyday.core;
    requires de.focus_shift.jollyday.jaxb; // by which Jollyday reads its own files

    exports dev.heed.holidays.jollyday;
    exports dev.heed.holidays.jollyday.lists to
            de.focus_shift.jollyday.core;
}
