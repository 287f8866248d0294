package com.ticketing.testsupport.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Conditions on the dependencies between modules and between packages. */
final class ModuleConditions {

    private static final String ROOT = "com.ticketing.";

    /** The modules that a module may depend on, besides common. A service may depend on no other module. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "testsupport", Set.of("devservers"),
            "servicetest", Set.of("devservers", "testsupport"),
            "host", Set.of("devservers", "stripe"),
            "acceptance", Set.of("devservers", "host", "testsupport"));

    private ModuleConditions() {}

    static ArchCondition<JavaClass> dependOnAllowedModulesOnly() {
        return new ArchCondition<>("depend on the allowed modules only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = module(type);
                Set<String> allowed = ALLOWED.getOrDefault(own, Set.of());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String other = module(dependency.getTargetClass().getBaseComponentType());
                    if (Stream.of("", own, "common").noneMatch(other::equals) && !allowed.contains(other)) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** Returns the module of a class of the suite, otherwise an empty string. */
    private static String module(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.", 2)[0] : "";
    }

    /** Forbids dependencies of one package of a service on another; fails if one of the two no longer exists. */
    static ArchCondition<JavaClass> keepIndependent(String service, String independent, String forbidden) {
        return new ArchCondition<>("keep " + service + "." + independent + " independent of " + forbidden) {
            private boolean isService;
            private boolean bothExist;

            @Override
            public void init(Collection<JavaClass> all) {
                isService = all.stream().anyMatch(type -> isIn(type, service));
                bothExist = Stream.of(independent, forbidden)
                        .allMatch(name -> all.stream().anyMatch(type -> isIn(type, service + "." + name)));
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (isIn(type, service + "." + independent)) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> isIn(dependency.getTargetClass(), service + "." + forbidden))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                if (isService && !bothExist) {
                    String message = service + " lacks a package of this rule: " + independent + " or " + forbidden;
                    events.add(SimpleConditionEvent.violated(service, message));
                }
            }
        };
    }

    private static boolean isIn(JavaClass type, String name) {
        return (type.getPackageName() + ".").startsWith(name + ".");
    }
}
