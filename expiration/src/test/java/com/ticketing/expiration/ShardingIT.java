package com.ticketing.expiration;

import com.ticketing.servicetest.ShardingTest;

class ShardingIT extends ShardingTest {}
