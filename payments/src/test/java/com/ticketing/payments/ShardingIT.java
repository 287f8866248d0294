package com.ticketing.payments;

import com.ticketing.servicetest.ShardingTest;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "stripe.key=sk_test_unused")
class ShardingIT extends ShardingTest {}
