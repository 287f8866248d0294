package com.ticketing.tickets;

import com.ticketing.servicetest.MetricsTest;

class MetricsIT extends MetricsTest {}
