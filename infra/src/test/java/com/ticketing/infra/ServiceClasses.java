package com.ticketing.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a service's classes say of themselves by annotations. */
record ServiceClasses(Path module) {

    static ServiceClasses of(String service) {
        return new ServiceClasses(Path.of("..", service));
    }

    /** The paths that controllers answer, with {@code {…}} for what differs. */
    Set<String> mappings() {
        Set<String> mappings = new TreeSet<>();
        for (AnnotationMetadata type : metadata()) {
            for (String prefix : paths(type)) {
                type.getAnnotatedMethods(RequestMapping.class.getName())
                        .forEach(method -> paths(method).forEach(path -> mappings.add(prefix + path)));
            }
        }
        return mappings;
    }

    private static List<String> paths(AnnotatedTypeMetadata element) {
        MergedAnnotation<RequestMapping> mapping = element.getAnnotations().get(RequestMapping.class);
        String[] paths = mapping.isPresent() ? mapping.getStringArray("path") : new String[0];
        return paths.length == 0 ? List.of("") : List.of(paths);
    }

    private List<AnnotationMetadata> metadata() {
        SimpleMetadataReaderFactory factory = new SimpleMetadataReaderFactory();
        List<AnnotationMetadata> all = new ArrayList<>();
        for (Path file : files(classes(), ".class")) {
            try {
                all.add(factory.getMetadataReader(new FileSystemResource(file)).getAnnotationMetadata());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private Path classes() {
        return module.resolve("target/classes");
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
