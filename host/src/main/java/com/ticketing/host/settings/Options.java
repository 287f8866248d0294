package com.ticketing.host.settings;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a person may say on the command line. */
public record Options(int port, Path data, int replicas, String mongo, boolean demo, boolean help) {

    public static final String HELP = """
            Starts the whole ticketing suite on this machine and stops it on Ctrl-C.

            ./up [--port 8080] [--data DIR] [--replicas N] [--mongo embedded|docker|mongodb://...] [--demo]

              --port N      the one port to open on localhost; 0 picks a free one (8080)
              --data DIR    where everything is kept between runs; a fresh folder starts empty (.data)
              --replicas N  processes of each service, behind the gateway (1)
              --mongo WHAT  embedded: nothing to install, for trying things out (the default);
                            docker: five mongo:8 containers; mongodb://...: a server of yours
              --demo        fills an empty suite with people, tickets and orders
              --help        this text

            The environment reaches the services, for example ORDERS_HOLD=PT10S ./up.
              NATS_URL         a NATS Streaming server of yours, instead of one that is found or built here
              STRIPE_KEY       a secret key of Stripe's, instead of the stand-in for Stripe
              JWT_KEY          signs the tokens, at least 32 bytes; without it one is made and kept in the data folder
              TICKETING_CACHE  what is costly to make and safe to delete (~/.cache/ticketing)
              TICKETING_JVM_OPTIONS
                               more options for the services' JVMs, for example -Xmx512m -XX:TieredStopAtLevel=4
              TICKETING_AOT    off: start without the JDK's ahead-of-time cache, which is made at the first start""";

    private static final int MAX_PORT = 65_535;
    private static final int MAX_REPLICAS = 20;

    public static Options parse(Path home, List<String> arguments) {
        int port = 8080;
        Path data = home.resolve(".data");
        int replicas = 1;
        String mongo = "embedded";
        boolean demo = false;
        boolean help = false;
        Deque<String> rest = new ArrayDeque<>();
        for (String argument : arguments) {
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            if (equals > 0) {
                rest.add(argument.substring(0, equals));
                rest.add(argument.substring(equals + 1));
            } else {
                rest.add(argument);
            }
        }
        while (!rest.isEmpty()) {
            String option = rest.remove();
            switch (option) {
                case "--port" -> port = number(option, value(option, rest), 0, MAX_PORT);
                case "--data" ->
                    data = Path.of(value(option, rest)).toAbsolutePath().normalize();
                case "--replicas" -> replicas = number(option, value(option, rest), 1, MAX_REPLICAS);
                case "--mongo" -> mongo = mongo(value(option, rest));
                case "--demo" -> demo = true;
                case "--help", "-h" -> help = true;
                default -> throw new UsageException("Unknown option " + option + "; ./up --help lists them all");
            }
        }
        return new Options(port, data, replicas, mongo, demo, help);
    }

    private static String value(String option, Deque<String> rest) {
        String value = rest.poll();
        if (value == null || value.isEmpty()) {
            throw new UsageException(option + " needs a value; ./up --help says which");
        }
        return value;
    }

    private static int number(String option, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as for a number out of range.
        }
        throw new UsageException(option + " needs a number from " + min + " to " + max + ", not " + value);
    }

    private static String mongo(String value) {
        if (value.equals("embedded") || value.equals("docker") || value.matches("mongodb(\\+srv)?://.+")) {
            return value;
        }
        throw new UsageException("--mongo needs embedded, docker or an address that begins with mongodb://");
    }
}
