package com.ticketing.auth.admin;

import com.ticketing.common.text.MaxLength;
import com.ticketing.common.text.Text;
import com.ticketing.common.text.WithoutControls;
import org.jspecify.annotations.Nullable;

/** @param reason null if it is blank or has only invisible characters */
record BanRequest(
        @Nullable
        @MaxLength(value = 500, message = "{reason-too-long}")
        @WithoutControls(message = "{reason-malformed}")
        String reason) {

    BanRequest {
        String trimmed = reason == null ? "" : Text.trimOptional(reason);
        reason = trimmed.isEmpty() ? null : trimmed;
    }
}
