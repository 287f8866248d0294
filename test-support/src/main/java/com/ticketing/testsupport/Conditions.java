package com.ticketing.testsupport;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What ArchUnit has no words for. */
final class Conditions {

    private static final String ROOT = "com.ticketing.";

    /** The modules that each module may depend on, besides common. A service may depend on no other module. */
    private static final Map<String, Set<String>> ALLOWED_MODULES = Map.of(
            "testsupport", Set.of("devservers"),
            "host", Set.of("devservers", "stripe"),
            "acceptance", Set.of("devservers", "host", "testsupport"));

    private static final Set<String> FLOATING_POINT =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double", "float[]", "double[]");
    private static final List<String> INJECTIONS = List.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    private Conditions() {}

    static ArchCondition<JavaClass> dependOnAllowedModulesOnly() {
        return condition("depend on the allowed modules only", (type, events) -> {
            String own = module(type);
            Set<String> allowed = ALLOWED_MODULES.getOrDefault(own, Set.of());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String other = module(dependency.getTargetClass().getBaseComponentType());
                boolean isAllowed =
                        other.isEmpty() || other.equals(own) || other.equals("common") || allowed.contains(other);
                if (!isAllowed) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                }
            }
        });
    }

    private static String module(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.", 2)[0] : "";
    }

    static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return condition("reside in a @NullMarked package", (type, events) -> {
            if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                String message =
                        type.getName() + " resides in a package whose package-info is missing or not @NullMarked";
                events.add(SimpleConditionEvent.violated(type, message));
            }
        });
    }

    static ArchCondition<JavaClass> declareNoFloatingPoint() {
        return condition("declare nothing in floating point", (type, events) -> {
            for (JavaField field : type.getFields()) {
                check(field, field.getRawType(), events);
            }
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                        .forEach(used -> check(unit, used, events));
            }
        });
    }

    private static void check(JavaMember member, JavaClass used, ConditionEvents events) {
        if (FLOATING_POINT.contains(used.getName())) {
            events.add(SimpleConditionEvent.violated(member, member.getFullName() + " uses " + used.getName()));
        }
    }

    static ArchCondition<JavaMember> notBeInjected() {
        return new ArchCondition<>("not be injected, except constructors") {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                for (String injection : INJECTIONS) {
                    if (!member.getName().equals("<init>") && member.isAnnotatedWith(injection)) {
                        events.add(SimpleConditionEvent.violated(member, member.getFullName() + " is injected"));
                    }
                }
            }
        };
    }

    static ArchCondition<JavaClass> haveOnTheClasspath(String... names) {
        return new ArchCondition<>("have on the classpath what the rules name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {}

            @Override
            public void finish(ConditionEvents events) {
                for (String name : names) {
                    if (Conditions.class.getResource("/" + name.replace('.', '/') + ".class") == null) {
                        events.add(SimpleConditionEvent.violated(name, "There is no " + name + " (any more)"));
                    }
                }
            }
        };
    }

    /** One package of a service must not know another; in that service both must exist. */
    static ArchCondition<JavaClass> keepApart(String service, String unaware, String unknown) {
        return new ArchCondition<>("keep " + service + "." + unaware + " unaware of " + unknown) {
            private boolean concerned;
            private boolean bothExist;

            @Override
            public void init(Collection<JavaClass> all) {
                concerned = all.stream().anyMatch(type -> isIn(type, service));
                bothExist = Stream.of(unaware, unknown)
                        .allMatch(name -> all.stream().anyMatch(type -> isIn(type, service + "." + name)));
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (isIn(type, service + "." + unaware)) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> isIn(dependency.getTargetClass(), service + "." + unknown))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                if (concerned && !bothExist) {
                    String message = service + " has no packages " + unaware + " and " + unknown + " (any more)";
                    events.add(SimpleConditionEvent.violated(service, message));
                }
            }
        };
    }

    private static boolean isIn(JavaClass type, String name) {
        return (type.getPackageName() + ".").startsWith(name + ".");
    }

    private static ArchCondition<JavaClass> condition(
            String description, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }
}
