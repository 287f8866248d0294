package com.ticketing.orders;

import com.ticketing.servicetest.ShardingTest;

class ShardingIT extends ShardingTest {}
