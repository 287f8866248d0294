package com.ticketing.auth;

import com.ticketing.servicetest.ShardingTest;

class ShardingIT extends ShardingTest {}
