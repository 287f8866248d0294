package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.PaymentError;
import com.ticketing.payments.stripe.Decline;
import com.ticketing.payments.stripe.Dispute;
import com.ticketing.payments.stripe.Reversals;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

class StoredPaymentTest extends PaymentStates {

    private final MappingMongoConverter converter = converter();

    private static MappingMongoConverter converter() {
        MongoCustomConversions conversions = new MongoCustomConversions(List.of());
        MongoMappingContext context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        MappingMongoConverter converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        return converter;
    }

    @Test
    void aPaymentIsStoredUnderTheFieldNamesOfEarlierVersions() {
        decline();
        Document stored = write();
        assertThat(stored).containsKeys("order", "charge", "due", "checks").doesNotContainKey("nextCheck");
        assertThat(stored.get("order", Document.class))
                .containsEntry("userId", order.buyer())
                .containsEntry("sellerId", order.seller())
                .doesNotContainKey("buyerId");
        assertThat(stored.get("charge", Document.class))
                .containsEntry("status", "DECLINED")
                .containsEntry("failure", "Your card was declined.")
                .containsEntry("failureCode", "card-declined");
    }

    @Test
    void aStoredDeclineIsReadWithItsCode() {
        confirm();
        Decline decline = new Decline(PaymentError.CARD_EXPIRED, "The words of Stripe");
        payment.decline(1, decline);
        assertThat(read(write()).charged().lastDecline()).isEqualTo(decline);
    }

    @Test
    void aCodeOfALaterVersionIsReadAsADecline() {
        decline();
        Document stored = write();
        stored.get("charge", Document.class).put("failureCode", "card-from-the-future");
        assertThat(read(stored).charged().lastDecline()).isEqualTo(DECLINE);
    }

    @Test
    void aPaymentOfAnEarlierVersionHasNoReversalsAndTheFirstKeys() {
        succeed();
        Document stored = write();
        assertThat(stored).doesNotContainKeys("keys", "reversals", "attentionAt");
        assertThat(read(stored).keys()).isEqualTo(KeyGeneration.FIRST);
        assertThat(read(stored).reversals()).isEqualTo(Reversals.NONE);
    }

    @Test
    void rejectionReversalsAndKeysAreStored() {
        succeed();
        Reversals reversals = new Reversals(500, new Dispute("du_1", "lost", "fraudulent", 1999, now));
        payment.reverse(reversals, now);
        payment.requestRefund(Refund.REQUESTED, false, now);
        payment.countServerErrors(4);
        payment.rejectRefund("charge_disputed", now);
        Payment read = read(write());
        assertThat(read.reversals()).isEqualTo(reversals);
        assertThat(read.keys()).isEqualTo(new KeyGeneration(1, 0));
        assertThat(read.requestedRefund().rejection()).isEqualTo(new Refund.Rejection("charge_disputed", now));
        assertThat(read.isRefundPending()).isFalse();
    }

    private Document write() {
        Document document = new Document();
        converter.write(payment, document);
        return document;
    }

    private Payment read(Document document) {
        return converter.read(Payment.class, document);
    }
}
