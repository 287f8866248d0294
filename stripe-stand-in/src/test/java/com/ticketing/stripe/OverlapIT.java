package com.ticketing.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.devservers.StripeMock;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/**
 * Compares the stand-in with stripe-mock, which answers from Stripe's API description: the status is the same, and the
 * stand-in's responses contain only fields of Stripe's, of the same types.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverlapIT {

    /** Fields that Stripe documents but stripe-mock's examples omit. */
    private static final Set<String> OMITTED_BY_MOCK = Set.of("allow_redirects");

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String INTENT = "amount=1999&currency=usd&automatic_payment_methods[enabled]=true"
            + "&automatic_payment_methods[allow_redirects]=never&metadata[orderId]=o1";

    private StripeMock mock;
    private StripeStandIn standIn;
    private Api atMock;
    private Api atStandIn;

    @BeforeAll
    void start() throws Exception {
        mock = StripeMock.start();
        standIn = StripeStandIn.start();
        atMock = new Api(mock.url()).with("Authorization", "Bearer sk_test_123");
        atStandIn = new Api(standIn.baseUrl()).with("Authorization", "Bearer sk_test_123");
    }

    @AfterAll
    void stop() {
        standIn.close();
        mock.close();
    }

    @Test
    void answersThePurchaseAndRefundOfAnIntentAsTheMockDoes() {
        String id = id(both("POST", "/v1/payment_intents", INTENT));
        String intent = "/v1/payment_intents/" + id;
        String method = id(both("POST", "/v1/payment_methods", "type=card&card[token]=tok_visa"));
        both("POST", intent + "/confirm", "use_stripe_sdk=true&expand[]=latest_charge&payment_method=" + method);
        both("GET", intent + "?expand[]=latest_charge", "");
        both("GET", "/v1/payment_intents?limit=3&expand[]=data.latest_charge&created[gte]=0", "");
        String charge = atStandIn.get(intent).json().path("latest_charge").asString();
        both("GET", "/v1/charges/" + charge, "");
        both("GET", "/v1/charges?payment_intent=" + id, "");
        String refund = id(both("POST", "/v1/refunds", "payment_intent=" + id + "&metadata[orderId]=o1"));
        both("GET", "/v1/refunds/" + refund, "");
        both("GET", "/v1/refunds?payment_intent=" + id, "");
    }

    @Test
    void answersACancellationAsTheMockDoes() {
        String id = id(both("POST", "/v1/payment_intents", INTENT));

        both("POST", "/v1/payment_intents/" + id + "/cancel", "cancellation_reason=abandoned");
    }

    @Test
    void answersADisputeAsTheMockDoes() {
        String id = id(both("POST", "/v1/payment_intents", INTENT));
        both("POST", "/v1/payment_intents/" + id + "/confirm", "payment_method=pm_card_visa");

        String dispute = standIn.dispute(id);

        both("GET", "/v1/disputes/" + dispute, "");
        both("GET", "/v1/disputes?payment_intent=" + id, "");
    }

    static Stream<StripeTestCard> cards() {
        return Stream.of(StripeTestCard.values());
    }

    /** Compares only that the name is accepted, because the mock is stateless and declines nothing. */
    @ParameterizedTest
    @MethodSource("cards")
    void acceptsEachTestCardAsTheMockDoes(StripeTestCard card) {
        both("POST", "/v1/payment_methods", "type=card&card[token]=tok_" + card.id());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/payment_intents, currency=usd",
        "POST, /v1/payment_intents, amount=1999",
        "POST, /v1/payment_intents, amount=many&currency=usd",
        "POST, /v1/payment_intents, amount=1999&currency=usd&colour=blue",
        "POST, /v1/payment_methods, type=card&colour=blue",
        "POST, /v1/refunds, colour=blue",
        "POST, /v1/refunds, reason=because",
        "POST, /v1/payment_intents/pi_123/confirm, colour=blue",
        "POST, /v1/payment_intents/pi_123/cancel, cancellation_reason=because",
        "GET, /v1/payment_intents?colour=blue, ''",
        "GET, /v1/unknown, ''"
    })
    void rejectsInvalidRequestsAsTheMockDoes(String method, String path, String form) {
        ApiResponse theirs = send(atMock, method, path, form);
        ApiResponse ours = send(atStandIn, method, path, form);

        assertThat(ours.status()).as(ours.text()).isEqualTo(theirs.status()).isBetween(400, 404);
        assertThat(ours.json().at("/error/type").asString())
                .isEqualTo(theirs.json().at("/error/type").asString());
    }

    @ParameterizedTest
    @CsvSource({"'', 401", "Bearer nonsense, 401"})
    void rejectsRequestsWithoutAKeyAsTheMockDoes(String authorization, int status) {
        for (String url : new String[] {mock.url(), standIn.baseUrl()}) {
            Api anonymous = authorization.isEmpty() ? new Api(url) : new Api(url).with("Authorization", authorization);
            assertThat(anonymous.get("/v1/payment_intents").status()).as(url).isEqualTo(status);
        }
    }

    /** Sends the request to both, compares the responses and returns the stand-in's. */
    private JsonNode both(String method, String path, String form) {
        JsonNode theirs = send(atMock, method, path, form).expect(200).json();
        JsonNode ours = send(atStandIn, method, path, form).expect(200).json();
        assertThat(differences("", ours, theirs)).as("%s %s", method, path).isEmpty();
        return ours;
    }

    private static ApiResponse send(Api api, String method, String path, String form) {
        return form.isEmpty() ? api.get(path) : api.sendText(method, path, FORM, form);
    }

    private static String id(JsonNode object) {
        return object.path("id").asString();
    }

    /**
     * Returns the fields that the mock does not have or has with another type. A null on either side matches any type.
     */
    private static Map<String, String> differences(String where, JsonNode ours, JsonNode theirs) {
        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : ours.properties()) {
            String name = where + "/" + field.getKey();
            JsonNode their = theirs.get(field.getKey());
            if (where.endsWith("/metadata")) {
                continue;
            }
            if (their == null && OMITTED_BY_MOCK.contains(field.getKey())) {
                continue;
            }
            if (their == null) {
                found.put(name, "unknown to Stripe");
            } else if (!their.isNull() && !field.getValue().isNull()) {
                JsonNodeType type = field.getValue().getNodeType();
                if (type != their.getNodeType()) {
                    found.put(name, type + ", Stripe has " + their.getNodeType());
                } else if (type == JsonNodeType.ARRAY && !field.getValue().isEmpty() && !their.isEmpty()) {
                    found.putAll(differences(name + "/0", field.getValue().get(0), their.get(0)));
                } else {
                    found.putAll(differences(name, field.getValue(), their));
                }
            }
        }
        return found;
    }
}
