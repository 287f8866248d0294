package com.ticketing.tickets.ticket;

import com.ticketing.common.limits.UploadRoute;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    UploadRoute deliveryUpload() {
        return UploadRoute.of("PUT", "/api/tickets/{id}/delivery", UploadedFile.MAX_BODY);
    }
}
