package com.ticketing.acceptance.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Draws the time of the list against the size of the catalog as SVG, with a logarithmic axis of sizes. */
final class ListChart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 60;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final int LINES = 4;

    private final List<CatalogTime> times;
    private final double maxMillis;

    ListChart(List<CatalogTime> times) {
        this.times = times;
        this.maxMillis = Math.max(
                1,
                Math.ceil(
                        times.stream().mapToDouble(CatalogTime::p99Millis).max().orElse(1)));
    }

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <title>Response time of the ticket list by the number of tickets</title>
                <rect width="100%%" height="100%%" fill="white"/>
                <text x="%d" y="20" font-size="14">GET /api/tickets, one at a time, milliseconds</text>
                """, WIDTH, HEIGHT, LEFT));
        for (int line = 0; line <= LINES; line++) {
            double millis = maxMillis * line / LINES;
            double y = y(millis);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ccc\"/>%n"
                            + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.2f</text>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    y,
                    y,
                    LEFT - 6,
                    y + 4,
                    millis));
        }
        for (CatalogTime time : times) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,d</text>%n",
                    x(time),
                    HEIGHT - BOTTOM + 20,
                    time.tickets()));
        }
        line(svg, "p50", "#1f6feb", CatalogTime::medianMillis, 0);
        line(svg, "p99", "#d1242f", CatalogTime::p99Millis, 50);
        return svg.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">tickets</text>%n</svg>%n",
                        (LEFT + WIDTH - RIGHT) / 2,
                        HEIGHT - 8))
                .toString();
    }

    private void line(StringBuilder svg, String name, String color, ToDoubleFunction<CatalogTime> millis, int offset) {
        String points = times.stream()
                .map(time -> String.format(Locale.ROOT, "%.1f,%.1f", x(time), y(millis.applyAsDouble(time))))
                .collect(Collectors.joining(" "));
        svg.append(String.format(
                Locale.ROOT,
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>%n"
                        + "<text x=\"%d\" y=\"20\" fill=\"%s\">%s</text>%n",
                color,
                points,
                WIDTH - RIGHT - 80 + offset,
                color,
                name));
    }

    private double x(CatalogTime time) {
        double first = magnitude(times.getFirst());
        double range = Math.max(1e-9, magnitude(times.getLast()) - first);
        int plot = WIDTH - LEFT - RIGHT - 40;
        return LEFT + 20 + plot * (magnitude(time) - first) / range;
    }

    private static double magnitude(CatalogTime time) {
        return Math.log10((double) time.tickets());
    }

    private double y(double millis) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * millis / maxMillis;
    }
}
