/** What testers need: fakes, a virtual clock, assertions, a JUnit extension, the contracts of the ports, a simulator. */
module dev.heed.testkit {
    requires static transitive org.jspecify;
    requires transitive dev.heed.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.assertj.core;
    requires com.google.common;

    exports dev.heed.testkit;
    exports dev.heed.testkit.contract;
    exports dev.heed.testkit.simulation;
}
