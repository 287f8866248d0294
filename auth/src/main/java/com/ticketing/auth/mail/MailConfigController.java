package com.ticketing.auth.mail;

import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns which emails are sent, for the web page. */
@RestController
class MailConfigController {

    private final ConfigResponse config;

    MailConfigController(Optional<LinkMailer> links, Optional<SmtpMailer> smtp) {
        this.config = new ConfigResponse(links.isPresent(), smtp.isPresent());
    }

    /**
     * The emails that are sent.
     *
     * @param passwordReset whether a forgotten password can be reset
     * @param receipts whether buyers get receipts and sellers get notices of sales
     */
    record ConfigResponse(boolean passwordReset, boolean receipts) {}

    @GetMapping("/api/users/config")
    ConfigResponse config() {
        return config;
    }
}
