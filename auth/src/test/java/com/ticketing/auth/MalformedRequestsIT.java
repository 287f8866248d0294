package com.ticketing.auth;

import com.ticketing.servicetest.MalformedRequestsTest;

class MalformedRequestsIT extends MalformedRequestsTest {}
