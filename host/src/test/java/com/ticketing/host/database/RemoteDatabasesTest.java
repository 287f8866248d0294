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
        "mongodb://h?w=1, mongodb://h/orders?w=1",
        "mongodb://u:p@h:1, mongodb://u:p@h:1/orders?authSource=admin",
        "mongodb://u:p@h:1/users?w=1, mongodb://u:p@h:1/orders?w=1&authSource=users",
        "mongodb://u:p@h:1?authMechanism=SCRAM-SHA-256, mongodb://u:p@h:1/orders?authMechanism=SCRAM-SHA-256&authSource=admin",
        "mongodb://u:p@h:1/?authMechanism=PLAIN, mongodb://u:p@h:1/orders?authMechanism=PLAIN"
    })
    void putsTheServicesDatabaseIntoTheAddress(String address, String uri) {
        assertThat(new RemoteDatabases(address).uri("orders")).isEqualTo(uri);
    }
}
