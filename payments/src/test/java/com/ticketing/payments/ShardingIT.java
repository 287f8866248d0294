package com.ticketing.payments;

import com.ticketing.servicetest.ShardingTest;

class ShardingIT extends ShardingTest {}
