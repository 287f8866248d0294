package com.ticketing.host.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteDatabasesTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://h:1, mongodb://h:1/orders",
        "mongodb://h:1/, mongodb://h:1/orders",
        "mongodb://u:p@h:1/admin?authSource=admin, mongodb://u:p@h:1/orders?authSource=admin",
        "mongodb://h?w=1, mongodb://h/orders?w=1"
    })
    void putsTheServicesDatabaseIntoTheAddress(String address, String uri) {
        assertThat(new RemoteDatabases(address).uri("orders")).isEqualTo(uri);
    }
}
