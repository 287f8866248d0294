package com.ticketing.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a service's classes say of themselves by annotations. */
record ServiceClasses(Path module) {

    private static final Pattern PLACEHOLDER = Pattern.compile("@Value\\(\"\\$\\{([a-z.-]+)");

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

    /** The names of the settings that the service binds. */
    Set<String> settings() {
        Set<String> settings = new TreeSet<>();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes().toUri().toURL()}, getClass().getClassLoader())) {
            for (AnnotationMetadata type : metadata()) {
                MergedAnnotation<ConfigurationProperties> properties =
                        type.getAnnotations().get(ConfigurationProperties.class);
                if (properties.isPresent()) {
                    Arrays.stream(loader.loadClass(type.getClassName()).getRecordComponents())
                            .map(RecordComponent::getName)
                            .forEach(name -> settings.add(properties.getString("prefix") + "." + name));
                }
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        files(module.resolve("src/main/java"), ".java").forEach(source -> settings.addAll(placeholders(source)));
        return settings;
    }

    private static List<String> placeholders(Path source) {
        try {
            Matcher matcher = PLACEHOLDER.matcher(Files.readString(source));
            return matcher.results().map(result -> result.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
