package com.ticketing.acceptance.rush;

import com.ticketing.host.api.ApiResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The responses to two edits of one version of a ticket and two orders of it, all sent at the same instant.
 *
 * @param agreed the price that the orders name
 */
record EditRace(String ticket, BigDecimal agreed, List<ApiResponse> edits, List<ApiResponse> orders) {

    long acceptedEdits() {
        return edits.stream().filter(response -> response.status() == 200).count();
    }

    long acceptedOrders() {
        return orders.stream().filter(response -> response.status() == 201).count();
    }

    List<String> violations() {
        List<String> violations = new ArrayList<>();
        if (acceptedEdits() > 1 || acceptedOrders() > 1) {
            violations.add("ticket " + ticket + ": " + acceptedEdits() + " edits of one version and " + acceptedOrders()
                    + " orders were accepted");
        }
        for (ApiResponse edit : edits) {
            boolean conflict =
                    edit.status() == 409 && edit.json().path("current").has("version");
            if (edit.status() != 200 && !conflict && !Rejections.isReserved(edit)) {
                violations.add("unexpected response to an edit: " + edit.status() + " " + edit.text());
            }
        }
        for (ApiResponse order : orders) {
            if (order.status() == 201) {
                BigDecimal price = order.json().path("ticket").path("price").decimalValue();
                if (price.compareTo(agreed) != 0) {
                    violations.add("an order for " + agreed + " costs " + price);
                }
            } else if (order.status() != 409 && !Rejections.isReserved(order)) {
                violations.add("unexpected response to an order: " + order.status() + " " + order.text());
            }
        }
        return violations;
    }
}
