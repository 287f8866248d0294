package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.tickets.ticket.SearchPlanner.Estimate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPlannerTest {

    /** Numbers of tickets: all, on sale, matching the search; the last two are counted up to 2,000. */
    @ParameterizedTest
    @CsvSource({
        // the list: all tickets match
        "100,100,100,_id_",
        "100,10,100,_id_",
        "100000,2000,100000,_id_",
        "100000,100,100000,listed_1__id_-1",
        "1000000,2000,1000000,_id_",
        "1000000,1000,1000000,listed_1__id_-1",
        "1000000,0,1000000,listed_1__id_-1",
        "0,0,0,_id_",
        // a rare word
        "100000,2000,100,words_1",
        "100000,50,100,listed_1__id_-1",
        "1000000,2000,1000,words_1",
        "1000000,2000,0,words_1",
        // a frequent word
        "100000,2000,2000,_id_",
        "1000000,1000,2000,listed_1__id_-1"
    })
    void sortsFewTicketsOrWalks(long tickets, long onSale, long matching, String index) {
        assertThat(new Estimate(tickets, onSale).index(matching, 50)).isEqualTo(index);
    }
}
