package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares {@code docs/errors.md} with the codes in the API descriptions. */
class ErrorsPageTest {

    private static final String PAGE = Checkout.read("docs/errors.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` ");

    static Stream<String> servicesWithApi() {
        return Services.ALL.stream().filter(service -> Files.exists(Checkout.path(description(service))));
    }

    @ParameterizedTest
    @MethodSource("servicesWithApi")
    void thePageListsExactlyTheCodesOfTheService(String service) {
        assertThat(documented(PAGE, service)).containsExactlyElementsOf(described(service));
    }

    @Test
    void detectsAPlantedMissingRow() {
        assertThat(documented(PAGE.replace("| `ticket-reserved` |", "| – |"), "orders"))
                .isNotEqualTo(described("orders"));
    }

    @Test
    void detectsAPlantedUnknownCode() {
        assertThat(documented(PAGE.replace("| `ticket-reserved` |", "| `planted` |"), "orders"))
                .contains("planted")
                .isNotEqualTo(described("orders"));
    }

    private static Set<String> documented(String page, String service) {
        Set<String> codes = new TreeSet<>();
        for (String section : new String[] {"All services", service}) {
            ROW.matcher(new Markdown(page).section(section).text()).results().forEach(row -> codes.add(row.group(1)));
        }
        return codes;
    }

    private static Set<String> described(String service) {
        JsonNode api = JsonMapper.shared().readTree(Checkout.read(description(service)));
        Set<String> codes = new TreeSet<>();
        api.at("/components/schemas/ErrorItem/properties/code/enum").forEach(code -> codes.add(code.asString()));
        return codes;
    }

    private static String description(String service) {
        return "docs/openapi/" + service + ".json";
    }
}
