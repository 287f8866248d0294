package com.ticketing.orders;

import com.ticketing.servicetest.MalformedRequestsTest;

class MalformedRequestsIT extends MalformedRequestsTest {}
