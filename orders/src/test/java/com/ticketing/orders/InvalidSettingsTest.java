package com.ticketing.orders;

import com.ticketing.servicetest.SettingsTest;

class InvalidSettingsTest extends SettingsTest {

    @Override
    protected Class<?> application() {
        return OrdersApplication.class;
    }
}
