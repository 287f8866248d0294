package com.ticketing.tickets;

import com.ticketing.servicetest.MalformedRequestsTest;

class MalformedRequestsIT extends MalformedRequestsTest {}
