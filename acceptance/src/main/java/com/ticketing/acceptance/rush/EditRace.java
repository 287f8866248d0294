package com.ticketing.acceptance.rush;

import com.ticketing.host.api.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of two edits of one version of a ticket and two orders of it, all at the same instant.
 *
 * @param agreed the price that the buyers named
 * @param answers of the edits, then of the orders
 */
record EditRace(String ticket, BigDecimal agreed, List<Answer> answers) {

    long edits() {
        return answers.subList(0, 2).stream()
                .filter(answer -> answer.status() == 200)
                .count();
    }

    long orders() {
        return answers.subList(2, 4).stream()
                .filter(answer -> answer.status() == 201)
                .count();
    }

    List<String> violations() {
        List<String> violations = new ArrayList<>();
        if (edits() > 1 || orders() > 1) {
            violations.add(
                    "ticket " + ticket + ": " + edits() + " edits of one version and " + orders() + " orders won");
        }
        for (Answer edit : answers.subList(0, 2)) {
            boolean conflict =
                    edit.status() == 409 && edit.json().path("current").has("version");
            boolean reserved = edit.status() == 400 && edit.text().contains("Cannot edit a reserved ticket");
            if (edit.status() != 200 && !conflict && !reserved) {
                violations.add("an edit was answered with " + edit.status() + " " + edit.text());
            }
        }
        for (Answer order : answers.subList(2, 4)) {
            if (order.status() == 201) {
                BigDecimal price = order.json().path("ticket").path("price").decimalValue();
                if (price.compareTo(agreed) != 0) {
                    violations.add("an order for " + agreed + " costs " + price);
                }
            } else if (order.status() != 409 && !Refusals.isTaken(order)) {
                violations.add("an order was answered with " + order.status() + " " + order.text());
            }
        }
        return violations;
    }
}
