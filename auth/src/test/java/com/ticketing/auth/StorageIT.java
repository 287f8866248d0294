package com.ticketing.auth;

import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.refresh;
import static com.ticketing.auth.TestAccounts.signUp;

import com.ticketing.servicetest.StorageTest;
import com.ticketing.testsupport.Api;
import org.springframework.beans.factory.annotation.Autowired;

class StorageIT extends StorageTest {

    @Autowired
    private Api api;

    @Override
    protected void useAllCollections() {
        refresh(api, signUp(api, newEmail()).expect(201)).expect(200);
    }
}
