package com.ticketing.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What holds in every service.
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

    /** The rules name these classes as text: one that was renamed would leave a rule that nothing can break. */
    @ArchTest
    static final ArchRule whatTheRulesNameExists =
            classes().should(Conditions.haveOnTheClasspath(LISTENER, CURRENT_USER));

    @ArchTest
    static final ArchRule ticketsOfOrdersIgnoreOrders = classes()
            .should(Conditions.keepApart("com.ticketing.orders", "ticket", "order"))
            .because("the copy of the tickets is fed by events and asked by orders");

    /** Each service has an application, so there is always a class to look at. */
    @ArchTest
    static final ArchRule entryPointsArePackagePrivate = classes()
            .that(Classes.areEntryPoints())
            .should()
            .notBePublic()
            .because("controllers, listeners and configuration are called by the framework alone");

    /** A service may have no listener. */
    @ArchTest
    static final ArchRule listenersAreNamedSo = classes()
            .that()
            .areAssignableTo(LISTENER)
            .should()
            .haveSimpleNameEndingWith("Listener")
            .allowEmptyShould(true)
            .because("what a service listens to is seen from its file names");

    @ArchTest
    static final ArchRule moneyIsExact =
            classes().should(Conditions.declareNoFloatingPoint()).because("19.99 is no binary fraction");

    @ArchTest
    static final ArchRule nothingIsSavedUnguarded = noClasses()
            .should()
            .accessTargetWhere(Accesses.savingThroughSpringData())
            .because("a save that writes the whole document loses what another pod or the relay wrote");

    /** A service may have no route that changes anything. */
    @ArchTest
    static final ArchRule changesAreMadeBySomebody = methods()
            .that(Methods.mayChangeSomething())
            .should(Methods.takeTheCurrentUserFirst())
            .allowEmptyShould(true)
            .because("a route that changes something knows its caller; a webhook is authenticated by its signature");

    private ArchitectureRules() {}
}
