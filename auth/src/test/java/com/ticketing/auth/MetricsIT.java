package com.ticketing.auth;

import com.ticketing.servicetest.MetricsTest;

class MetricsIT extends MetricsTest {}
