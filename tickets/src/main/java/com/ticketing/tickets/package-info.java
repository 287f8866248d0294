/** The tickets service: creating, editing and searching tickets, and the live ticket list. */
@NullMarked
package com.ticketing.tickets;

import org.jspecify.annotations.NullMarked;
