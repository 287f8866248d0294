package com.ticketing.local.rush;

import com.ticketing.local.api.Answer;

/** How people are told that somebody was faster. */
final class Refusals {

    private Refusals() {}

    static boolean isTaken(Answer answer) {
        return answer.status() == 400 && answer.text().contains("Ticket is already reserved");
    }
}
