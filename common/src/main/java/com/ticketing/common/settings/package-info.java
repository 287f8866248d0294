/** Defaults of the suite's services, and the refusal to start on a setting that cannot be right. */
@NullMarked
package com.ticketing.common.settings;

import org.jspecify.annotations.NullMarked;
