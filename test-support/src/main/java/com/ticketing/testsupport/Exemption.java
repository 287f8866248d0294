package com.ticketing.testsupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A class that may violate a rule. A rule fails for an exemption that it does not need, so the list stays true.
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
                    "checks what is stored in the broker, independent of the suite's messaging code"),
            new Exemption(
                    "nothingSleeps",
                    "com.ticketing.host.process.Poll",
                    "other processes cannot notify this one; everything that polls uses this class"),
            new Exemption(
                    "nothingSleeps",
                    "com.ticketing.acceptance.chaos.Faults",
                    "how long a fault lasts is part of the fault"),
            new Exemption(
                    "nothingSleeps",
                    "com.ticketing.payments.payment.PaymentService",
                    "polls the claim of a concurrent request, which another process may hold"),
            new Exemption(
                    "nothingSleeps", "com.ticketing.payments.stripe.Retries", "the backoff between requests to Stripe"),
            new Exemption(
                    "timeIsReadFromAnInjectedClock",
                    "com.ticketing.testsupport.SignedIn",
                    "services compare a token's times with the real time"),
            new Exemption(
                    "timeIsReadFromAnInjectedClock",
                    "com.ticketing.testsupport.HostileIdentities",
                    "services compare a token's times with the real time"),
            new Exemption(
                    "onlyConfigurationMakesAClock",
                    "com.ticketing.testsupport.MovableClock",
                    "a test's clock starts at the real time"),
            new Exemption(
                    "onlyConfigurationMakesAClock",
                    "com.ticketing.host.Main",
                    "a program without Spring's configuration"),
            new Exemption(
                    "onlyConfigurationMakesAClock",
                    "com.ticketing.acceptance.Main",
                    "a program without Spring's configuration"),
            new Exemption(
                    "onlyConfigurationMakesAClock",
                    "com.ticketing.stripe.StripeStandIn",
                    "a program without Spring's configuration"),
            new Exemption("nothingPrints", "com.ticketing.stripe.Main", "a command line's output is for its user"));

    /** Returns the rule without the exempt classes of this list. */
    static ArchRule apply(String name, ArchRule rule) {
        return new ExemptingRule(
                rule, ALL.stream().filter(each -> each.rule().equals(name)).toList());
    }

    boolean covers(JavaClass candidate) {
        return candidate.getName().equals(type) || candidate.getName().startsWith(type + "$");
    }

    /** Returns whether the class belongs to the module that the exempt class is in. */
    boolean concerns(JavaClass candidate) {
        return module(candidate.getName()).equals(module(type));
    }

    /** The first three names, for example {@code com.ticketing.host}. */
    private static String module(String name) {
        String[] names = name.split("\\.", 4);
        return names.length < 4 ? "" : names[0] + "." + names[1] + "." + names[2];
    }
}
