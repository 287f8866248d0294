@NullMarked
package com.ticketing.auth.sale;

import org.jspecify.annotations.NullMarked;
