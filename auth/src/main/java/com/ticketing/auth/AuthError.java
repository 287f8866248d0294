package com.ticketing.auth;

import com.ticketing.common.errors.ErrorCode;
import org.springframework.http.HttpStatus;

/** The error codes of the auth service, in addition to the common ones. */
public enum AuthError implements ErrorCode {
    EMAIL_IN_USE(HttpStatus.BAD_REQUEST, "Email in use"),
    EMAIL_INVALID(HttpStatus.BAD_REQUEST, "Email must be valid"),
    PASSWORD_MISSING(HttpStatus.BAD_REQUEST, "You must supply a password"),
    CURRENT_PASSWORD_MISSING(HttpStatus.BAD_REQUEST, "You must supply the current password"),
    PASSWORD_TOO_SHORT(HttpStatus.BAD_REQUEST, "Password must have at least 8 characters"),
    PASSWORD_TOO_LONG(HttpStatus.BAD_REQUEST, "Password must have at most 72 bytes"),
    PASSWORD_MALFORMED(HttpStatus.BAD_REQUEST, "Password must not contain control characters or invisible characters"),
    PASSWORD_TOO_COMMON(HttpStatus.BAD_REQUEST, "Password is too common"),
    INVALID_CREDENTIALS(HttpStatus.BAD_REQUEST, "Invalid credentials"),
    ROLE_UNKNOWN(HttpStatus.BAD_REQUEST, "Role must be scanner"),
    CANNOT_BAN_YOURSELF(HttpStatus.BAD_REQUEST, "You cannot ban yourself"),
    REASON_TOO_LONG(HttpStatus.BAD_REQUEST, "Reason must have at most 500 characters"),
    REASON_MALFORMED(
            HttpStatus.BAD_REQUEST,
            "Reason must not contain control characters, incomplete characters or text direction controls"),
    DELETION_BLOCKED(
            HttpStatus.CONFLICT, "Reserved tickets or refunds that are due prevent the deletion of the account"),
    LAST_ADMIN(HttpStatus.CONFLICT, "The account of the last admin cannot be deleted"),
    RESET_TOKEN_MISSING(HttpStatus.BAD_REQUEST, "You must supply the token"),
    RESET_LINK_INVALID(HttpStatus.BAD_REQUEST, "This link is no longer valid"),
    CONFIRMATION_LINK_INVALID(HttpStatus.BAD_REQUEST, "This link is no longer valid"),
    TOO_MANY_ATTEMPTS(HttpStatus.TOO_MANY_REQUESTS, "Too many attempts, please try again later");

    private final HttpStatus status;
    private final String message;

    AuthError(HttpStatus status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
