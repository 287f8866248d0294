package com.ticketing.orders;

import com.ticketing.servicetest.StorageTest;

class StorageIT extends StorageTest {}
