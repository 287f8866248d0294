package com.ticketing.auth.admin;

import com.ticketing.common.text.MaxLength;
import com.ticketing.common.text.Text;
import com.ticketing.common.text.WithoutControls;
import org.jspecify.annotations.Nullable;

/** @param reason null if it has no visible character */
record BanRequest(
        @Nullable
        @MaxLength(value = 500, message = "{reason-too-long}")
        @WithoutControls(message = "{reason-malformed}")
        String reason) {

    BanRequest {
        reason = reason == null || !Text.isVisible(reason) ? null : Text.trim(reason);
    }
}
