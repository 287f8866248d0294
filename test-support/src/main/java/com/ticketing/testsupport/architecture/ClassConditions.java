package com.ticketing.testsupport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Conditions on single classes and their members. */
final class ClassConditions {

    private static final Set<String> FLOATING_POINT =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double", "float[]", "double[]");
    private static final List<String> INJECTIONS = List.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    private ClassConditions() {}

    static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                    String message = "The package-info of " + type.getName() + " is missing or not @NullMarked";
                    events.add(SimpleConditionEvent.violated(type, message));
                }
            }
        };
    }

    static ArchCondition<JavaClass> declareNoFloatingPoint() {
        return new ArchCondition<>("declare no floating-point type") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                    rejectFloatingPoint(field, field.getRawType(), events);
                }
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                    Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                            .forEach(used -> rejectFloatingPoint(unit, used, events));
                }
            }
        };
    }

    private static void rejectFloatingPoint(JavaMember member, JavaClass used, ConditionEvents events) {
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
        return new ArchCondition<>("have on the classpath the classes that the rules name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {}

            @Override
            public void finish(ConditionEvents events) {
                for (String name : names) {
                    if (ClassConditions.class.getResource("/" + name.replace('.', '/') + ".class") == null) {
                        events.add(SimpleConditionEvent.violated(name, name + " does not exist"));
                    }
                }
            }
        };
    }
}
