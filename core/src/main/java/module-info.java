/** The heart of Heed: the domain, the ports and their in-memory implementations. */
module dev.heed.core {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.google.common;
    requires org.slf4j;

    exports dev.heed;
    exports dev.heed.config;
    exports dev.heed.error;
    exports dev.heed.hours;
    exports dev.heed.json;
    exports dev.heed.message;
    exports dev.heed.people;
    exports dev.heed.privacy;
    exports dev.heed.playbook;
    exports dev.heed.promise;
    exports dev.heed.report;
    exports dev.heed.rule;
    exports dev.heed.sla;
    exports dev.heed.sla.config;
    exports dev.heed.sla.deadline;
    exports dev.heed.sla.explain;
    exports dev.heed.spi.attachment;
    exports dev.heed.spi.channel;
    exports dev.heed.spi.facts;
    exports dev.heed.spi.id;
    exports dev.heed.spi.playbook;
    exports dev.heed.spi.store;
    exports dev.heed.ticket;
}
