package com.ticketing.tickets;

import com.ticketing.servicetest.ShardingTest;

class ShardingIT extends ShardingTest {}
