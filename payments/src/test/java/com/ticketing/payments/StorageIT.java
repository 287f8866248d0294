package com.ticketing.payments;

import com.ticketing.servicetest.StorageTest;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "stripe.key=sk_test_unused")
class StorageIT extends StorageTest {}
