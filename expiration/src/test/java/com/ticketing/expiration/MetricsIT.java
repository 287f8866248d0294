package com.ticketing.expiration;

import com.ticketing.servicetest.MetricsTest;

class MetricsIT extends MetricsTest {}
