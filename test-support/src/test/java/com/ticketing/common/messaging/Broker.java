package com.ticketing.common.messaging;

import io.nats.client.Connection;

public record Broker(Connection connection) {}
