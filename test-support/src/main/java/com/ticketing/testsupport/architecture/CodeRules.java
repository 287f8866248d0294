package com.ticketing.testsupport.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules of every module; {@link ArchitectureRules} adds those of services. A module lists its exceptions, with
 * their reasons, in {@code archunit_ignore_patterns.txt}.
 */
public final class CodeRules {

    @ArchTest
    static final ArchRule onlyMessagingKnowsTheBroker = noClasses()
            .that()
            .resideOutsideOfPackage("com.ticketing.common.messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.nats..")
            .because("a change of broker then changes one package");

    @ArchTest
    static final ArchRule modulesStandAlone = classes()
            .should(ModuleConditions.dependOnAllowedModulesOnly())
            .because("a service is built, tested and run without the others, and nothing that ships depends on a tool");

    @ArchTest
    static final ArchRule featuresAreFreeOfCycles = slices().assignedFrom(new Features())
            .should()
            .beFreeOfCycles()
            .because("features that depend on each other are one feature");

    @ArchTest
    static final ArchRule nothingSleeps = noClasses()
            .should()
            .accessTargetWhere(AccessPredicates.sleeping())
            .because("a fixed time is too long on one machine and too short on another");

    @ArchTest
    static final ArchRule timeIsReadFromAnInjectedClock = noClasses()
            .should()
            .accessTargetWhere(AccessPredicates.readingTheSystemClock())
            .because("a test must be able to move time");

    @ArchTest
    static final ArchRule onlyConfigurationCreatesAClock = noClasses()
            .that(ClassPredicates.areNoConfiguration())
            .should()
            .accessTargetWhere(AccessPredicates.creatingAClock())
            .because("a test cannot replace a clock that a class creates itself");

    @ArchTest
    static final ArchRule nothingPrints = noClasses()
            .should(ACCESS_STANDARD_STREAMS)
            .because("printed lines are not structured and have no trace id");

    @ArchTest
    static final ArchRule onlySlf4jLogs =
            noClasses().should(USE_JAVA_UTIL_LOGGING).because("one logging system has one configuration");

    @ArchTest
    static final ArchRule injectionIsByConstructor = members()
            .that()
            .areNotDeclaredIn(Object.class)
            .should(ClassConditions.notBeInjected())
            .because("an object is complete once it is constructed");

    @ArchTest
    static final ArchRule namesDescribeTheClass = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|Dto|DTO)")
            .because("these suffixes carry no information");

    @ArchTest
    static final ArchRule packagesAreNullMarked =
            classes().should(ClassConditions.resideInANullMarkedPackage()).because("NullAway checks no other packages");

    private CodeRules() {}
}
