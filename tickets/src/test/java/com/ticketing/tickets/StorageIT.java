package com.ticketing.tickets;

import com.ticketing.servicetest.StorageTest;

class StorageIT extends StorageTest {}
