package com.ticketing.planted.below;

import com.ticketing.planted.Root;
import java.util.List;

public record Below(List<Root> roots) {}
