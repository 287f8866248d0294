@NullMarked
package com.ticketing.testsupport.database;

import org.jspecify.annotations.NullMarked;
