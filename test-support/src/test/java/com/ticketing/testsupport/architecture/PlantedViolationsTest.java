package com.ticketing.testsupport.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.ticketing.common.messaging.Broker;
import com.ticketing.orders.order.Order;
import com.ticketing.orders.ticket.Ticket;
import com.ticketing.planted.Planted;
import com.ticketing.planted.Root;
import com.ticketing.planted.below.Below;
import com.ticketing.planted.left.Left;
import com.ticketing.planted.right.Right;
import com.ticketing.planted.unmarked.Unmarked;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that each rule rejects each kind of violation, and accepts the sample service. */
class PlantedViolationsTest {

    private static final Map<String, ArchRule> RULES = rules();
    private static final ClassFileImporter IMPORTER = new ClassFileImporter();
    private static final JavaClasses SAMPLE = IMPORTER.importUrl(
            Objects.requireNonNull(PlantedViolationsTest.class.getResource("/com/ticketing/sample")));

    @ParameterizedTest
    @MethodSource("violations")
    void rejectsAPlantedViolation(String rule, List<Class<?>> planted) {
        assertThat(evaluate(rule, IMPORTER.importClasses(planted)).hasViolation())
                .isTrue();
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                        planted("onlyMessagingKnowsTheBroker", "DependsOnTheBroker"),
                        planted("modulesStandAlone", "DependsOnAnotherService", "DependsOnATool"),
                        Stream.of(planted("featuresAreFreeOfCycles", Left.class, Right.class)),
                        Stream.of(planted("featuresAreFreeOfCycles", Root.class, Below.class)),
                        planted(
                                "nothingSleeps",
                                "Sleeps",
                                "SleepsInUnits",
                                "ParksForATime",
                                "ParksUntilATime",
                                "WaitsOnAMonitor",
                                "Spins",
                                "Parks"),
                        planted(
                                "timeIsReadFromAnInjectedClock",
                                "ReadsInstant",
                                "ReadsInstantByReference",
                                "ReadsLocalDate",
                                "ReadsMillis",
                                "ReadsDate",
                                "ReadsCalendar"),
                        planted("onlyConfigurationCreatesAClock", "CreatesAClock"),
                        planted("nothingPrints", "Prints", "PrintsErrors", "PrintsStackTraces"),
                        planted("onlySlf4jLogs", "LogsToJdk"),
                        planted("injectionIsByConstructor", "InjectsAField", "InjectsAValue", "InjectsASetter"),
                        planted(
                                "namesDescribeTheClass",
                                "TicketImpl",
                                "TicketManager",
                                "TicketUtil",
                                "TicketUtils",
                                "TicketHelper",
                                "TicketDto"),
                        Stream.of(planted("packagesAreNullMarked", Unmarked.class)),
                        Stream.of(planted("ticketReplicasDoNotDependOnOrders", Ticket.class, Order.class)),
                        Stream.of(planted("ticketReplicasDoNotDependOnOrders", Order.class)),
                        planted(
                                "entryPointsArePackagePrivate",
                                "PublicController",
                                "PublicPlainController",
                                "PublicAdvice",
                                "PublicConfiguration",
                                "PublicListener"),
                        planted("listenerNamesEndWithListener", "ConsumesTickets"),
                        planted("moneyIsExact", "HasADouble", "ReturnsAFloat", "TakesADouble"),
                        planted(
                                "savesAreConditional",
                                "SavesByTemplate",
                                "SavesByOperations",
                                "SavesByRepository",
                                "SavesManyByRepository"),
                        planted(
                                "changingRoutesTakeTheCurrentUser",
                                "PostsAnonymously",
                                "PutsWithTheUserLast",
                                "PatchesAnonymously",
                                "DeletesAnonymously",
                                "MapsAPost",
                                "MapsEverything"))
                .flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("names")
    void acceptsTheSampleService(String rule) {
        assertThat(evaluate(rule, SAMPLE).getFailureReport().getDetails()).isEmpty();
    }

    static Set<String> names() {
        return RULES.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasAPlantedViolation(String rule) {
        assertThat(violations().map(planted -> planted.get()[0]).toList())
                .as("without a planted violation, the rule may be unable to fail")
                // rejectsTheNameOfAClassThatDoesNotExist tests this rule, which no class can violate.
                .contains(rule.equals("classesNamedByTheRulesExist") ? "moneyIsExact" : rule);
    }

    @Test
    void rejectsTheNameOfAClassThatDoesNotExist() {
        ArchRule rule = classes().should(ClassConditions.haveOnTheClasspath("com.ticketing.common.messaging.Renamed"));

        assertThat(rule.evaluate(SAMPLE).hasViolation()).isTrue();
    }

    @Test
    void acceptsTheBrokerInTheMessagingPackage() {
        assertThat(evaluate("onlyMessagingKnowsTheBroker", IMPORTER.importClasses(Broker.class, Left.class))
                        .hasViolation())
                .isFalse();
    }

    private static EvaluationResult evaluate(String rule, JavaClasses classes) {
        return Objects.requireNonNull(RULES.get(rule)).evaluate(classes);
    }

    private static Stream<Arguments> planted(String rule, String... names) {
        return Arrays.stream(names).map(name -> planted(rule, named(name)));
    }

    private static Class<?> named(String name) {
        return Arrays.stream(Planted.class.getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Arguments planted(String rule, Class<?>... types) {
        return arguments(rule, List.of(types));
    }

    private static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new TreeMap<>();
        for (Class<?> holder : List.of(CodeRules.class, ArchitectureRules.class)) {
            for (Field field : holder.getDeclaredFields()) {
                if (field.isAnnotationPresent(ArchTest.class) && field.getType() == ArchRule.class) {
                    rules.put(field.getName(), read(field));
                }
            }
        }
        return rules;
    }

    private static ArchRule read(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
