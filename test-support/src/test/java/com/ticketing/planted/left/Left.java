package com.ticketing.planted.left;

import com.ticketing.planted.right.Right;

public record Left(Right right) {}
