/** Consumes {@code order:completed} and runs the actions of other packages: a queue group receives each event once. */
@NullMarked
package com.ticketing.auth.order;

import org.jspecify.annotations.NullMarked;
