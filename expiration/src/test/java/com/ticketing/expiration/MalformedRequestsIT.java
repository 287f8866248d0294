package com.ticketing.expiration;

import com.ticketing.servicetest.MalformedRequestsTest;

class MalformedRequestsIT extends MalformedRequestsTest {}
