package com.ticketing.planted;

import com.ticketing.planted.below.Below;

public record Root(Below below) {}
