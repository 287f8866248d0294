package com.ticketing.infra;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Markdown documents of this checkout, by absolute path. */
record Documents(Map<Path, Markdown> all) {

    /** Folders without documents. {@code src} contains the head of a generated page, whose links fit that page. */
    private static final Set<String> SKIPPED = Set.of(".git", ".data", "node_modules", "src", "target");

    static Documents ofCheckout() {
        return new Documents(
                find(Checkout.ROOT).collect(toMap(file -> file, file -> new Markdown(Checkout.read(file)))));
    }

    private static Stream<Path> find(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !SKIPPED.contains(entry.getFileName().toString())).toList().stream()
                    .flatMap(entry -> Files.isDirectory(entry)
                            ? find(entry)
                            : Stream.of(entry).filter(file -> file.toString().endsWith(".md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Markdown get(String path) {
        return get(Checkout.path(path));
    }

    private Markdown get(Path document) {
        return Objects.requireNonNull(all.get(document), document::toString);
    }

    /** Returns a copy in which one document has another text. */
    Documents with(String path, String text) {
        Map<Path, Markdown> copy = new HashMap<>(all);
        copy.put(Checkout.path(path), new Markdown(text));
        return new Documents(copy);
    }

    /** Returns the relative links to files or headings that do not exist, after the document's path. */
    List<String> brokenLinks() {
        return new TreeMap<>(all)
                .entrySet().stream()
                        .flatMap(document -> links(document.getKey())
                                .filter(link -> !exists(link))
                                .map(link -> Checkout.ROOT.relativize(document.getKey()) + ": " + link.text()))
                        .toList();
    }

    private boolean exists(Link link) {
        return link.anchor().isEmpty()
                ? Files.exists(link.file())
                : all.containsKey(link.file()) && get(link.file()).anchors().contains(link.anchor());
    }

    /** Returns the documents that a reader can reach from a document by following links. */
    Set<Path> reachableFrom(String path) {
        Set<Path> reached = new HashSet<>();
        follow(Checkout.path(path), reached);
        return reached;
    }

    private void follow(Path document, Set<Path> reached) {
        if (all.containsKey(document) && reached.add(document)) {
            links(document).forEach(link -> follow(link.file(), reached));
        }
    }

    private Stream<Link> links(Path document) {
        return get(document).links().stream()
                .filter(target -> !target.matches("[a-z]+:.*"))
                .map(target -> Link.of(document, target));
    }

    private record Link(String text, Path file, String anchor) {

        static Link of(Path document, String text) {
            String[] parts = text.split("#", 2);
            Path file = parts[0].isEmpty()
                    ? document
                    : document.resolveSibling(parts[0]).normalize();
            return new Link(text, file, parts.length == 2 ? parts[1] : "");
        }
    }
}
