package com.ticketing.expiration;

import com.ticketing.servicetest.SettingsTest;

class InvalidSettingsTest extends SettingsTest {

    @Override
    protected Class<?> application() {
        return ExpirationApplication.class;
    }
}
