package com.ticketing.common.errors;

import jakarta.validation.ConstraintViolation;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

/** Converts the exceptions of controllers and of Spring MVC to {@link ErrorResponse}. */
@RestControllerAdvice
class ErrorAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);
    private static final Duration DATABASE_RETRY_AFTER = Duration.ofSeconds(2);

    private final ErrorCodes codes;

    ErrorAdvice(ErrorCodes codes) {
        this.codes = codes;
    }

    @ExceptionHandler
    ResponseEntity<Object> onApiException(ApiException e) {
        HttpHeaders headers = new HttpHeaders();
        e.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, ErrorWriter.seconds(wait)));
        return answer(e.status(), headers, e.response());
    }

    /** Leaves the response to Spring Security, which knows whether the caller is anonymous. */
    @ExceptionHandler
    void onAccessDenied(AccessDeniedException e) {
        throw e;
    }

    /** Responds to a header, a parameter or a form that turned out to be malformed when a handler read it. */
    @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
    ResponseEntity<Object> onMalformedRequest() {
        return answer(HttpStatus.BAD_REQUEST, new HttpHeaders(), ErrorResponse.of(CommonError.BAD_REQUEST));
    }

    @ExceptionHandler
    ResponseEntity<Object> onUnexpectedException(Exception e) {
        if (DatabaseOutages.isCauseOf(e)) {
            log.warn("Database not available: error={}", e.getMessage());
            return onApiException(
                    new ApiException(CommonError.TEMPORARILY_UNAVAILABLE).withRetryAfter(DATABASE_RETRY_AFTER));
        }
        logFailure(e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR, new HttpHeaders(), ErrorResponse.of(CommonError.INTERNAL_ERROR));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                status, headers, new ErrorResponse(items(e.getFieldErrors()).toList(), null));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<ErrorResponse.Item> items =
                e.getParameterValidationResults().stream().flatMap(this::items).toList();
        return answer(status, headers, new ErrorResponse(items, null));
    }

    /** A body is validated together with the parameters if one of these has a constraint. */
    private Stream<ErrorResponse.Item> items(ParameterValidationResult result) {
        return result instanceof ParameterErrors body
                ? items(body.getFieldErrors())
                : result.getResolvableErrors().stream()
                        .map(error -> item(
                                error,
                                Optional.<ConstraintViolation<?>>of(result.unwrap(error, ConstraintViolation.class)),
                                name(result.getMethodParameter())));
    }

    private Stream<ErrorResponse.Item> items(List<FieldError> errors) {
        return errors.stream()
                .sorted(Comparator.comparing(FieldError::getField))
                .map(error -> item(error, violation(error), error.getField()));
    }

    /** Returns the name that the client uses. */
    private static @Nullable String name(MethodParameter parameter) {
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        return header == null ? parameter.getParameterName() : header.name();
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException) {
                return answer(HttpStatus.CONTENT_TOO_LARGE, headers, ErrorResponse.of(CommonError.BODY_TOO_LARGE));
            }
            if (cause instanceof IOException) {
                // without an end, too slow, or aborted by the client
                return answer(status, headers, ErrorResponse.of(CommonError.BAD_REQUEST));
            }
        }
        return answer(status, headers, unreadable(e.getCause()));
    }

    /** Names the field whose value has the wrong type. A body that is not a JSON object has no such field. */
    private static ErrorResponse unreadable(@Nullable Throwable cause) {
        if ((cause instanceof DatabindException || cause instanceof InputCoercionException)
                && cause instanceof JacksonException mismatch
                && !mismatch.getPath().isEmpty()) {
            String field = mismatch.getPath().getFirst().getPropertyName();
            if (field != null) {
                return ErrorResponse.of(ErrorResponse.Item.of(CommonError.WRONG_TYPE, field));
            }
        }
        return ErrorResponse.of(CommonError.BODY_NOT_AN_OBJECT);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field =
                e instanceof MethodArgumentTypeMismatchException mismatch ? mismatch.getName() : e.getPropertyName();
        return answer(status, headers, ErrorResponse.of(ErrorResponse.Item.of(CommonError.WRONG_TYPE, field)));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            logFailure(e);
        }
        return answer(status, headers, ErrorResponse.of(status));
    }

    /** A constraint names its code as its message template, {@code {title-missing}}; another message has no code. */
    private ErrorResponse.Item item(
            MessageSourceResolvable error, Optional<ConstraintViolation<?>> violation, @Nullable String field) {
        return violation
                .map(ConstraintViolation::getMessageTemplate)
                .flatMap(template -> codes.find(template.replaceAll("[{}]", "")))
                .map(code -> ErrorResponse.Item.of(code, field))
                .orElseGet(() -> invalid(error.getDefaultMessage(), field));
    }

    private static ErrorResponse.Item invalid(@Nullable String message, @Nullable String field) {
        CommonError code = CommonError.INVALID_VALUE;
        return new ErrorResponse.Item(message == null ? code.message() : message, field, code.code());
    }

    private static Optional<ConstraintViolation<?>> violation(ObjectError error) {
        return error.contains(ConstraintViolation.class)
                ? Optional.of(error.unwrap(ConstraintViolation.class))
                : Optional.empty();
    }

    /** Sets the content type explicitly, so that clients that do not accept JSON get the error too. */
    private static ResponseEntity<Object> answer(HttpStatusCode status, HttpHeaders headers, ErrorResponse body) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static void logFailure(Exception e) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            log.debug("Client disconnected before the end of the response: error={}", e.toString());
        } else {
            log.error("Request failed", e);
        }
    }
}
