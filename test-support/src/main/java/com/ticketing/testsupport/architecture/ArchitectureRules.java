package com.ticketing.testsupport.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules of every service. Each service checks them in its own test:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "com.ticketing.orders", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests rules = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    static final String LISTENER = "com.ticketing.common.messaging.Listener";
    static final String CURRENT_USER = "com.ticketing.common.security.CurrentUser";

    @ArchTest
    static final ArchTests code = ArchTests.in(CodeRules.class);

    /** The rules refer to these classes by name: after a rename, such a rule could never fail. */
    @ArchTest
    static final ArchRule classesNamedByTheRulesExist =
            classes().should(ClassConditions.haveOnTheClasspath(LISTENER, CURRENT_USER));

    @ArchTest
    static final ArchRule ticketReplicasDoNotDependOnOrders = classes()
            .should(ModuleConditions.keepIndependent("com.ticketing.orders", "ticket", "order"))
            .because("events update the ticket replicas and orders query them, never the other way round");

    @ArchTest
    static final ArchRule entryPointsArePackagePrivate = classes()
            .that(ClassPredicates.areEntryPoints())
            .should()
            .notBePublic()
            .because("only the framework calls controllers, listeners and configuration");

    /** May match no class: a service may have no listener. */
    @ArchTest
    static final ArchRule listenerNamesEndWithListener = classes()
            .that()
            .areAssignableTo(LISTENER)
            .should()
            .haveSimpleNameEndingWith("Listener")
            .allowEmptyShould(true)
            .because("the file names then show which events a service consumes");

    @ArchTest
    static final ArchRule moneyIsExact = classes()
            .should(ClassConditions.declareNoFloatingPoint())
            .because("binary floating point cannot represent 19.99");

    @ArchTest
    static final ArchRule savesAreConditional = noClasses()
            .should()
            .accessTargetWhere(AccessPredicates.savingThroughSpringData())
            .because("a save of the whole document overwrites what another process or the relay wrote");

    /** May match no method: a service may have no route that changes state. */
    @ArchTest
    static final ArchRule changingRoutesTakeTheCurrentUser = methods()
            .that(RequestHandlers.mayChangeState())
            .should(RequestHandlers.takeTheCurrentUserFirst())
            .allowEmptyShould(true)
            .because("a change needs an authenticated user; a webhook is authenticated by its signature");

    private ArchitectureRules() {}
}
