/**
 * This service's replica of the disputes about the charges of orders, fed by their events. It does not depend on
 * orders.
 */
@NullMarked
package com.ticketing.orders.dispute;

import org.jspecify.annotations.NullMarked;
