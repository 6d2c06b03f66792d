/** Keeps everything in the relational database of the shop. */
@SuppressWarnings("requires-transitive-automatic") // Spring and Micrometer have no modules of their own
module dev.heed.jdbc {
    requires static transitive org.jspecify;
    requires transitive dev.heed.core;
    requires transitive java.sql;
    requires com.github.benmanes.caffeine;
    requires org.slf4j;
    requires static com.h2database; // only for a file of one's own
    requires static java.naming; // which H2's pool is bound to
    requires static transitive jakarta.transaction; // only for transactions of it
    requires static transitive micrometer.core;
    requires static spring.core;
    requires static spring.jdbc;
    requires static transitive spring.tx;

    exports dev.heed.jdbc;
    exports dev.heed.jdbc.jta;
    exports dev.heed.jdbc.micrometer;
    exports dev.heed.jdbc.spring;
}
