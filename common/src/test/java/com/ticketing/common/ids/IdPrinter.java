package com.ticketing.common.ids;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** A process that prints a new id for each line that it reads. */
final class IdPrinter {

    private IdPrinter() {}

    public static void main(String[] args) throws IOException {
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
        while (requests.readLine() != null) {
            System.out.println(TimeOrderedIds.next());
            System.out.flush();
        }
    }
}
