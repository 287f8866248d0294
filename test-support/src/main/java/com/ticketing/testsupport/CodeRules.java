package com.ticketing.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.TimeUnit;

/** What holds in every module, the library included; {@link ArchitectureRules} adds what holds in services. */
public final class CodeRules {

    @ArchTest
    static final ArchRule onlyMessagingKnowsTheBroker = noClasses()
            .that()
            .resideOutsideOfPackage("com.ticketing.common.messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.nats..")
            .because("a broker that is replaced must be replaced in one place");

    @ArchTest
    static final ArchRule modulesStandAlone = classes()
            .should(Conditions.dependOnNoOtherModuleThanCommon())
            .because("no service may need another one to be built, tested or running");

    @ArchTest
    static final ArchRule featuresAreFreeOfCycles = slices().matching("com.ticketing.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("features that know each other are one feature");

    @ArchTest
    static final ArchRule nothingSleeps = noClasses()
            .should()
            .accessTargetWhere(
                    Accesses.toMethods(Thread.class, "sleep").or(Accesses.toMethods(TimeUnit.class, "sleep")))
            .because("waiting is for a condition and not for a time");

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
            .because("a clock of one's own is no injected clock");

    @ArchTest
    static final ArchRule nothingPrints = noClasses()
            .should(ACCESS_STANDARD_STREAMS)
            .because("what is printed is neither structured nor has a trace id");

    @ArchTest
    static final ArchRule nothingLogsPastSlf4j =
            noClasses().should(USE_JAVA_UTIL_LOGGING).because("there is one logging system");

    @ArchTest
    static final ArchRule injectionIsByConstructor = members()
            .that()
            .areNotDeclaredIn(Object.class)
            .should(Conditions.notBeInjected())
            .because("an object is complete when it is made");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|Dto|DTO)")
            .because("these words say nothing");

    @ArchTest
    static final ArchRule packagesAreNullMarked =
            classes().should(Conditions.resideInANullMarkedPackage()).because("NullAway does not look at any other");

    private CodeRules() {}
}
