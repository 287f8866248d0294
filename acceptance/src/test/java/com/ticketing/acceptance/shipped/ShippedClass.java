package com.ticketing.acceptance.shipped;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A class file in a program that ships.
 *
 * @param jar the name of the jar that contains it
 * @param name its path in the jar
 * @param isOutdatedProtobuf whether protobuf reports it as vulnerable (GHSA-h4h5-3hr4-j3g2)
 */
record ShippedClass(String jar, String name, boolean isOutdatedProtobuf) {

    /** The base class of messages that a protobuf compiler older than version 22 has generated. */
    private static final String OUTDATED_BASE = "com/google/protobuf/GeneratedMessageV3";

    static ShippedClass of(String jar, String name, byte[] bytes) {
        boolean isProtobuf = name.startsWith("com/google/protobuf/");
        return new ShippedClass(jar, name, !isProtobuf && new String(bytes, ISO_8859_1).contains(OUTDATED_BASE));
    }

    /** Returns the classes that more than one jar contains, each with its jars. */
    static List<String> duplicates(List<ShippedClass> program) {
        Map<String, TreeSet<String>> jars = program.stream()
                .collect(groupingBy(
                        ShippedClass::name, TreeMap::new, mapping(ShippedClass::jar, toCollection(TreeSet::new))));
        return jars.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(each -> each.getKey() + " in " + each.getValue())
                .toList();
    }

    static List<String> outdatedProtobuf(List<ShippedClass> program) {
        return program.stream()
                .filter(ShippedClass::isOutdatedProtobuf)
                .map(each -> each.name() + " in " + each.jar())
                .toList();
    }
}
