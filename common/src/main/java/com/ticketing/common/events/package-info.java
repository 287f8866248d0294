/** The events that services exchange: subjects, data and JSON format. Depends on no other package and not on Spring. */
@NullMarked
package com.ticketing.common.events;

import org.jspecify.annotations.NullMarked;
