package com.ticketing.planted.right;

import com.ticketing.planted.left.Left;
import java.util.List;

public record Right(List<Left> lefts) {}
