package com.ticketing.payments;

import com.ticketing.servicetest.MalformedRequestsTest;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "stripe.key=sk_test_unused")
class MalformedRequestsIT extends MalformedRequestsTest {}
