// From docs/openapi/payments.json by `npm run types`.

export interface paths {
    "/api/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["receipts"];
        put?: never;
        post: operations["pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["config"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/relist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["relist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Card: {
            brand: string;
            last4: string;
        };
        ConfigResponse: {
            confirmPage?: string;
            currency: string;
            /** Format: int32 */
            decimals: number;
            /** Format: int32 */
            digits: number;
            maximum: number;
            minimum: number;
            publishableKey?: string;
        };
        DisputeResponse: {
            amount: number;
            /** Format: date-time */
            at: string;
            reason: string;
            status: string;
        };
        ErrorItem: {
            /** @enum {string} */
            code: "account-banned" | "amount-too-large" | "amount-too-small" | "bad-request" | "body-not-an-object" | "body-too-large" | "card-authentication-required" | "card-declined" | "card-expired" | "card-incorrect-cvc" | "card-insufficient-funds" | "card-missing" | "card-processing-error" | "card-unusable" | "cross-site-request" | "forbidden" | "idempotency-key-malformed" | "idempotency-key-reused" | "internal-error" | "invalid-after" | "invalid-limit" | "invalid-value" | "management-token-invalid" | "management-token-missing" | "method-not-allowed" | "not-acceptable" | "not-authorized" | "not-found" | "not-relistable" | "only-the-seller-refunds" | "order-cancelled" | "order-expired" | "order-id-missing" | "order-paid" | "order-refunded" | "payment-method-malformed" | "payment-not-completed" | "payment-not-made" | "price-not-chargeable" | "relist-decided" | "request-header-fields-too-large" | "temporarily-unavailable" | "token-malformed" | "too-busy" | "too-many-payment-attempts" | "too-many-requests" | "unsupported-media-type" | "webhook-malformed" | "webhook-signature-invalid" | "wrong-type";
            field?: string;
            message: string;
        };
        ErrorResponse: {
            errors: components["schemas"]["ErrorItem"][];
        };
        PayRequest: {
            orderId: string;
            paymentMethodId?: string;
            token?: string;
        };
        PaymentExport: {
            bought: {
                parallel?: boolean;
            };
            sold: {
                parallel?: boolean;
            };
        };
        PaymentResponse: {
            clientSecret?: string;
            id: string;
        };
        ReceiptResponse: {
            amount: number;
            card?: components["schemas"]["Card"];
            currency: string;
            dispute?: components["schemas"]["DisputeResponse"];
            id: string;
            orderId: string;
            /** Format: date-time */
            paidAt?: string;
            refund?: components["schemas"]["RefundResponse"];
            refundError?: string;
            refundedAmount?: number;
            status: string;
            stripeId?: string;
            ticketId: string;
        };
        RefundRequest: {
            relist?: boolean;
        };
        RefundResponse: {
            /** Format: date-time */
            at: string | null;
            reason: string;
            relistable: boolean;
            stripeId: string;
        };
    };
    responses: {
        /** @description An error response */
        ErrorResponse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    receipts: {
        parameters: {
            query?: {
                sold?: boolean;
                orderId?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Link to the next page, rel="next"; absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptResponse"][];
                };
            };
            400: components["responses"]["ErrorResponse"];
            401: components["responses"]["ErrorResponse"];
            403: components["responses"]["ErrorResponse"];
            default: components["responses"]["ErrorResponse"];
        };
    };
    pay: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentResponse"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentResponse"];
                };
            };
            400: components["responses"]["ErrorResponse"];
            401: components["responses"]["ErrorResponse"];
            403: components["responses"]["ErrorResponse"];
            404: components["responses"]["ErrorResponse"];
            422: components["responses"]["ErrorResponse"];
            429: components["responses"]["ErrorResponse"];
            default: components["responses"]["ErrorResponse"];
        };
    };
    config: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigResponse"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentExport"];
                };
            };
            401: components["responses"]["ErrorResponse"];
            403: components["responses"]["ErrorResponse"];
            default: components["responses"]["ErrorResponse"];
        };
    };
    refund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptResponse"];
                };
            };
            400: components["responses"]["ErrorResponse"];
            401: components["responses"]["ErrorResponse"];
            403: components["responses"]["ErrorResponse"];
            404: components["responses"]["ErrorResponse"];
            default: components["responses"]["ErrorResponse"];
        };
    };
    relist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptResponse"];
                };
            };
            401: components["responses"]["ErrorResponse"];
            403: components["responses"]["ErrorResponse"];
            404: components["responses"]["ErrorResponse"];
            default: components["responses"]["ErrorResponse"];
        };
    };
}
