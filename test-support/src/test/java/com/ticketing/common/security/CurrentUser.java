package com.ticketing.common.security;

public record CurrentUser(String id) {}
