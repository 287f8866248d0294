package com.ticketing.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.DependsOnSpring;
import com.ticketing.testsupport.architecture.CodeRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Checks the rules of all modules and the library's own. Exceptions are listed in {@code archunit_ignore_patterns.txt}.
 */
@AnalyzeClasses(packages = "com.ticketing.common", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Among them: packages are free of cycles. */
    @ArchTest
    static final ArchTests code = ArchTests.in(CodeRules.class);

    @ArchTest
    static final ArchRule eventsStandAlone = classes()
            .that()
            .resideInAPackage("com.ticketing.common.events..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "com.ticketing.common.events..",
                    "java..",
                    "org.jspecify.annotations..",
                    "com.fasterxml.jackson.annotation..",
                    "tools.jackson..")
            .because("events are the contract between services and must not depend on how one of them is built");

    @ArchTest
    static void theEventsRuleRejectsAPlantedDependency(JavaClasses unused) {
        JavaClasses planted = new ClassFileImporter().importClasses(DependsOnSpring.class);
        assertThat(eventsStandAlone.evaluate(planted).hasViolation()).isTrue();
    }
}
