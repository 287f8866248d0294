/** What counts as text that people type: what is visible, how long it is, and how it is searched. */
@NullMarked
package com.ticketing.common.text;

import org.jspecify.annotations.NullMarked;
