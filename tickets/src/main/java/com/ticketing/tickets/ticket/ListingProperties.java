package com.ticketing.tickets.ticket;

import com.ticketing.common.settings.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The share of each seller.
 *
 * @param listingsPerHour maximum number of tickets that a seller may create per hour, and of deliveries that the seller
 *     may give
 */
@ConfigurationProperties("tickets")
record ListingProperties(@DefaultValue("1000") int listingsPerHour) {

    ListingProperties {
        if (listingsPerHour < 1) {
            throw new InvalidSettingException(
                    "TICKETS_LISTINGS_PER_HOUR must be at least 1", "leave it out for the default");
        }
    }
}
