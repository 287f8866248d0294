package com.ticketing.infra;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.Subject;
import com.ticketing.common.messaging.BroadcastListener;
import com.ticketing.common.messaging.Listener;
import com.ticketing.common.persistence.Aggregate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the events that a service publishes and consumes in its compiled classes and in those of {@code common}. */
final class EventFlows {

    enum Kind {
        /** Raised by an aggregate. */
        PUBLISHED,
        /** Consumed through the durable queue group. */
        QUEUE_GROUP,
        /** Consumed by every process. */
        BROADCAST
    }

    record Flow(Kind kind, Subject subject) {}

    private EventFlows() {}

    static List<Flow> of(String service) {
        JavaClasses classes = new ClassFileImporter().importPaths(classes(service), classes("common"));
        return Stream.of(
                        published(classes),
                        consumed(classes, Listener.class, Kind.QUEUE_GROUP),
                        consumed(classes, BroadcastListener.class, Kind.BROADCAST))
                .flatMap(flows -> flows)
                .distinct()
                .sorted(Comparator.comparing(Flow::kind).thenComparing(Flow::subject))
                .toList();
    }

    private static Path classes(String module) {
        return Checkout.path(module + "/target/classes");
    }

    private static Stream<Flow> published(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAssignableTo(Aggregate.class))
                .flatMap(aggregate -> aggregate.getConstructorCallsFromSelf().stream())
                .map(call -> call.getTargetOwner())
                .filter(type -> type.isAssignableTo(Event.class))
                .map(event -> new Flow(Kind.PUBLISHED, subject(event)));
    }

    private static Stream<Flow> consumed(JavaClasses classes, Class<?> listener, Kind kind) {
        return classes.stream()
                .filter(type -> type.isAssignableTo(listener))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(type -> (JavaParameterizedType) type.getSuperclass().orElseThrow())
                .map(type -> type.getActualTypeArguments().getFirst().toErasure())
                .map(event -> new Flow(kind, subject(event)));
    }

    private static Subject subject(JavaClass event) {
        return Arrays.stream(Subject.values())
                .filter(subject -> event.isEquivalentTo(subject.type()))
                .findFirst()
                .orElseThrow();
    }
}
