package com.ticketing.expiration;

import com.ticketing.servicetest.StorageTest;

class StorageIT extends StorageTest {}
