package com.ticketing.orders;

import com.ticketing.servicetest.FuzzTest;

class FuzzIT extends FuzzTest {}
