package com.ticketing.acceptance;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.acceptance.republish.Republication;
import com.ticketing.host.payment.PaymentProvider;
import com.ticketing.host.running.RunningSuite;
import com.ticketing.host.settings.UsageException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that select the running suite, shared by all commands. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SuiteOptions {

    static final int INVARIANT_VIOLATED = 1;

    private final Clock clock;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of the running suite (default: .data).")
    private Path data;

    SuiteOptions(Path home, Clock clock) {
        this.data = home.resolve(".data");
        this.clock = clock;
    }

    Path data() {
        return data;
    }

    Clock clock() {
        return clock;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /**
     * Returns the suite that uses the data folder.
     *
     * @throws ParameterException if no running suite uses it
     */
    RunningSuite suite() {
        try {
            return RunningSuite.on(data);
        } catch (UsageException e) {
            throw failure(String.valueOf(e.getMessage()));
        }
    }

    Republication republication() {
        suite();
        try {
            return Republication.of(data, System.getenv("MANAGEMENT_TOKEN"));
        } catch (UsageException e) {
            throw failure(String.valueOf(e.getMessage()));
        }
    }

    Checker checker() {
        return new Checker(suite(), PaymentProvider.STAND_IN_KEY, clock);
    }

    ParameterException failure(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /** Prints the findings and returns the exit code. */
    int report(List<Finding> findings) {
        findings.forEach(finding -> out().println(finding.report()));
        return findings.stream().allMatch(Finding::holds) ? 0 : INVARIANT_VIOLATED;
    }
}
