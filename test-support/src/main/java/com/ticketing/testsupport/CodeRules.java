package com.ticketing.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules of every module; {@link ArchitectureRules} adds those of services. A module lists its exceptions, with their
 * reasons, in {@code archunit_ignore_patterns.txt}.
 */
public final class CodeRules {

    @ArchTest
    static final ArchRule onlyMessagingKnowsTheBroker = noClasses()
            .that()
            .resideOutsideOfPackage("com.ticketing.common.messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.nats..")
            .because("another broker then concerns one package");

    @ArchTest
    static final ArchRule modulesStandAlone = classes()
            .should(Conditions.dependOnAllowedModulesOnly())
            .because("no service may need another one to be built, tested or run, and nothing that ships needs a tool");

    /** A module may consist of one package. */
    @ArchTest
    static final ArchRule featuresAreFreeOfCycles = slices().matching("com.ticketing.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("features that depend on each other are one feature");

    @ArchTest
    static final ArchRule nothingSleeps = noClasses()
            .should()
            .accessTargetWhere(Accesses.sleeping())
            .because("a fixed time is too long on one machine and too short on another");

    @ArchTest
    static final ArchRule timeIsReadFromAnInjectedClock = noClasses()
            .should()
            .accessTargetWhere(Accesses.readingTheSystemClock())
            .because("a test must be able to move time");

    @ArchTest
    static final ArchRule onlyConfigurationMakesAClock = noClasses()
            .that(Classes.areNoConfiguration())
            .should()
            .accessTargetWhere(Accesses.makingAClock())
            .because("a class with a clock of its own has no injected clock");

    @ArchTest
    static final ArchRule nothingPrints = noClasses()
            .should(ACCESS_STANDARD_STREAMS)
            .because("printed lines are not structured and have no trace id");

    @ArchTest
    static final ArchRule nothingLogsPastSlf4j =
            noClasses().should(USE_JAVA_UTIL_LOGGING).because("there is one logging system");

    @ArchTest
    static final ArchRule injectionIsByConstructor = members()
            .that()
            .areNotDeclaredIn(Object.class)
            .should(Conditions.notBeInjected())
            .because("an object is complete once it is constructed");

    @ArchTest
    static final ArchRule namesDescribeTheClass = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|Dto|DTO)")
            .because("these words carry no information");

    @ArchTest
    static final ArchRule packagesAreNullMarked =
            classes().should(Conditions.resideInANullMarkedPackage()).because("NullAway checks no other packages");

    private CodeRules() {}
}
