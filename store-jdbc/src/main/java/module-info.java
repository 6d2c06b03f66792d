/** Keeps everything in the relational database of the shop. */
module dev.heed.jdbc {
    requires static transitive org.jspecify;
    requires transitive dev.heed.core;
    requires transitive java.sql;
    requires com.github.benmanes.caffeine;
    requires org.slf4j;
    requires static com.h2database; // only for a file of one's own
    requires static java.naming; // which H2's pool is bound to

    exports dev.heed.jdbc;
}
