package com.ticketing.tickets;

import com.ticketing.servicetest.FuzzTest;

class FuzzIT extends FuzzTest {}
