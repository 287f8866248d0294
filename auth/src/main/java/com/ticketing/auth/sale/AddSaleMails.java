package com.ticketing.auth.sale;

import com.ticketing.auth.mail.ConditionalOnSmtp;
import com.ticketing.auth.order.CompletedOrderAction;
import com.ticketing.common.events.OrderCompleted;
import org.springframework.stereotype.Component;

/** Adds the emails about a sale. Without an SMTP server, there are none. */
@Component
@ConditionalOnSmtp
class AddSaleMails implements CompletedOrderAction {

    private final SaleMailService mails;

    AddSaleMails(SaleMailService mails) {
        this.mails = mails;
    }

    @Override
    public void onCompleted(OrderCompleted event) {
        mails.add(event);
    }
}
