package com.ticketing.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.web.bind.annotation.RequestMapping;

/** Reads the request mappings of a service's controllers from its compiled classes. */
final class RequestMappings {

    private static final MetadataReaderFactory READERS = new SimpleMetadataReaderFactory();

    private RequestMappings() {}

    /** Returns the mapped paths, with their path variables in braces. */
    static Set<String> of(String service) {
        Set<String> mappings = new TreeSet<>();
        for (AnnotationMetadata type : classes(service)) {
            for (String prefix : paths(type)) {
                type.getAnnotatedMethods(RequestMapping.class.getName())
                        .forEach(method -> paths(method).forEach(path -> mappings.add(prefix + path)));
            }
        }
        return mappings;
    }

    private static List<AnnotationMetadata> classes(String service) {
        return Checkout.files(service + "/target/classes").stream()
                .filter(file -> file.toString().endsWith(".class"))
                .map(FileSystemResource::new)
                .map(RequestMappings::metadata)
                .toList();
    }

    private static AnnotationMetadata metadata(FileSystemResource file) {
        try {
            return READERS.getMetadataReader(file).getAnnotationMetadata();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> paths(AnnotatedTypeMetadata element) {
        MergedAnnotation<RequestMapping> mapping = element.getAnnotations().get(RequestMapping.class);
        String[] paths = mapping.isPresent() ? mapping.getStringArray("path") : new String[0];
        return paths.length == 0 ? List.of("") : List.of(paths);
    }
}
