package com.ticketing.auth;

import com.ticketing.servicetest.FuzzTest;

@AuthTest
class FuzzIT extends FuzzTest {}
