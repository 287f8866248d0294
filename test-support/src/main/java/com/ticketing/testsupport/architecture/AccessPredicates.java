package com.ticketing.testsupport.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Predicates on method calls and method references. */
final class AccessPredicates {

    private static final Set<String> CLOCK_FACTORIES =
            Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes");
    private static final List<String> REPOSITORIES = List.of(
            "org.springframework.data.repository.CrudRepository",
            "org.springframework.data.mongodb.core.MongoOperations");

    private AccessPredicates() {}

    /** Matches calls that wait for a period of time, or poll without a pause. */
    static DescribedPredicate<JavaAccess<?>> sleeping() {
        return onTarget(
                "sleeping",
                target -> isMethod(target, Thread.class, "sleep", "yield", "onSpinWait")
                        || isMethod(target, TimeUnit.class, "sleep", "timedWait")
                        || isMethod(target, Object.class, "wait")
                        || isMethod(target, LockSupport.class, "park", "parkNanos", "parkUntil"));
    }

    static DescribedPredicate<JavaAccess<?>> readingTheSystemClock() {
        return onTarget(
                "reading the system clock",
                target -> readsJavaTime(target)
                        || isMethod(target, System.class, "currentTimeMillis")
                        || (isMethod(target, Date.class, "<init>")
                                && parameters(target).isEmpty())
                        || (target.getOwner().isAssignableTo(Calendar.class)
                                && target.getName().equals("getInstance")));
    }

    private static boolean readsJavaTime(AccessTarget target) {
        return target.getOwner().getPackageName().equals("java.time")
                && target.getName().equals("now")
                && parameters(target).stream().noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
    }

    static DescribedPredicate<JavaAccess<?>> creatingAClock() {
        return onTarget(
                "creating a clock",
                target -> target.getOwner().isEquivalentTo(Clock.class) && CLOCK_FACTORIES.contains(target.getName()));
    }

    static DescribedPredicate<JavaAccess<?>> savingThroughSpringData() {
        Set<String> saves = Set.of("save", "saveAll");
        return onTarget(
                "saving through Spring Data",
                target -> saves.contains(target.getName())
                        && REPOSITORIES.stream()
                                .anyMatch(repository -> target.getOwner().isAssignableTo(repository)));
    }

    private static boolean isMethod(AccessTarget target, Class<?> owner, String... names) {
        return target.getOwner().isEquivalentTo(owner) && List.of(names).contains(target.getName());
    }

    private static List<JavaClass> parameters(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget unit ? unit.getRawParameterTypes() : List.of();
    }

    private static DescribedPredicate<JavaAccess<?>> onTarget(String description, Predicate<AccessTarget> predicate) {
        return DescribedPredicate.describe(description, access -> predicate.test(access.getTarget()));
    }
}
