package com.ticketing.orders.order;

import com.ticketing.common.security.CurrentUser;
import com.ticketing.orders.pass.Passes;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
class PassController {

    private final PassService service;
    private final Passes passes;

    PassController(PassService service, Passes passes) {
        this.service = service;
        this.passes = passes;
    }

    @GetMapping("/{id}/pass")
    PassResponse pass(CurrentUser user, @PathVariable String id) {
        return service.pass(id, user.id());
    }

    /** Public, so that a scanner without a connection can verify signatures. */
    @GetMapping("/pass-keys")
    Map<String, List<Map<String, Object>>> keys() {
        return passes.publicKeys();
    }

    @PostMapping("/passes/check")
    @PreAuthorize("hasRole('scanner')")
    CheckPassResponse check(CurrentUser user, @Valid @RequestBody CheckPassRequest request) {
        return service.check(user.id(), request);
    }
}
