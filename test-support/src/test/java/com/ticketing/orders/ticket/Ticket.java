package com.ticketing.orders.ticket;

import com.ticketing.orders.order.Order;

public record Ticket(String title, Order order) {}
