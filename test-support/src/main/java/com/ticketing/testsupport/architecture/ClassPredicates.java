package com.ticketing.testsupport.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** Predicates on classes. They refer to Spring's annotations by name, so that a module without Spring can use them. */
final class ClassPredicates {

    private static final String CONFIGURATION = "org.springframework.context.annotation.Configuration";
    private static final List<String> CALLED_BY_SPRING = List.of(
            CONFIGURATION,
            "org.springframework.stereotype.Controller",
            "org.springframework.web.bind.annotation.ControllerAdvice");

    private ClassPredicates() {}

    static DescribedPredicate<JavaClass> areNoConfiguration() {
        return DescribedPredicate.describe("are no configuration", type -> !isAnnotated(type, CONFIGURATION));
    }

    static DescribedPredicate<JavaClass> areEntryPoints() {
        return DescribedPredicate.describe(
                "are controllers, listeners or configuration",
                type -> type.isAssignableTo(ArchitectureRules.LISTENER)
                        || CALLED_BY_SPRING.stream().anyMatch(annotation -> isAnnotated(type, annotation)));
    }

    private static boolean isAnnotated(JavaClass type, String annotation) {
        return type.isAnnotatedWith(annotation) || type.isMetaAnnotatedWith(annotation);
    }
}
