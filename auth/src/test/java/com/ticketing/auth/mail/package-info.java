@NullMarked
package com.ticketing.auth.mail;

import org.jspecify.annotations.NullMarked;
