package dev.heed.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A package knows only those below it; the picture is in docs/architecture.md. */
class PackageArrowsTest {
    /** From the highest to the lowest; a package that is not here fails {@link #everyPackageHasItsPlace}. */
    private static final List<String> CORE = List.of(
            "dev.heed",
            "dev.heed.privacy",
            "dev.heed.spi.store",
            "dev.heed.spi.channel",
            "dev.heed.spi.id",
            "dev.heed.spi.facts",
            "dev.heed.spi.playbook",
            "dev.heed.spi.attachment",
            "dev.heed.rule",
            "dev.heed.template",
            "dev.heed.sla.explain",
            "dev.heed.sla.deadline",
            "dev.heed.report",
            "dev.heed.sla.config",
            "dev.heed.sla",
            "dev.heed.json",
            "dev.heed.playbook",
            "dev.heed.ticket",
            "dev.heed.promise",
            "dev.heed.message",
            "dev.heed.people",
            "dev.heed.hours",
            "dev.heed.html",
            "dev.heed.config",
            "dev.heed.error");

    @Test
    void noPackageKnowsAHigherOne() {
        for (int low = 1; low < CORE.size(); low++) {
            for (int high = 0; high < low; high++) {
                noClasses()
                        .that()
                        .resideInAPackage(CORE.get(low))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(CORE.get(high))
                        .check(Classes.CORE);
            }
        }
    }

    @Test
    void everyPackageHasItsPlace() {
        assertThat(Classes.CORE.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> !name.isEmpty())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(CORE);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("dev.heed.(**)").should().beFreeOfCycles().check(Classes.ALL);
    }

    @Test
    void coreStaysLight() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..", // of the JDK's own module java.base
                        "dev.heed..",
                        "com.google.common..",
                        "org.slf4j..",
                        "com.fasterxml.jackson.core..",
                        "com.github.benmanes.caffeine..",
                        "org.jspecify..")
                .check(Classes.CORE);
    }

    @Test
    void theJsonFormKnowsTheTicketAndWhatItIsMadeOf() {
        classes()
                .that()
                .resideInAPackage("dev.heed.json")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.fasterxml.jackson.core..",
                        "org.jspecify..",
                        "dev.heed.json",
                        "dev.heed.ticket",
                        "dev.heed.promise",
                        "dev.heed.message",
                        "dev.heed.people",
                        "dev.heed.error")
                .check(Classes.CORE);
    }

    @Test
    void onlyTheJsonFormsKnowJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.heed.json",
                        "dev.heed.config",
                        "dev.heed.config.yaml",
                        "dev.heed.privacy") // an export is written piece by piece
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(Classes.ALL);
    }

    @Test
    void theMailChannelKnowsThePortsAndNotTheShell() {
        noClasses()
                .that()
                .resideInAPackage("dev.heed.email..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.heed",
                        "dev.heed.testkit..",
                        "dev.heed.ticket",
                        "dev.heed.promise",
                        "dev.heed.spi.store",
                        "dev.heed.rule",
                        "dev.heed.template",
                        "dev.heed.sla")
                .check(Classes.ALL);
    }

    @Test
    void calendarsOfHolidaysKnowTheHoursAndNothingElseOfTheCore() {
        for (String library : List.of("jollyday", "ical")) {
            classes()
                    .that()
                    .resideInAPackage("dev.heed.holidays." + library + "..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "dev.heed.hours",
                            "dev.heed.error",
                            "dev.heed.holidays." + library + "..",
                            library.equals("ical") ? "biweekly.." : "de.focus_shift.jollyday.core..",
                            "com.github.mangstadt.vinnie..")
                    .check(Classes.ALL);
        }
    }

    @Test
    void theReaderOfYamlKnowsTheTreeAndNothingElseOfTheCore() {
        classes()
                .that()
                .resideInAPackage("dev.heed.config.yaml")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.heed.config",
                        "dev.heed.config.yaml",
                        "dev.heed.error",
                        "com.fasterxml.jackson.core..",
                        "com.fasterxml.jackson.dataformat.yaml..",
                        "org.yaml.snakeyaml..")
                .check(Classes.ALL);
    }

    @Test
    void documentsOfConfigurationKnowErrorsOnly() {
        classes()
                .that()
                .resideInAPackage("dev.heed.config")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "com.google.common..",
                        "com.fasterxml.jackson.core..",
                        "dev.heed.config",
                        "dev.heed.error")
                .check(Classes.CORE);
    }

    @Test
    void transactionsOfSpringAndOfJakartaAreKnownInTheirOwnPackagesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.heed.jdbc.spring")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(Classes.ALL);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.heed.jdbc.jta")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.transaction..")
                .check(Classes.ALL);
    }

    @Test
    void theTypesOfTheLibrariesOfHolidaysStayOutOfThePublicInterface() {
        classes()
                .that()
                .resideInAnyPackage("dev.heed.holidays.jollyday", "dev.heed.holidays.ical")
                .and()
                .arePublic()
                .should(PublicInterface.notMention("biweekly", "com.github.mangstadt", "de.focus_shift"))
                .check(Classes.ALL);
    }

    @Test
    void theTypesOfOurLibrariesStayOutOfThePublicInterface() {
        classes()
                .that()
                .resideInAnyPackage(
                        "dev.heed",
                        "dev.heed.spi..",
                        "dev.heed.people",
                        "dev.heed.message",
                        "dev.heed.ticket",
                        "dev.heed.config..",
                        "dev.heed.sla..",
                        "dev.heed.json")
                .and()
                .arePublic()
                .should(PublicInterface.notMention(
                        "com.google.common", "com.fasterxml.jackson", "org.slf4j", "jakarta.mail", "org.yaml"))
                .check(Classes.ALL);
    }
}
