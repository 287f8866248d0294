package com.ticketing.host.gateway;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The content encodings that a client accepts. */
record AcceptedEncodings(Set<String> names) {

    private static final Pattern REFUSED = Pattern.compile(";\\s*q=0(\\.0*)?\\s*$");

    static AcceptedEncodings of(HttpRequest request) {
        return new AcceptedEncodings(request.headers().getAll(HttpHeaderNames.ACCEPT_ENCODING).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .filter(encoding -> !REFUSED.matcher(encoding).find())
                .map(encoding -> encoding.split(";", 2)[0].strip())
                .collect(Collectors.toSet()));
    }

    boolean include(String name) {
        return names.contains(name);
    }
}
