package com.ticketing.common.sample;

import com.ticketing.common.errors.ErrorCode;
import org.springframework.http.HttpStatus;

enum SampleError implements ErrorCode {
    LISTING_CHANGED;

    @Override
    public HttpStatus status() {
        return HttpStatus.CONFLICT;
    }

    @Override
    public String message() {
        return "The listing has changed";
    }
}
