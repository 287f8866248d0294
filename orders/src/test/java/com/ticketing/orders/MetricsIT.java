package com.ticketing.orders;

import com.ticketing.servicetest.MetricsTest;

class MetricsIT extends MetricsTest {}
