package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsyncApiTest {

    private static final Path FILE = Checkout.path("docs/asyncapi.yaml");

    @TempDir
    Path folder;

    @Test
    void theDescriptionIsUpToDate() throws IOException {
        String generated = AsyncApi.generate();
        if (Boolean.getBoolean("asyncapi.write")) {
            Files.writeString(FILE, generated);
        }

        assertThat(FILE).as("-Dasyncapi.write=true generates the file").hasContent(generated);
    }

    @Test
    void theParserOfAsyncApiAcceptsTheDescription() {
        assertThat(AsyncApiParser.parse(FILE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "schemas/OrderStatus, schemas/Planted, '#/components/schemas/Planted'' does not exist'",
        "action: send, action: planted, 'must be equal to one of the allowed values: \"send\", \"receive\"'",
        "type: integer, type: planted, properties.version.type"
    })
    void theParserRejects(String original, String planted, String message) throws IOException {
        String description = Files.readString(FILE);
        assertThat(description).contains(original);
        Path file = folder.resolve("asyncapi.yaml");
        Files.writeString(file, description.replace(original, planted));

        assertThat(AsyncApiParser.parse(file)).contains(message);
    }
}
