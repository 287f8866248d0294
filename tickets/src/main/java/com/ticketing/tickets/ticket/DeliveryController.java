package com.ticketing.tickets.ticket;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.tickets.TicketError;
import com.ticketing.tickets.delivery.DeliveryContent;
import com.ticketing.tickets.delivery.FileType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tickets/{id}/delivery")
class DeliveryController {

    private final DeliveryService deliveries;
    private final FileTransfers transfers;
    private final Clock clock;

    DeliveryController(DeliveryService deliveries, FileTransfers transfers, Clock clock) {
        this.deliveries = deliveries;
        this.transfers = transfers;
        this.clock = clock;
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(CurrentUser user, @PathVariable String id, @Valid @RequestBody DeliveryRequest request) {
        deliveries.give(id, user.id(), request.content());
    }

    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveFile(CurrentUser user, @PathVariable String id, HttpServletRequest request) throws IOException {
        deliveries.requireSeller(id, user.id());
        transfers.run(user.id(), () -> {
            byte[] file = UploadedFile.read(request);
            if (FileType.of(file).isEmpty()) {
                throw new ApiException(TicketError.DELIVERY_FILE_TYPE);
            }
            deliveries.give(id, user.id(), DeliveryContent.file(file));
        });
    }

    /** Sends a file as such, unless the client asks for JSON, which describes it without a read. */
    @GetMapping
    @Nullable
    DeliveryResponse show(
            CurrentUser user, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        DeliveryResponse shown = deliveries.show(id, user.id());
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (!shown.isGivenFile() || (accepted != null && accepted.contains(MediaType.APPLICATION_JSON_VALUE))) {
            return shown;
        }
        file(user, id, response);
        return null;
    }

    /** Sends the file as an attachment, under a generated name: browsers must not display a seller's file. */
    @GetMapping("/file")
    void file(CurrentUser user, @PathVariable String id, HttpServletResponse response) throws IOException {
        transfers.run(user.id(), () -> {
            byte[] file = deliveries.file(id, user.id());
            FileType type = FileType.of(file).orElseThrow();
            response.setContentType(type.mediaType().toString());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("ticket-" + id + "." + type.extension())
                            .build()
                            .toString());
            DownloadedFile.write(file, response, clock);
        });
    }
}
