package com.ticketing.testsupport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A class that may violate a rule. The rule fails for an exemption that is not needed, so the list contains no stale
 * entry.
 *
 * @param rule the name of its field in {@link CodeRules}
 * @param type the class's name; its nested classes are exempt, too
 */
record Exemption(String rule, String type, String reason) {

    static final List<Exemption> ALL = List.of(
            new Exemption(
                    "onlyMessagingKnowsTheBroker",
                    "com.ticketing.acceptance.bench.BrokerLatency",
                    "measures the broker without the suite's messaging code"),
            new Exemption(
                    "onlyMessagingKnowsTheBroker",
                    "com.ticketing.acceptance.invariants.BrokerLog",
                    "checks the messages in the broker independently of the suite's messaging code"),
            new Exemption(
                    "onlyMessagingKnowsTheBroker",
                    "com.ticketing.servicetest.Channels",
                    "tests the suite's messaging code against the broker's own client"),
            new Exemption(
                    "nothingSleeps",
                    "com.ticketing.common.messaging.BrokerConnection",
                    "pauses between two attempts to connect; nothing signals that the broker is back"),
            new Exemption(
                    "nothingSleeps",
                    "com.ticketing.common.persistence.IndexCreator",
                    "pauses between two attempts to reach MongoDB; nothing signals that it is back"),
            new Exemption(
                    "nothingSleeps",
                    "com.ticketing.common.shutdown.ConnectionDrainer",
                    "draining lasts a configured time: a server cannot observe proxies' idle connections"),
            new Exemption(
                    "nothingSleeps",
                    "com.ticketing.host.process.Poll",
                    "other processes cannot notify this one; everything that polls uses this class"),
            new Exemption(
                    "nothingSleeps",
                    "com.ticketing.acceptance.chaos.Faults",
                    "the duration of a fault is part of the fault"),
            new Exemption(
                    "timeIsReadFromAnInjectedClock",
                    "com.ticketing.testsupport.SignedIn",
                    "services compare a token's times with the real time"),
            new Exemption(
                    "timeIsReadFromAnInjectedClock",
                    "com.ticketing.testsupport.identity.ForgedToken",
                    "services compare a token's times with the real time"),
            new Exemption(
                    "timeIsReadFromAnInjectedClock",
                    "com.ticketing.testsupport.identity.InvalidClaims",
                    "services compare a token's times with the real time"),
            new Exemption(
                    "onlyConfigurationCreatesAClock",
                    "com.ticketing.testsupport.MovableClock",
                    "a test's clock starts at the real time"),
            new Exemption(
                    "onlyConfigurationCreatesAClock",
                    "com.ticketing.host.Main",
                    "a program without Spring's configuration"),
            new Exemption(
                    "onlyConfigurationCreatesAClock",
                    "com.ticketing.acceptance.Main",
                    "a program without Spring's configuration"),
            new Exemption(
                    "onlyConfigurationCreatesAClock",
                    "com.ticketing.stripe.StripeStandIn",
                    "a program without Spring's configuration"),
            new Exemption("nothingPrints", "com.ticketing.stripe.Main", "a command line's output is for its user"),
            new Exemption(
                    "injectionIsByConstructor",
                    "com.ticketing.servicetest.ApiDescriptionTest",
                    "a superclass of tests; a constructor would be repeated in each of them"),
            new Exemption(
                    "injectionIsByConstructor",
                    "com.ticketing.servicetest.SubscriptionsTest",
                    "a superclass of tests; a constructor would be repeated in each of them"));

    /** Returns the rule without the classes that this list exempts from it. */
    static ArchRule apply(String name, ArchRule rule) {
        return new ExemptingRule(
                rule, ALL.stream().filter(each -> each.rule().equals(name)).toList());
    }

    boolean covers(JavaClass candidate) {
        return candidate.getName().equals(type) || candidate.getName().startsWith(type + "$");
    }

    /** Returns whether the class belongs to the module of the exempt class. */
    boolean concerns(JavaClass candidate) {
        return module(candidate.getName()).equals(module(type));
    }

    /** Returns the first three names, for example {@code com.ticketing.host}. */
    private static String module(String name) {
        String[] names = name.split("\\.", 4);
        return names.length < 4 ? "" : names[0] + "." + names[1] + "." + names[2];
    }
}
