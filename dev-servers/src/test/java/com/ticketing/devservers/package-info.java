/** Tests of each server: start, stop, kill and use. */
@NullMarked
package com.ticketing.devservers;

import org.jspecify.annotations.NullMarked;
