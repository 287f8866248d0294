package com.ticketing.testsupport.architecture;

import static com.ticketing.testsupport.architecture.ArchitectureRules.CURRENT_USER;

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

/** A predicate and a condition on controller methods that handle requests. */
final class RequestHandlers {

    private static final String WEB = "org.springframework.web.bind.annotation.";
    private static final Set<String> CHANGING_METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");

    private RequestHandlers() {}

    /**
     * Matches handlers of the changing HTTP methods, except webhooks and those of auth, which serve anonymous users.
     */
    static DescribedPredicate<JavaMethod> mayChangeState() {
        return DescribedPredicate.describe(
                "handle requests that may change state",
                method -> !method.getOwner().getPackageName().startsWith("com.ticketing.auth")
                        && !method.getOwner().getSimpleName().endsWith("WebhookController")
                        && mapsAChangingMethod(method));
    }

    static ArchCondition<JavaMethod> takeTheCurrentUserFirst() {
        return new ArchCondition<>("take the CurrentUser as their first parameter") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                List<JavaClass> parameters = method.getRawParameterTypes();
                boolean taken =
                        !parameters.isEmpty() && parameters.getFirst().getName().equals(CURRENT_USER);
                String message =
                        method.getFullName() + (taken ? " takes" : " does not take") + " the CurrentUser first";
                events.add(new SimpleConditionEvent(method, taken, message));
            }
        };
    }

    private static boolean mapsAChangingMethod(JavaMethod method) {
        return Stream.of("PostMapping", "PutMapping", "PatchMapping", "DeleteMapping")
                        .anyMatch(mapping -> method.isAnnotatedWith(WEB + mapping))
                || method.tryGetAnnotationOfType(WEB + "RequestMapping")
                        .map(RequestHandlers::mapsAChangingMethod)
                        .orElse(false);
    }

    /** Returns true for a mapping that names no method, too: it maps all of them. */
    private static boolean mapsAChangingMethod(JavaAnnotation<?> mapping) {
        Object[] methods = (Object[]) mapping.get("method").orElse(new Object[0]);
        return methods.length == 0
                || Arrays.stream(methods)
                        .anyMatch(method -> method instanceof JavaEnumConstant constant
                                && CHANGING_METHODS.contains(constant.name()));
    }
}
