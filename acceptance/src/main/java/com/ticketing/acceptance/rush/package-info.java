/** Many people who want the same few tickets at the same moment, and the proof that each ticket was sold once. */
@NullMarked
package com.ticketing.acceptance.rush;

import org.jspecify.annotations.NullMarked;
