package com.ticketing.tickets;

import com.ticketing.servicetest.SettingsTest;

class InvalidSettingsTest extends SettingsTest {

    @Override
    protected Class<?> application() {
        return TicketsApplication.class;
    }
}
