package com.ticketing.auth.admin;

import com.ticketing.common.security.CurrentUser;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of roles. Only {@link CurrentUser#SCANNER} can be given; admins are created by settings. */
record RolesRequest(
        @Nullable @Size(max = 1)
        List<
                        @NotNull(message = "{role-unknown}")
                        @Pattern(regexp = CurrentUser.SCANNER, message = "{role-unknown}") String>
                add,

        @Nullable @Size(max = 1)
        List<
                        @NotNull(message = "{role-unknown}")
                        @Pattern(regexp = CurrentUser.SCANNER, message = "{role-unknown}") String>
                remove) {

    List<String> added() {
        return add == null ? List.of() : add;
    }

    List<String> removed() {
        return remove == null ? List.of() : remove;
    }
}
