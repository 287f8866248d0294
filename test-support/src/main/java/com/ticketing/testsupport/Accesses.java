package com.ticketing.testsupport;

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

/** Calls of methods and references to them. */
final class Accesses {

    private static final List<String> REPOSITORIES = List.of(
            "org.springframework.data.repository.CrudRepository",
            "org.springframework.data.mongodb.core.MongoOperations");

    private Accesses() {}

    /** Calls that wait for a time, or without a condition. */
    static DescribedPredicate<JavaAccess<?>> sleeping() {
        return described("sleeping", target -> {
            return isMethod(target, Thread.class, "sleep", "yield", "onSpinWait")
                    || isMethod(target, TimeUnit.class, "sleep", "timedWait")
                    || isMethod(target, Object.class, "wait")
                    || (target.getOwner().isEquivalentTo(LockSupport.class)
                            && target.getName().startsWith("park"));
        });
    }

    private static boolean isMethod(AccessTarget target, Class<?> owner, String... names) {
        return target.getOwner().isEquivalentTo(owner) && List.of(names).contains(target.getName());
    }

    static DescribedPredicate<JavaAccess<?>> readingTheSystemClock() {
        return described("reading the system clock", target -> {
            JavaClass owner = target.getOwner();
            String name = target.getName();
            return (owner.getPackageName().equals("java.time") && name.equals("now") && !takes(target, Clock.class))
                    || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                    || (owner.isEquivalentTo(Date.class)
                            && name.equals("<init>")
                            && parameters(target).isEmpty())
                    || (owner.isAssignableTo(Calendar.class) && name.equals("getInstance"));
        });
    }

    static DescribedPredicate<JavaAccess<?>> makingAClock() {
        Set<String> factories =
                Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes");
        return described(
                "making a clock",
                target -> target.getOwner().isEquivalentTo(Clock.class) && factories.contains(target.getName()));
    }

    static DescribedPredicate<JavaAccess<?>> savingThroughSpringData() {
        Set<String> saves = Set.of("save", "saveAll");
        return described(
                "saving through Spring Data",
                target -> saves.contains(target.getName())
                        && REPOSITORIES.stream()
                                .anyMatch(repository -> target.getOwner().isAssignableTo(repository)));
    }

    private static boolean takes(AccessTarget target, Class<?> type) {
        return parameters(target).stream().anyMatch(parameter -> parameter.isEquivalentTo(type));
    }

    private static List<JavaClass> parameters(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget unit ? unit.getRawParameterTypes() : List.of();
    }

    private static DescribedPredicate<JavaAccess<?>> described(String description, Predicate<AccessTarget> predicate) {
        return DescribedPredicate.describe(description, access -> predicate.test(access.getTarget()));
    }
}
