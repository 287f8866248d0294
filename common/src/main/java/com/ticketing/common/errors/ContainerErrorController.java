package com.ticketing.common.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.ServerCookies;
import org.apache.tomcat.util.res.StringManager;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Responds to errors that occurred outside any controller. Tomcat has already logged them. */
@RestController
class ContainerErrorController implements ErrorController {

    /** The beginning of the message of Tomcat, which has no type for this error. The limit follows. */
    private static final String TOO_MANY_COOKIES = StringManager.getManager(ServerCookies.class)
            .getString("cookies.maxCountFail", "\n")
            .split("\n", 2)[0];

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<ErrorResponse> error(HttpServletRequest request) {
        // a direct request for this path has no error to report
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer value ? HttpStatus.resolve(value) : HttpStatus.NOT_FOUND;
        HttpStatus known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        if (known == HttpStatus.BAD_REQUEST && hasTooManyCookies(request)) {
            known = HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
        }
        return ResponseEntity.status(known)
                .contentType(MediaType.APPLICATION_JSON)
                .body(ErrorResponse.of(known));
    }

    private static boolean hasTooManyCookies(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String message
                && message.startsWith(TOO_MANY_COOKIES);
    }
}
