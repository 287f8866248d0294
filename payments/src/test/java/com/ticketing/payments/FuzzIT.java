package com.ticketing.payments;

import com.ticketing.servicetest.FuzzTest;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "stripe.key=sk_test_unused")
class FuzzIT extends FuzzTest {}
