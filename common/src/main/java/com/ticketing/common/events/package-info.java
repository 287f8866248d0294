/** The events that the services exchange: their subjects, their data and their JSON. */
@NullMarked
package com.ticketing.common.events;

import org.jspecify.annotations.NullMarked;
