/** Denies banned users and deleted accounts in every process of every service, with or without the broker. */
@NullMarked
package com.ticketing.common.bans;

import org.jspecify.annotations.NullMarked;
