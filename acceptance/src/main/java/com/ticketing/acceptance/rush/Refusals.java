package com.ticketing.acceptance.rush;

import com.ticketing.host.api.Answer;

/** How people are told that somebody was faster. */
final class Refusals {

    private Refusals() {}

    static boolean isTaken(Answer answer) {
        return answer.status() == 400 && answer.text().contains("Ticket is already reserved");
    }
}
