package com.ticketing.auth.admin;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record BanRequest(
        @Nullable @Size(max = 500, message = "{reason-too-long}")
        String reason) {}
