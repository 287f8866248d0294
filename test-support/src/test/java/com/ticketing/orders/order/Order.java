package com.ticketing.orders.order;

public record Order(String id) {}
