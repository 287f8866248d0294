package com.ticketing.testsupport;

import static com.ticketing.testsupport.ArchitectureRules.CURRENT_USER;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Handlers of requests. */
final class Methods {

    private static final String WEB = "org.springframework.web.bind.annotation.";
    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private Methods() {}

    /** People who sign in are not known yet: auth's own routes are its own concern. */
    static DescribedPredicate<JavaMethod> mayChangeSomething() {
        return DescribedPredicate.describe(
                "handle requests that may change something",
                method -> !method.getOwner().getPackageName().startsWith("com.ticketing.auth")
                        && !method.getOwner().getSimpleName().endsWith("WebhookController")
                        && mapsAChange(method));
    }

    static ArchCondition<JavaMethod> takeTheCurrentUserFirst() {
        return new ArchCondition<>("take the CurrentUser as their first parameter") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                List<JavaClass> parameters = method.getRawParameterTypes();
                boolean known =
                        !parameters.isEmpty() && parameters.getFirst().getName().equals(CURRENT_USER);
                String message =
                        method.getFullName() + (known ? " takes" : " does not take") + " the CurrentUser first";
                events.add(new SimpleConditionEvent(method, known, message));
            }
        };
    }

    private static boolean mapsAChange(JavaMethod method) {
        return Stream.of("PostMapping", "PutMapping", "PatchMapping", "DeleteMapping")
                        .anyMatch(mapping -> method.isAnnotatedWith(WEB + mapping))
                || method.tryGetAnnotationOfType(WEB + "RequestMapping")
                        .map(Methods::mapsAChange)
                        .orElse(false);
    }

    /** A mapping that names no method maps all of them. */
    private static boolean mapsAChange(JavaAnnotation<?> mapping) {
        Object[] verbs = (Object[]) mapping.get("method").orElse(new Object[0]);
        return verbs.length == 0
                || Arrays.stream(verbs)
                        .anyMatch(
                                verb -> verb instanceof JavaEnumConstant constant && CHANGES.contains(constant.name()));
    }
}
