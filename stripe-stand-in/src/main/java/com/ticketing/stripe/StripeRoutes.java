package com.ticketing.stripe;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Dispatches requests to the part of the Stripe API that the suite uses. */
final class StripeRoutes {

    private static final String STAND_IN = "/_stand-in/";
    private static final String CONTROL = StripeControl.PATH;

    private final StripePaymentMethods methods;
    private final StripeCharges charges;
    private final StripePaymentIntents intents;
    private final StripeRefunds refunds;
    private final StripeDisputes disputes;
    private final StripeList list;
    private final StripeExpansion expansion;

    StripeRoutes(StripeState state) {
        methods = new StripePaymentMethods(state);
        charges = new StripeCharges(state);
        intents = new StripePaymentIntents(state, methods, charges);
        disputes = new StripeDisputes(state, intents, charges);
        refunds = new StripeRefunds(state, charges, disputes);
        list = new StripeList(state);
        expansion = new StripeExpansion(state);
    }

    /** Returns whether a browser may call the path without the secret key. */
    static boolean isPublic(String path) {
        return path.startsWith(STAND_IN);
    }

    ObjectNode answer(String method, String path, FormParams params) {
        return expansion.of(dispatch(method, path, params), params.list("expand"));
    }

    private ObjectNode dispatch(String method, String path, FormParams params) {
        String[] parts = path.replaceFirst("^/(v1|_stand-in|_control)/", "").split("/", -1);
        String id = parts.length > 1 ? parts[1] : "";
        String action = parts.length > 2 ? "/" + parts[2] : "";
        String pattern = parts[0] + (id.isEmpty() ? "" : "/*") + action;
        String area = isPublic(path) ? STAND_IN : path.startsWith(CONTROL) ? CONTROL : "";
        return switch (method + " " + area + pattern) {
            case "POST payment_methods" -> methods.create(params);
            case "GET payment_methods/*" -> methods.get(id);
            case "POST payment_intents" -> intents.create(params);
            case "GET payment_intents" -> list.page(path, StripePaymentIntents.KIND, Set.of("customer"), params);
            case "GET payment_intents/*" -> intents.get(id);
            case "POST payment_intents/*/confirm" -> intents.confirm(id, params);
            case "POST payment_intents/*/cancel" -> intents.cancel(id, params);
            case "POST " + STAND_IN + "payment_intents/*/authenticate" ->
                intents.authenticate(
                        id,
                        params.get("client_secret").orElse(""),
                        !params.get("result").orElse("").equals("fail"));
            case "POST " + CONTROL + "refunds/*/fail" -> refunds.fail(id);
            case "POST " + CONTROL + "payment_intents/*/dispute" -> disputes.open(id);
            case "POST " + CONTROL + "disputes/*/win" -> disputes.close(id, true);
            case "POST " + CONTROL + "disputes/*/lose" -> disputes.close(id, false);
            case "GET charges" -> list.page(path, StripeCharges.KIND, Set.of("payment_intent"), params);
            case "GET charges/*" -> charges.get(id);
            case "POST refunds" -> refunds.create(params);
            case "GET refunds" -> list.page(path, StripeRefunds.KIND, Set.of("payment_intent", "charge"), params);
            case "GET refunds/*" -> refunds.get(id);
            case "GET disputes" -> list.page(path, StripeDisputes.KIND, Set.of("payment_intent", "charge"), params);
            case "GET disputes/*" -> disputes.get(id);
            default -> throw StripeError.unrecognized(method, path);
        };
    }
}
