package com.ticketing.acceptance.shipped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads the classes of a program: a service's jar with its nested jars, or a jar with those on its class path. */
final class ShippedProgram {

    private static final String SERVICE_CLASSES = "BOOT-INF/classes/";
    private static final String SERVICE_LIBRARIES = "BOOT-INF/lib/";

    private ShippedProgram() {}

    /** Reads a jar and the jars that its manifest names. */
    static List<ShippedClass> classesOf(Path program) {
        List<ShippedClass> classes = new ArrayList<>(classesInside(program));
        libraries(program).map(ShippedProgram::classesInside).forEach(classes::addAll);
        return List.copyOf(classes);
    }

    private static Stream<Path> libraries(Path program) {
        try (JarFile jar = new JarFile(program.toFile())) {
            String names = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return names == null ? Stream.empty() : Stream.of(names.split(" ")).map(program::resolveSibling);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ShippedClass> classesInside(Path jar) {
        List<ShippedClass> classes = new ArrayList<>();
        try (InputStream in = Files.newInputStream(jar)) {
            read(jar.getFileName().toString(), in, classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }

    private static void read(String jar, InputStream in, List<ShippedClass> classes) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (name.startsWith(SERVICE_LIBRARIES) && name.endsWith(".jar")) {
                read(name.substring(SERVICE_LIBRARIES.length()), zip, classes);
            } else if (name.endsWith(".class") && !name.endsWith("module-info.class")) {
                classes.add(ShippedClass.of(jar, withoutPrefix(name), zip.readAllBytes()));
            }
        }
    }

    private static String withoutPrefix(String name) {
        return name.startsWith(SERVICE_CLASSES) ? name.substring(SERVICE_CLASSES.length()) : name;
    }
}
