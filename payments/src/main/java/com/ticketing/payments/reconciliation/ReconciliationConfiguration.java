package com.ticketing.payments.reconciliation;

import com.ticketing.common.time.BackgroundTask;
import com.ticketing.payments.payment.PaymentProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReconciliationConfiguration {

    static final String TASK = "paymentReconciliation";

    @Bean(TASK)
    BackgroundTask paymentReconciliation(DuePayments due, PaymentProperties properties) {
        return BackgroundTask.inBatches("payment-reconciliation", properties.sweepInterval(), due::reconcile);
    }
}
