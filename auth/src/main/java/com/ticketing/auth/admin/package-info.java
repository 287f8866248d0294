/** What admins do: look people up, ban them and let them back, with every such step on record. */
@NullMarked
package com.ticketing.auth.admin;

import org.jspecify.annotations.NullMarked;
