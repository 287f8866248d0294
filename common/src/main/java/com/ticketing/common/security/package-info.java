/** Authenticates requests by access token, authorizes them by route and role, and rejects cross-site requests. */
@NullMarked
package com.ticketing.common.security;

import org.jspecify.annotations.NullMarked;
