package com.ticketing.testsupport.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiDescriptionTest {

    private static final String WRITTEN = """
            {
              "a" : [
                1
              ],
              "b" : 2
            }
            """;

    @TempDir
    Path folder;

    @AfterEach
    void clearProperty() {
        System.clearProperty(ApiDescription.WRITE);
    }

    @Test
    void acceptsAFileThatDiffersInTheOrderOfPropertiesOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("orders.json"), WRITTEN);

        new ApiDescription("{\"b\":2,\"a\":[1]}", file).assertFileIsCurrent();
    }

    @Test
    void rejectsAFileThatIsMissingOrDiffersAndExplainsHowToUpdateIt() throws IOException {
        Path file = folder.resolve("orders.json");
        ApiDescription description = new ApiDescription("{\"b\":2,\"a\":[1,2]}", file);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(description::assertFileIsCurrent)
                .withMessageContaining("-Dopenapi.write=true");
        Files.writeString(file, WRITTEN);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(description::assertFileIsCurrent);
        assertThat(file).hasContent(WRITTEN);
    }

    @Test
    void writesTheFileOnDemand() {
        System.setProperty(ApiDescription.WRITE, "true");
        Path file = folder.resolve("openapi/orders.json");

        new ApiDescription("{\"b\":2,\"a\":[1]}", file).assertFileIsCurrent();

        assertThat(file).hasContent(WRITTEN);
    }
}
