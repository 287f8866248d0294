package com.ticketing.infra;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTest {

    private static final long README_BYTES = 8_000;
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]\\w*");
    private static final Documents DOCUMENTS = Documents.ofCheckout();

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.size(Checkout.path("README.md"))).isLessThanOrEqualTo(README_BYTES);
    }

    @Test
    void everyRelativeLinkLeadsToAFileAndAHeading() {
        assertThat(DOCUMENTS.brokenLinks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "[moved](docs/moved.md), docs/moved.md",
        "[moved](docs/testing.md#moved), docs/testing.md#moved",
        "[moved](#moved), #moved",
        "![moved](docs/screenshots/moved.png), docs/screenshots/moved.png",
    })
    void detectsAPlantedBrokenLink(String planted, String link) {
        assertThat(DOCUMENTS.with("planted.md", planted).brokenLinks()).contains("planted.md: " + link);
    }

    @Test
    void everyPageInDocsIsReachableFromTheReadme() {
        assertThat(unreachablePages(DOCUMENTS)).isEmpty();
    }

    @Test
    void detectsAPlantedPageWithoutALink() {
        assertThat(unreachablePages(DOCUMENTS.with("docs/planted.md", "# Planted")))
                .containsExactly(Checkout.path("docs/planted.md"));
    }

    private static List<Path> unreachablePages(Documents documents) {
        Set<Path> reachable = documents.reachableFrom("README.md");
        return documents.all().keySet().stream()
                .filter(page -> page.startsWith(Checkout.path("docs")))
                .filter(page -> !reachable.contains(page))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "docs/architecture.md, Where do I change …?",
        "CONTRIBUTING.md, Files for contributors",
        "README.md, Modules",
    })
    void everyPathInTheTableExists(String document, String heading) {
        Markdown tables = DOCUMENTS.get(document).section(heading).tables();

        assertThat(paths(tables)).isNotEmpty();
        assertThat(missing(paths(tables))).isEmpty();
        assertThat(missingClasses(tables)).isEmpty();
    }

    @Test
    void detectsAPlantedPathThatDoesNotExist() {
        Markdown planted = new Markdown("""
                ## Where do I change …?
                | I want to … | Files |
                |---|---|
                | rename a class | `orders/src/Moved.java` (`moved`, `Absent`), `orders/pom.xml`, `DocumentsTest` |
                """);

        assertThat(missing(paths(planted.tables()))).containsExactly("orders/src/Moved.java");
        assertThat(missingClasses(planted.tables())).containsExactly("Absent");
    }

    @Test
    void theReadmeListsEveryModule() {
        assertThat(unlistedModules(Checkout.read("pom.xml"))).isEmpty();
    }

    @Test
    void detectsAPlantedUnlistedModule() {
        assertThat(unlistedModules("<module>common</module><module>planted</module>"))
                .containsExactly("planted");
    }

    private static List<String> unlistedModules(String pom) {
        List<String> listed = DOCUMENTS.get("README.md").section("Modules").code();
        return MODULE.matcher(pom)
                .results()
                .map(match -> match.group(1))
                .filter(module -> !listed.contains(module + "/"))
                .toList();
    }

    private static List<String> paths(Markdown markdown) {
        return markdown.code().stream().filter(code -> code.contains("/")).toList();
    }

    private static List<String> missingClasses(Markdown markdown) {
        Set<String> classes = Checkout.sources().stream()
                .map(source -> source.getFileName().toString().replace(".java", ""))
                .collect(toSet());
        return markdown.code().stream()
                .filter(code -> CLASS.matcher(code).matches() && !classes.contains(code))
                .toList();
    }

    private static List<String> missing(List<String> paths) {
        return paths.stream().filter(path -> !Files.exists(Checkout.path(path))).toList();
    }
}
